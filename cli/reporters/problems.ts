import type { Colors } from "picocolors/types";
import { formatPlace } from "../../fleet/place";
import type { Place } from "../../fleet/place";
import type { Problem } from "../../fleet/problem";

/** Reads the text of a file for its code frame; null when it can't be read. */
export type ReadText = (file: string) => string | null;

/** Every problem with its place, a code frame, what was found and wanted, and the fix. */
export function textProblems(problems: readonly Problem[], readText: ReadText, colors: Colors): string {
  const texts = new Map<string, string | null>();
  const lines: string[] = [];
  for (const problem of problems) {
    const where = problem.place === undefined ? "" : `${formatPlace(problem.place)}  `;
    lines.push(`${colors.red("error")}  ${where}${problem.message} ${colors.dim(`[${problem.code}]`)}`);
    if (problem.place !== undefined) {
      const { file } = problem.place;
      const text = texts.has(file) ? (texts.get(file) ?? null) : readText(file);
      texts.set(file, text);
      if (text !== null) lines.push(...codeFrame(text, problem.place, colors));
    }
    if (problem.found !== undefined) lines.push(`  found   ${printable(problem.found)}`);
    if (problem.wanted !== undefined) lines.push(`  wanted  ${problem.wanted}`);
    lines.push(`  fix     ${problem.fix}`, "");
  }
  const count = problems.length === 1 ? "1 error" : `${problems.length} errors`;
  lines.push(`${count}. Nothing was planned or written. More about one: fleet explain CODE`);
  return `${lines.join("\n")}\n`;
}

const FRAME_WIDTH = 100;

function codeFrame(text: string, place: Place, colors: Colors): string[] {
  const all = text.split("\n");
  const frame: string[] = [];
  for (let number = Math.max(1, place.line - 1); number <= Math.min(all.length, place.line + 1); number++) {
    const content = printable((all[number - 1] ?? "").slice(0, FRAME_WIDTH));
    const gutter = `${number === place.line ? ">" : " "} ${String(number).padStart(5)} | `;
    frame.push(number === place.line ? gutter + content : colors.dim(gutter + content));
    if (number === place.line && place.column <= FRAME_WIDTH) {
      frame.push(`${" ".repeat(gutter.length + place.column - 1)}${colors.red("^")}`);
    }
  }
  return frame;
}

/** Control characters in a broken file must not reach the terminal. */
function printable(text: string): string {
  return text.replaceAll("\t", " ").replace(/[\u0000-\u001f\u007f-\u009f]/g, "?");
}
