import type { Colors } from "picocolors/types";
import { formatPlace } from "../../fleet/place";
import { formatMemory } from "../../fleet/units/memory";
import type { Finding } from "../../policies/finding";
import { wordFinding } from "../../policies/wording";
import type { FleetDiff, MembersDiff, PropertyChange } from "../diff/model";
import { findingText } from "./finding-text";
import { printableValue } from "./printable";
import { arrow, EFFECT_WORDS, formatAmount, headline, memberNames } from "./diff-lines";

/** The difference for a terminal: headline, what changes, what it does to budgets and rules. */
export function diffText(given: FleetDiff, colors: Colors): string {
  // The operations are for programs, and as large as the plan.
  const diff = printableValue({ ...given, operations: [] });
  const lines = [
    `${colors.bold(diff.fleet)}  stack ${colors.bold(diff.stack)}, against ${diff.base}: ${headline(diff)}`,
  ];
  if (diff.tier.before !== diff.tier.after) lines.push(`  tier ${arrow(diff.tier)}`);
  if (diff.identical) return `${lines.join("\n")}\n`;
  lines.push("", ...members(diff.agents, "agent", colors), ...members(diff.services, "service", colors));
  lines.push(...pools(diff), ...routes(diff), ...alerts(diff), ...budgets(diff, colors));
  lines.push(
    ...rules("newly broken", diff.rules.broken, colors),
    ...rules("newly fixed", diff.rules.fixed, colors),
  );
  lines.push(...rules("newly exempted", diff.rules.exempted, colors));
  lines.push(...rules("newly in the baseline", diff.rules.baselined, colors));
  return `${lines.join("\n").trimEnd()}\n`;
}

function members(diff: MembersDiff, kind: string, colors: Colors): string[] {
  const lines: string[] = [];
  for (const member of diff.added) {
    lines.push(
      `  ${colors.green("+")} ${kind} ${member.name}  ${member.summary}  ${colors.dim(formatPlace(member.place))}`,
    );
  }
  for (const member of diff.removed)
    lines.push(`  ${colors.red("-")} ${kind} ${member.name}  ${member.summary}`);
  for (const rename of diff.renamed) {
    lines.push(
      `  ${colors.yellow("~")} ${kind} ${rename.from} -> ${rename.to}  ${colors.dim(formatPlace(rename.place))}`,
    );
    lines.push(`      taken for renamed: ${rename.why}`);
  }
  for (const group of diff.changed) {
    lines.push(`  ${colors.yellow("~")} ${memberNames(group, kind)}  (${EFFECT_WORDS[group.effect]})`);
    lines.push(...group.changes.map(changeLine));
  }
  return lines.length === 0 ? [] : [...lines, ""];
}

function changeLine(change: PropertyChange): string {
  return `      ${change.property} ${change.before ?? "nothing"} -> ${change.after ?? "nothing"}`;
}

function pools(diff: FleetDiff): string[] {
  return diff.pools.map((pool) => {
    const agents = arrow({ before: String(pool.agents.before), after: String(pool.agents.after) });
    const memory = arrow({
      before: formatMemory(pool.memory.before),
      after: formatMemory(pool.memory.after),
    });
    return `  pool ${pool.name}  agents ${agents}, memory ${memory}`;
  });
}

function routes(diff: FleetDiff): string[] {
  const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;
  return diff.routes.map((route) => {
    const share = arrow({ before: percent(route.share.before), after: percent(route.share.after) });
    const agents = arrow({ before: String(route.agents.before), after: String(route.agents.after) });
    return `  route ${route.pool}/${route.class}  share ${share}, agents ${agents}`;
  });
}

function alerts(diff: FleetDiff): string[] {
  return [
    ...diff.alerts.added.map((name) => `  + alert ${name}`),
    ...diff.alerts.removed.map((name) => `  - alert ${name}`),
    ...diff.alerts.changed.flatMap(({ name, changes }) => [`  ~ alert ${name}`, ...changes.map(changeLine)]),
  ];
}

function budgets(diff: FleetDiff, colors: Colors): string[] {
  const lines = diff.budgets.map((budget) => {
    const show = (value: number): string => formatAmount(value, budget.unit);
    const headroom = arrow({ before: show(budget.headroom.before), after: show(budget.headroom.after) });
    const limit = arrow({ before: show(budget.limit.before), after: show(budget.limit.after) });
    const line = `  ${budget.title.padEnd(13)} headroom ${headroom} of ${limit}`;
    return budget.headroom.after < 0 ? colors.red(line) : line;
  });
  return ["", ...lines, ""];
}

function rules(title: string, findings: readonly Finding[], colors: Colors): string[] {
  return findings.flatMap((finding) => {
    const where = finding.place === null ? "" : `  ${colors.dim(formatPlace(finding.place))}`;
    const what = findingText(finding);
    const { verdict, exception } = wordFinding(finding);
    return [
      `  ${title}: ${finding.subject.kind} ${finding.subject.name}  ${what} (${verdict}) [${finding.rule}]${where}`,
      exception === null ? `      fix  ${finding.fix}` : `      let through  ${exception}`,
    ];
  });
}
