import type { Colors } from "picocolors/types";
import { formatPlace } from "../../fleet/place";
import type { Place } from "../../fleet/place";
import type { Problem } from "../../fleet/problem";
import { redactSourceLine } from "../redact";
import { hiddenProblem } from "./hidden-problem";

/** Reads the text of a file for its code frame; null when it can't be read. */
export type ReadText = (file: string) => string | null;

/** Nobody reads more than this; the rest is counted. */
const MAX_PRINTED = 50;

/**
 * Every problem with its place, a code frame, what was found and wanted, and the fix: the first 50, and how
 * many more there are.
 *
 * @param omitted how many more there are that were not even described
 */
export function textProblems(
  problems: readonly Problem[],
  readText: ReadText,
  colors: Colors,
  omitted = 0,
): string {
  const linesOf = linesIn(readText);
  const lines: string[] = [];
  for (const complete of problems.slice(0, MAX_PRINTED)) {
    const problem = hiddenProblem(complete, lineAt(complete, linesOf));
    const { place } = problem;
    const where = place === undefined ? "" : `${printable(formatPlace(place))}  `;
    lines.push(
      `${colors.red("error")}  ${where}${printable(problem.message)} ${colors.dim(`[${problem.code}]`)}`,
    );
    const text = place === undefined ? null : linesOf(place.file);
    if (place !== undefined && text !== null) lines.push(...codeFrame(text, place, colors));
    if (problem.found !== undefined) lines.push(`  found   ${printable(problem.found)}`);
    if (problem.wanted !== undefined) lines.push(`  wanted  ${printable(problem.wanted)}`);
    lines.push(`  fix     ${printable(problem.fix)}`, "");
  }
  const all = problems.length + omitted;
  const rest = all - Math.min(problems.length, MAX_PRINTED);
  if (rest > 0)
    lines.push(`... and ${rest} more like these or after them: fix the first ones and look again.`, "");
  lines.push(
    `${all === 1 ? "1 error" : `${all} errors`}. Nothing was planned or written. More about one: fleet explain ${problems[0]?.code ?? "CODE"}`,
  );
  return `${lines.join("\n")}\n`;
}

/** The same for programs: one JSON document. Schema: docs/schemas/problems.schema.json. */
export function jsonProblems(problems: readonly Problem[], omitted: number, readText: ReadText): string {
  const linesOf = linesIn(readText);
  const shown = problems.map((problem) => hiddenProblem(problem, lineAt(problem, linesOf)));
  return `${JSON.stringify({ schemaVersion: 1, problems: shown, omitted }, null, 2)}\n`;
}

type LinesOf = (file: string) => readonly string[] | null;

/** Reads each file once. */
function linesIn(readText: ReadText): LinesOf {
  const files = new Map<string, readonly string[] | null>();
  return (file) => {
    let known = files.get(file);
    if (known === undefined) {
      known = readText(file)?.split("\n") ?? null;
      files.set(file, known);
    }
    return known;
  };
}

function lineAt({ place }: Problem, linesOf: LinesOf): string | null {
  return place === undefined ? null : (linesOf(place.file)?.[place.line - 1] ?? null);
}

const FRAME_WIDTH = 100;

function codeFrame(all: readonly string[], place: Place, colors: Colors): string[] {
  const frame: string[] = [];
  // A line of a megabyte is shown around the column that is meant.
  const start = place.column <= FRAME_WIDTH ? 0 : place.column - FRAME_WIDTH / 2;
  const last = all.at(-1) === "" ? all.length - 1 : all.length;
  for (let number = Math.max(1, place.line - 1); number <= Math.min(last, place.line + 1); number++) {
    const written = (all[number - 1] ?? "").replace(/\r$/, "");
    const line = redactSourceLine(written, all.slice(Math.max(0, number - 200), number - 1));
    const content = printable(line.slice(start, start + FRAME_WIDTH));
    const gutter = `${number === place.line ? ">" : " "} ${String(number).padStart(5)} | `;
    const row = (gutter + content).trimEnd();
    frame.push(number === place.line ? row : colors.dim(row));
    if (number === place.line) {
      frame.push(`${" ".repeat(gutter.length + place.column - 1 - start)}${colors.red("^")}`);
    }
  }
  return frame;
}

/**
 * Control characters in a broken file must not reach the terminal, nor those that turn the direction of the
 * text, show nothing, or end a line where none ends.
 */
function printable(text: string): string {
  return text
    .replaceAll("\t", " ")
    .replace(/[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, "?")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "?");
}
