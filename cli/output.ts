import pico from "picocolors";
import { readBytes } from "../fleet/source/read";
import type { ReadText } from "./reporters/problems";

/** Colours where the stream is a terminal that wants them: NO_COLOR and FORCE_COLOR are kept. */
export function colorsFor(stream: NodeJS.WriteStream): ReturnType<typeof pico.createColors> {
  const forced = process.env["FORCE_COLOR"] !== undefined && process.env["FORCE_COLOR"] !== "0";
  const refused = process.env["NO_COLOR"] !== undefined && process.env["NO_COLOR"] !== "";
  // Not a terminal is `undefined`, for which picocolors would guess: and it guesses colours wherever CI is set.
  return pico.createColors(!refused && (forced || stream.isTTY === true));
}

/** True where a screen can be drawn on: a terminal that people look at, and that knows how. */
export function isDrawnOn(stream: Pick<NodeJS.WriteStream, "isTTY">, env: NodeJS.ProcessEnv): boolean {
  return stream.isTTY === true && env["TERM"] !== "dumb" && (env["CI"] ?? "") === "";
}

/** Reads files for code frames, as the catalog is read: nothing large, no pipes, nothing outside of the project. */
export function readerOf(root: string): ReadText {
  return (file) => {
    const bytes = readBytes(root, file);
    // Text in another encoding would be shown as noise.
    const binary = !("code" in bytes) && bytes.subarray(0, 100).includes(0);
    return "code" in bytes || binary ? null : new TextDecoder("utf-8").decode(bytes);
  };
}

/**
 * Whoever reads our output may stop before its end (`fleet check | head`): that is no failure, and nothing to
 * be said. The exit code stays what it is.
 */
export function acceptClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      process.exit();
    });
  }
}
