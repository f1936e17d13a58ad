import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import pico from "picocolors";
import { MAX_FILE_BYTES } from "../fleet/source/read";
import type { ReadText } from "./reporters/problems";

/** Colours where the stream is a terminal that wants them: NO_COLOR and FORCE_COLOR are kept. */
export function colorsFor(stream: NodeJS.WriteStream): ReturnType<typeof pico.createColors> {
  const forced = process.env["FORCE_COLOR"] !== undefined && process.env["FORCE_COLOR"] !== "0";
  const refused = process.env["NO_COLOR"] !== undefined && process.env["NO_COLOR"] !== "";
  return pico.createColors(!refused && (forced || stream.isTTY));
}

/** Reads files for code frames, never more than a catalog may have. */
export function readerOf(root: string): ReadText {
  return (file) => {
    try {
      const path = join(root, file);
      const stat = statSync(path);
      return stat.isFile() && stat.size <= MAX_FILE_BYTES ? readFileSync(path, "utf8") : null;
    } catch {
      return null;
    }
  };
}
