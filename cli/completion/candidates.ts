import type { Command, Option } from "commander";
import { PROBLEM_CODES } from "../../fleet/problem";
import type { Sources } from "../../fleet/source/read";
import { RULES } from "../../policies/rules";
import { SHELLS } from "./scripts";
import { stackNames } from "../../stacks/read";

/**
 * What may stand where the cursor is.
 *
 * @param words what was typed after the program's name; the last one is being typed and may be empty
 * @returns the candidates that begin with the last word
 */
export function candidates(program: Command, words: readonly string[], sources: Sources): readonly string[] {
  const current = words.at(-1) ?? "";
  const before = words.slice(0, -1);
  const command = visible(program).find((entry) => entry.name() === before[0]);
  return all(program, command ?? null, before, current, sources).filter((word) => word.startsWith(current));
}

/** Commander keeps to itself which commands are not shown. */
type HiddenCommand = Command & { readonly _hidden?: boolean };

function visible(program: Command): readonly Command[] {
  return (program.commands as readonly HiddenCommand[]).filter(({ _hidden }) => _hidden !== true);
}

function all(
  program: Command,
  command: Command | null,
  before: readonly string[],
  current: string,
  sources: Sources,
): readonly string[] {
  if (command === null) {
    if (before.length > 0) return [];
    return [...visible(program).map((entry) => entry.name()), "help", "--help"];
  }
  const previous = before.at(-1) ?? "";
  const option = command.options.find(({ short, long }) => previous === short || previous === long);
  if (option !== undefined && (option.required || option.optional)) return valuesOf(option, sources);
  if (current.startsWith("-")) {
    const used = new Set(before);
    const flags = command.options.filter(
      ({ short, long }) => !used.has(short ?? "") && !used.has(long ?? ""),
    );
    return [...flags.map(({ long, short }) => long ?? short ?? ""), "--help"];
  }
  if (before.length > 1) return [];
  if (command.name() === "explain") return [...RULES.map(({ id }) => id), ...PROBLEM_CODES];
  return command.name() === "completion" ? SHELLS : [];
}

function valuesOf(option: Option, sources: Sources): readonly string[] {
  if (option.argChoices !== undefined) return option.argChoices;
  if (option.long === "--stack") return stackNames(sources);
  return option.long === "--rule" ? RULES.map(({ id }) => id) : [];
}
