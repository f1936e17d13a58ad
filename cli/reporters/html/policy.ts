import { createHash } from "node:crypto";
import { FILTER_SCRIPT } from "./filter-script";
import { STYLES } from "./styles";

/** Three squares of the fleet map. In the page itself, so that no browser asks a server for an icon. */
export const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E" +
  "%3Crect x='1' y='1' width='6' height='6' rx='1.5' fill='%232f5fd0'/%3E" +
  "%3Crect x='9' y='1' width='6' height='6' rx='1.5' fill='%232f5fd0'/%3E" +
  "%3Crect x='1' y='9' width='6' height='6' rx='1.5' fill='%232f5fd0'/%3E%3C/svg%3E";

/**
 * What the page may do: run this one script, use this one style sheet, and load nothing. A script that got in
 * through the catalog all the same would not run, because its hash is another.
 */
export function contentPolicy(): string {
  return [
    "default-src 'none'",
    `script-src '${hash(FILTER_SCRIPT)}'`,
    `style-src '${hash(STYLES)}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function hash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
