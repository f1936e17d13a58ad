import type { Colors } from "picocolors/types";
import { formatPlace } from "../../fleet/place";
import type { Budget } from "../../fleet/plan/types";
import { formatCpu } from "../../fleet/units/cpu";
import { formatMemory } from "../../fleet/units/memory";
import type { Finding } from "../../policies/finding";
import { wordFinding } from "../../policies/wording";
import type { Filtered } from "../filter";
import type { Checked } from "../pipeline";
import { bar } from "./bar";
import { printableValue } from "./printable";
import { exceptionCounts } from "./finding-text";

/** The summary, then every finding under its subject. Computes nothing. */
export function textReport(checked: Checked, colors: Colors, filter: Filtered | null = null): string {
  const found = printableValue(checked.report.findings);
  return [...summary(checked, colors, filter), ...findings(found, colors)].join("\n") + "\n";
}

function summary({ plan, report }: Checked, colors: Colors, filter: Filtered | null): string[] {
  const pools = plan.pools.map((pool) => `${pool.agents} ${pool.name}`).join(", ");
  const containers = plan.services.reduce((sum, service) => sum + service.containerNames.length, 0);
  const started = plan.agents.filter((agent) => agent.running).length;
  return [
    `${colors.bold(plan.fleet)}  stack ${colors.bold(plan.stack)}, tier ${plan.tier}`,
    "",
    `  agents       ${plan.agents.length} (${pools})`,
    `  services     ${plan.services.length} in ${containers} containers`,
    `  start        ${started} agents in ${plan.waves.length} waves, the rest created and waiting`,
    `  resources    ${report.summary.resources} would be sent`,
    ...plan.budgets.map((budget) => budgetLine(budget, colors)),
    `  rules        ${report.summary.rules}: ${verdictText(report.summary, colors, filter)}`,
    ...(filter === null ? [] : [filterLine(filter)]),
    "",
  ];
}

function budgetLine(budget: Budget, colors: Colors): string {
  const show = budget.unit === "MiB" ? formatMemory : formatCpu;
  const line = `${bar(budget.used, budget.limit)} ${show(budget.used)} of ${show(budget.limit)}`;
  const left = budget.headroom >= 0 ? `${show(budget.headroom)} left` : `${show(-budget.headroom)} too much`;
  return `  ${budget.title.padEnd(13)}${line}, ${budget.headroom >= 0 ? left : colors.red(left)}`;
}

/** A filtered report must never look like a clean one. */
function filterLine(filter: Filtered): string {
  const options = (["agent", "pool", "rule"] as const)
    .filter((key) => filter[key] !== null)
    .map((key) => `--${key} ${filter[key]}`);
  const findings = (count: number): string => (count === 1 ? "1 finding" : `${count} findings`);
  return `  filter       ${options.join(" ")}: ${findings(filter.shown)} shown, ${filter.leftOut} left out`;
}

/** What the rules say, in one line. */
export function verdictText(
  summary: Checked["report"]["summary"],
  colors: Colors,
  filter: Filtered | null = null,
): string {
  const parts: string[] = [];
  if (summary.blocking > 0) parts.push(colors.red(`${summary.blocking} blocking`));
  if (summary.advisory > 0) parts.push(colors.yellow(`${summary.advisory} advisory`));
  if (summary.notEvaluated > 0) parts.push(colors.yellow(`${summary.notEvaluated} not evaluated`));
  const letThrough = exceptionCounts(summary);
  if (letThrough !== null) parts.push(letThrough);
  if (parts.length === 0 && filter !== null && filter.leftOut > 0) return "nothing in this filter";
  return parts.length === 0 ? colors.green("all kept") : parts.join(", ");
}

/** Every finding under its subject, as lines. */
export function findings(all: readonly Finding[], colors: Colors): string[] {
  const lines: string[] = [];
  const told = new Set<string>();
  let last = "";
  for (const finding of all) {
    const where = finding.place === null ? "" : `  ${formatPlace(finding.place)}`;
    const head = `${finding.subject.kind} ${colors.bold(finding.subject.name)}${colors.dim(where)}`;
    if (head !== last) lines.push(head);
    last = head;
    lines.push(...findingLines(finding, told, colors), "");
  }
  return lines;
}

/** Reason and fix stand with the first finding they belong to; eleven unlocked images need to be told once. */
function findingLines(finding: Finding, told: Set<string>, colors: Colors): string[] {
  const { verdict, statement, why, fix, exception } = wordFinding(finding);
  const color = verdict === "blocks" ? colors.red : exception === null ? colors.yellow : colors.dim;
  const line = `  ${color(verdict)}  ${statement} ${colors.dim(`[${finding.rule}]`)}`;
  // What was let through needs no mending today: who let it through is what counts.
  const advice =
    exception === null
      ? [`    why  ${why}`, ...(fix === null ? [] : [`    fix  ${fix}`])]
      : [`    let through  ${exception}`];
  const key = [finding.rule, ...advice].join("\0");
  if (told.has(key)) return [line];
  told.add(key);
  return [line, ...advice];
}
