import type { Project } from "../support/project";

/** One line of the table that is run directly, by the command line, by the pack and by the engine. */
export interface ExemptionCase {
  readonly title: string;
  /** The entries of catalog/exemptions.yaml; null: there is no such file. */
  readonly entries: readonly string[] | null;
  /** What `autogpt` may take; staging lets it have at most 1 GiB. */
  readonly memory?: string;
  readonly today?: string;
  /** `rule  verdict  a part of what was found` of every finding of the rules below, sorted. */
  readonly expect: readonly (readonly [rule: string, verdict: string, found: string])[];
}

export const STACK = "staging";
export const AGENT = "autogpt";
export const LIMIT = "container-memory-limit";
/** The rules that the cases are about. */
export const RULES_OF_CASES = [LIMIT, "exemption-expired", "exemption-expiring", "exemption-unused"];
export const DAY = "2026-06-15";

/** An entry that counts on DAY, with some keys changed. */
export function entry(changes: Readonly<Record<string, string>> = {}): string {
  const keys = {
    rule: LIMIT,
    agents: `[${AGENT}]`,
    tiers: "[staging]",
    reason: "the model does not fit until it is quantised",
    owner: "machine-learning",
    approver: "platform",
    ticket: "FLEET-12",
    created: "2026-06-01",
    expires: "2026-07-31",
    ...changes,
  };
  return Object.entries(keys)
    .map(([key, value], index) => `${index === 0 ? "  - " : "    "}${key}: ${value}\n`)
    .join("");
}

export function exemptionsFile(entries: readonly string[]): string {
  return `version: 1\nexemptions:\n${entries.join("")}`;
}

/** Makes a project what a case says. */
export function prepare(project: Project, { entries, memory = "2GiB" }: ExemptionCase): void {
  const role = "    role: autonomous-tasks\n";
  project.edit("catalog/agents.yaml", role, `${role}    memory: ${memory}\n`);
  if (entries !== null) project.write("catalog/exemptions.yaml", exemptionsFile(entries));
}

const BLOCKS = [LIMIT, "blocks", "2 GiB"] as const;
const EXEMPTED = [LIMIT, "exempted", "2 GiB"] as const;
const UNUSED = ["exemption-unused", "advises", "nobody of it breaks the rule"] as const;

export const CASES: readonly ExemptionCase[] = [
  { title: "no file", entries: null, expect: [BLOCKS] },
  { title: "a file without entries", entries: [" []\n"], expect: [BLOCKS] },
  { title: "by name", entries: [entry()], expect: [EXEMPTED] },
  { title: "by a pattern", entries: [entry({ agents: "['auto*']" })], expect: [EXEMPTED] },
  { title: "another agent", entries: [entry({ agents: "[crewai]" })], expect: [BLOCKS, UNUSED] },
  { title: "another rule", entries: [entry({ rule: "container-init" })], expect: [BLOCKS, UNUSED] },
  { title: "another tier", entries: [entry({ tiers: "[dev]" })], expect: [BLOCKS] },
  {
    title: "on the day before the first",
    entries: [entry()],
    today: "2026-05-31",
    expect: [BLOCKS, ["exemption-unused", "advises", "2026-06-01"]],
  },
  { title: "on the first day", entries: [entry()], today: "2026-06-01", expect: [EXEMPTED] },
  {
    title: "on the last day",
    entries: [entry()],
    today: "2026-07-31",
    expect: [EXEMPTED, ["exemption-expiring", "advises", "ends today"]],
  },
  {
    title: "on the day after the last",
    entries: [entry()],
    today: "2026-08-01",
    expect: [BLOCKS, ["exemption-expired", "advises", "1 finding counts again"]],
  },
  {
    title: "ended, and mended",
    entries: [entry()],
    memory: "512MiB",
    today: "2026-08-01",
    expect: [["exemption-expired", "advises", "nothing breaks the rule"]],
  },
  { title: "never needed", entries: [entry()], memory: "512MiB", expect: [UNUSED] },
  {
    title: "needed by one of two",
    entries: [entry({ agents: "[autogpt, crewai]" })],
    expect: [EXEMPTED, ["exemption-unused", "advises", "crewai, where nothing breaks the rule"]],
  },
  { title: "within the cap", entries: [entry({ cap: "2GiB" })], expect: [EXEMPTED] },
  { title: "above the cap", entries: [entry({ cap: "1536MiB" })], expect: [BLOCKS] },
  {
    title: "above the cap, and ended",
    entries: [entry({ cap: "1536MiB" })],
    today: "2026-08-01",
    expect: [BLOCKS, ["exemption-expired", "advises", "1 finding counts, above its cap"]],
  },
  {
    title: "one that ended, and its renewal",
    entries: [entry(), entry({ ticket: "FLEET-13", created: "2026-07-20", expires: "2026-09-30" })],
    today: "2026-08-01",
    expect: [EXEMPTED, ["exemption-expired", "advises", "ended on 2026-07-31"]],
  },
];
