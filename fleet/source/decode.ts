import type { Problem } from "../problem";
import { Lines } from "./lines";
import type { SourceText } from "./source-text";

/** What YAML refuses wherever it stands: everything below a space but tab and line ends, and DEL. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Bytes to text: UTF-8 (a byte order mark is skipped) without control characters, or why it is not. */
export function decode(file: string, bytes: Uint8Array): SourceText | Problem {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return notUtf8(file, bytes);
  }
  return controlCharacter(file, text) ?? { file, text };
}

function controlCharacter(file: string, text: string): Problem | null {
  const offset = text.search(CONTROL);
  if (offset === -1) return null;
  const character = text.charCodeAt(offset);
  const name = `U+${character.toString(16).toUpperCase().padStart(4, "0")}`;
  return {
    code: "control-character",
    message:
      character === 0
        ? `${file} has a NUL byte: it is binary, or was cut off`
        : `${file} has the control character ${name}`,
    place: new Lines(file, text).place(offset),
    found: name,
    wanted: "text: nothing below a space but line ends",
    fix:
      character === 0
        ? "take the file back from version control, or save it as UTF-8"
        : "delete the character",
  };
}

function notUtf8(file: string, bytes: Uint8Array): Problem {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const line = wide ? 1 : lineOfFirstInvalidByte(bytes);
  return {
    code: "file-not-utf8",
    message: `${file} is not UTF-8 text`,
    place: { file, line, column: 1 },
    found: wide ? "UTF-16, by its first two bytes" : `bytes that are no UTF-8 in line ${line}`,
    wanted: "UTF-8",
    fix: wide
      ? "save the file as UTF-8 (iconv -f UTF-16 -t UTF-8)"
      : "write the character again in that line, or save the file as UTF-8 (iconv -f LATIN1 -t UTF-8)",
  };
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
