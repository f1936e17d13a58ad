import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../problem";

/** A fleet of 69,000 agents takes 9 MB; what is larger than this is a mistake. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;

/** The text of a file, and the name under which problems speak of it. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/**
 * Reads one input file of the project.
 *
 * @param root folder of the project
 * @param file path relative to it, with forward slashes
 * @returns the text, or the one reason why there is none
 */
export function readSource(root: string, file: string): SourceText | Problem {
  const path = join(root, file);
  const place = { file, line: 1, column: 1 };
  try {
    const stat = statSync(path);
    if (!stat.isFile()) {
      return {
        code: "file-not-regular",
        message: `${file} is not a file`,
        place,
        found: stat.isDirectory() ? "a directory" : "a special file",
        wanted: "a regular file",
        fix: `put the file ${file} in its place`,
      };
    }
    if (stat.size > MAX_FILE_BYTES) {
      return {
        code: "file-too-large",
        message: `${file} is too large to be a catalog`,
        place,
        found: `${(stat.size / 1024 / 1024).toFixed(1)} MiB`,
        wanted: `at most ${MAX_FILE_BYTES / 1024 / 1024} MiB`,
        fix: "remove what does not belong there",
      };
    }
    const bytes = readFileSync(path);
    return decode(file, bytes);
  } catch (error) {
    return readFailure(file, error);
  }
}

function decode(file: string, bytes: Uint8Array): SourceText | Problem {
  try {
    return { file, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    const line = lineOfFirstInvalidByte(bytes);
    return {
      code: "file-not-utf8",
      message: `${file} is not UTF-8 text`,
      place: { file, line, column: 1 },
      found: `bytes that are no UTF-8 in line ${line}`,
      wanted: "UTF-8",
      fix: "save the file as UTF-8",
    };
  }
}

/** The decoder does not say where it stopped, so the first line that can't be decoded is looked for. */
function lineOfFirstInvalidByte(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  for (let end = 0; end <= bytes.length; end++) {
    if (end < bytes.length && bytes[end] !== 0x0a) continue;
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    line += 1;
    start = end + 1;
  }
  return line;
}

function readFailure(file: string, error: unknown): Problem {
  const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
  const place = { file, line: 1, column: 1 };
  if (code === "ENOENT" || code === "ENOTDIR") {
    return {
      code: "file-missing",
      message: `${file} is missing`,
      place,
      found: "no such file",
      wanted: `the file ${file}`,
      fix: `create ${file}, or run the command in the folder of a fleet (or with --dir)`,
    };
  }
  return {
    code: "file-unreadable",
    message: `${file} can't be read`,
    place,
    found: code,
    wanted: "a file this user may read",
    fix: "check its permissions",
  };
}
