import type { Catalog } from "../fleet/catalog/types";
import { namePattern } from "../fleet/glob";
import { InputError } from "../fleet/problem";
import type { Problem } from "../fleet/problem";
import { didYouMean } from "../fleet/source/suggest";
import { summarise } from "../policies/evaluate";
import type { Finding } from "../policies/finding";
import type { Report } from "../policies/report";

/** What of a report is wanted. Everything that is null lets everything through. */
export interface Filter {
  /** The name of an agent; `*` stands for any letters. */
  readonly agent: string | null;
  readonly pool: string | null;
  readonly rule: string | null;
}

/** What a filter did to a report. */
export interface Filtered {
  readonly agent: string | null;
  readonly pool: string | null;
  readonly rule: string | null;
  readonly shown: number;
  readonly leftOut: number;
}

/** The report with the findings that pass the filter only; null in `filtered` when there is no filter. */
export function filterReport(
  report: Report,
  filter: Filter,
  catalog: Catalog,
): { readonly report: Report; readonly filtered: Filtered | null } {
  if (filter.agent === null && filter.pool === null && filter.rule === null)
    return { report, filtered: null };
  checkFilter(report, filter, catalog);
  const agent = filter.agent === null ? null : namePattern(filter.agent);
  const passes = (finding: Finding): boolean =>
    (filter.rule === null || finding.rule === filter.rule) &&
    (agent === null || (finding.subject.kind === "agent" && agent.matches(finding.subject.name))) &&
    (filter.pool === null || poolOf(finding, catalog) === filter.pool);
  const findings = report.findings.filter(passes);
  const { resources, rules } = report.summary;
  return {
    report: { ...report, findings, summary: summarise(findings, resources, rules) },
    filtered: { ...filter, shown: findings.length, leftOut: report.findings.length - findings.length },
  };
}

function poolOf({ subject }: Finding, catalog: Catalog): string | null {
  if (subject.kind === "pool") return subject.name;
  return subject.kind === "agent" ? (catalog.agentsByName.get(subject.name)?.pool ?? null) : null;
}

/** A filter that can't match would show a broken fleet as clean. */
function checkFilter(report: Report, { agent, rule }: Filter, catalog: Catalog): void {
  const problems: Problem[] = [];
  const rules = report.rules.map((entry) => entry.id);
  if (rule !== null && !rules.includes(rule)) {
    problems.push({
      code: "unknown-rule",
      message: `--rule ${rule}: there is no such rule`,
      found: rule,
      wanted: "the id of a rule: fleet explain lists them",
      fix: didYouMean(rule, rules) ?? "leave the filter out",
    });
  }
  if (agent !== null) problems.push(...unknownAgent(agent, catalog));
  if (problems.length > 0) throw new InputError(problems);
}

/** @throws InputError `unknown-agent` */
export function checkAgentName(agent: string, catalog: Catalog): void {
  const problems = unknownAgent(agent, catalog);
  if (problems.length > 0) throw new InputError(problems);
}

function unknownAgent(agent: string, catalog: Catalog): Problem[] {
  const pattern = namePattern(agent);
  if (catalog.agents.some(({ name }) => pattern.matches(name))) return [];
  return [
    {
      code: "unknown-agent",
      message: `--agent ${agent}: no agent has such a name`,
      found: agent,
      wanted: "the name of an agent in catalog/agents.yaml, with * for any letters",
      fix: didYouMean(agent, catalog.agentsByName.keys()) ?? "leave the filter out",
    },
  ];
}
