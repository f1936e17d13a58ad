import type { Colors } from "picocolors/types";
import { InputError } from "../../fleet/problem";
import { sourcesIn } from "../../fleet/source/read";
import { didYouMean } from "../../fleet/source/suggest";
import { levelOf } from "../../fleet/tier";
import type { Rule } from "../../policies/rule";
import { RULES } from "../../policies/rules";
import { readTiers } from "../../stacks/read";
import { EXIT } from "../exit-codes";
import { ENGINE_PAGES } from "../explain/engine-pages";
import { ALL_PAGES, pageOf } from "../explain/all-pages";
import { PROBLEM_PAGES } from "../explain/pages";
import type { ProblemPage } from "../explain/pages";
import { colorsFor } from "../output";

/** `fleet explain CODE|RULE`: the page of a problem or a rule; without a name a list of all. */
export function explain(root: string, name: string | null): number {
  const colors = colorsFor(process.stdout);
  process.stdout.write(`${(name === null ? list(colors) : page(root, name, colors)).join("\n")}\n`);
  return EXIT.fine;
}

function page(root: string, name: string, colors: Colors): readonly string[] {
  const problem = pageOf(name);
  if (problem !== null) return problemPage(name, problem, colors);
  const rule = RULES.find(({ id }) => id === name);
  if (rule !== undefined) return rulePage(rule, root, colors);
  throw new InputError([
    {
      code: "unknown-code",
      message: `there is nothing to explain under ${name}`,
      found: name,
      wanted: "the code of a problem or the id of a rule",
      fix:
        didYouMean(name, [...Object.keys(ALL_PAGES), ...RULES.map(({ id }) => id)]) ??
        "fleet explain without a name lists everything",
    },
  ]);
}

function problemPage(code: string, page: ProblemPage, colors: Colors): readonly string[] {
  const { title, meaning, example, fix } = page;
  return [
    `${colors.bold(code)}  ${title}`,
    "",
    ...wrapped(meaning),
    "",
    "Example",
    ...example.split("\n").map((line) => `    ${line}`),
    "",
    "How to fix it",
    ...wrapped(fix),
  ];
}

function rulePage(rule: Rule, root: string, colors: Colors): readonly string[] {
  return [
    `${colors.bold(rule.id)}  ${rule.category}, severity ${rule.severity}`,
    "",
    ...wrapped(rule.description),
    "",
    "Why",
    ...wrapped(rule.rationale),
    "",
    "How to fix it",
    ...wrapped(rule.remediation),
    "",
    ...(rule.exemptible === false ? ["Nobody can be exempt from it, and no baseline covers it.", ""] : []),
    "Level by tier",
    ...levels(rule, root),
  ];
}

/** The level in each tier of this fleet, and why where a tier has its own. */
function levels(rule: Rule, root: string): readonly string[] {
  try {
    return readTiers(sourcesIn(root)).map((tier) => {
      const reason = tier.overrides.find((override) => override.rule === rule.id)?.reason;
      const level = levelOf(tier, rule);
      return `  ${tier.name.padEnd(9)}${level}${reason === undefined ? "" : ` (own level: ${reason})`}`;
    });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [`  not known: ${error.problems[0]?.message ?? "the tiers can't be read"}`];
  }
}

function list(colors: Colors): readonly string[] {
  const rules = [...RULES].sort((a, b) => (a.id < b.id ? -1 : 1));
  const names = [...rules.map(({ id }) => id), ...Object.keys(ALL_PAGES)];
  const width = Math.max(...names.map((name) => name.length)) + 2;
  const titles = (pages: Readonly<Record<string, ProblemPage>>) =>
    Object.entries(pages)
      .map(([code, { title }]) => `  ${code.padEnd(width)}${title}`)
      .sort();
  return [
    colors.bold("Rules"),
    ...rules.map((rule) => `  ${rule.id.padEnd(width)}${rule.description}`),
    "",
    colors.bold("Problems of the input"),
    ...titles(PROBLEM_PAGES),
    "",
    colors.bold("Problems around the engine"),
    ...titles(ENGINE_PAGES),
    "",
    "More about one: fleet explain NAME",
  ];
}

const WIDTH = 96;

function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  let line = " ";
  for (const word of text.split(" ")) {
    if (line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = " ";
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
