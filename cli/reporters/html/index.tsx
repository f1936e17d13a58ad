import { renderToString } from "preact-render-to-string";
import type { Checked } from "../../pipeline";
import { Page } from "./page";

/**
 * The report as one HTML document that needs nothing else: no request, no font, no library. A pure function of
 * the plan and the verdict, escaped by construction.
 */
export function htmlReport(checked: Checked): string {
  return `<!doctype html>\n${renderToString(<Page {...checked} />)}\n`;
}
