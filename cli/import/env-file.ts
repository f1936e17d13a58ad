import { SubstitutionError, interpolate } from "./interpolate";
import type { Lookup } from "./interpolate";

export interface Variable {
  readonly name: string;
  /** Null where only the name stands: the variable is taken from outside. */
  readonly value: string | null;
  /** From 1. */
  readonly line: number;
}

/** A line that is no variable. */
export interface EnvFileFault {
  readonly line: number;
  readonly found: string;
}

const LINE = /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*(?:=\s*|$)/;
const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  "\\": "\\",
  '"': '"',
  $: "$$",
};

/**
 * Reads an env file as the Compose specification has it: comments, quotes, escapes in double quotes, values over
 * several lines in quotes, and variables in what is not in single quotes.
 *
 * @param lookup what variables of earlier lines don't say
 */
export function readEnvFile(
  text: string,
  lookup: Lookup,
): { readonly variables: readonly Variable[]; readonly faults: readonly EnvFileFault[] } {
  const lines = text.split(/\r?\n/);
  const variables: Variable[] = [];
  const faults: EnvFileFault[] = [];
  const known = new Map<string, string>();
  const look: Lookup = (name) => known.get(name) ?? lookup(name);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (/^\s*(#|$)/.test(line)) continue;
    const match = LINE.exec(line);
    const name = match?.[1];
    const start = index + 1;
    if (match === null || name === undefined) {
      faults.push({ line: start, found: line.trim() });
      continue;
    }
    if (!match[0].includes("=")) {
      variables.push({ name, value: null, line: start });
      continue;
    }
    let rest = line.slice(match[0].length);
    const quote = rest[0] === '"' || rest[0] === "'" ? rest[0] : null;
    while (quote !== null && closing(rest, quote) === -1 && index + 1 < lines.length) {
      index += 1;
      rest += `\n${lines[index] ?? ""}`;
    }
    try {
      const value = valueOf(rest, quote, look);
      if (value === null) {
        // The rest of the file was taken for a value: only this line is wrong.
        index = start - 1;
        faults.push({ line: start, found: "a quote without its end" });
        continue;
      }
      known.set(name, value);
      variables.push({ name, value, line: start });
    } catch (error) {
      if (!(error instanceof SubstitutionError)) throw error;
      faults.push({ line: start, found: error.message });
    }
  }
  return { variables, faults };
}

function valueOf(rest: string, quote: string | null, look: Lookup): string | null {
  if (quote === null) return interpolate(rest.replace(/(^|\s)#.*$/, "").trim(), look).text;
  const end = closing(rest, quote);
  if (end === -1) return null;
  const inside = rest.slice(1, end);
  if (quote === "'") return inside.replaceAll("\\'", "'");
  const unescaped = inside.replace(/\\([nrt\\"$])/g, (_, letter: string) => ESCAPES[letter] ?? letter);
  return interpolate(unescaped, look).text;
}

/** Where the quote ends; -1 when it doesn't. */
function closing(text: string, quote: string): number {
  for (let at = 1; at < text.length; at++) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === quote) return at;
  }
  return -1;
}
