import { formatPlace } from "../../fleet/place";
import type { Finding } from "../../policies/finding";
import { wordFinding } from "../../policies/wording";
import type { FleetDiff, MembersDiff } from "../diff/model";
import { arrow, EFFECT_WORDS, formatAmount, headline, memberNames } from "./diff-lines";
import { findingText } from "./finding-text";
import { COMMENT_LIMIT } from "./markdown";
import { markdownText as text } from "./markdown-text";

/** The difference as a comment on a pull request. Starts with a mark by which it is found again and updated. */
export function diffMarkdown(diff: FleetDiff, reportUrl: string | null = null): string {
  const lines = [
    `<!-- sutazai-fleet diff ${text(diff.stack)} -->`,
    `### Fleet ${text(diff.fleet)}, stack ${text(diff.stack)}: ${headline(diff)}`,
    "",
    `Against \`${text(diff.base)}\`, tier ${arrow(diff.tier)}.`,
    "",
  ];
  if (diff.identical) return `${lines.join("\n").trimEnd()}\n`;
  lines.push(...members(diff.agents, "agent"), ...members(diff.services, "service"));
  lines.push(...findings("Newly broken", diff.rules.broken), ...findings("Newly fixed", diff.rules.fixed));
  lines.push(...findings("Newly exempted", diff.rules.exempted));
  lines.push(...findings("Newly in the baseline", diff.rules.baselined));
  lines.push(...budgets(diff), ...alerts(diff));
  return cut(lines, reportUrl);
}

/** Whole lines below what the host takes, and one that tells of the rest. */
function cut(lines: readonly string[], reportUrl: string | null): string {
  const whole = `${lines.join("\n").trimEnd()}\n`;
  if (whole.length <= COMMENT_LIMIT) return whole;
  const shown: string[] = [];
  let used = 300;
  for (const line of lines) {
    used += line.length + 1;
    if (used > COMMENT_LIMIT) break;
    shown.push(line);
  }
  const left = lines.length - shown.length;
  const where = reportUrl === null ? "`--format json` shows all" : `all of them: ${reportUrl}`;
  return `${[...shown, "", `${left} more lines are left out here; ${where}.`].join("\n")}\n`;
}

function members(diff: MembersDiff, kind: string): string[] {
  const rows = [
    ...diff.added.map(
      (member) => `| added | ${text(member.name)} | ${text(member.summary)} | new container |`,
    ),
    ...diff.removed.map(
      (member) => `| removed | ${text(member.name)} | ${text(member.summary)} | container removed |`,
    ),
    ...diff.renamed.map(
      (rename) =>
        `| renamed | ${text(rename.from)} → ${text(rename.to)} | ${text(rename.why)} | replaces the container |`,
    ),
    ...diff.changed.map((group) => {
      const changes = group.changes
        .map(
          (change) =>
            `${text(change.property)} ${text(change.before ?? "nothing")} → ${text(change.after ?? "nothing")}`,
        )
        .join("<br>");
      return `| changed | ${text(memberNames(group, kind))} | ${changes} | ${EFFECT_WORDS[group.effect]} |`;
    }),
  ];
  return rows.length === 0
    ? []
    : [`| ${kind} | name | what | effect |`, "| --- | --- | --- | --- |", ...rows, ""];
}

function findings(title: string, list: readonly Finding[]): string[] {
  if (list.length === 0) return [];
  const rows = list.map((finding) => {
    const what = findingText(finding);
    const where = finding.place === null ? "" : `\`${text(formatPlace(finding.place))}\``;
    const { verdict, exception } = wordFinding(finding);
    const level = verdict === "blocks" ? "**blocks**" : verdict;
    const through = exception === null ? "" : `<br>${text(exception)}`;
    return `| ${level} | ${text(finding.subject.name)} | ${text(what)}${through} | ${text(finding.rule)} | ${where} |`;
  });
  return [
    `**${title}**`,
    "",
    "| level | subject | found -> wanted | rule | place |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
    "",
  ];
}

function budgets(diff: FleetDiff): string[] {
  const rows = diff.budgets.map((budget) => {
    const show = (value: number): string => formatAmount(value, budget.unit);
    return `| ${budget.title} | ${show(budget.headroom.before)} | ${show(budget.headroom.after)} | ${show(budget.limit.after)} |`;
  });
  return ["| budget | headroom before | after | limit |", "| --- | --- | --- | --- |", ...rows, ""];
}

function alerts(diff: FleetDiff): string[] {
  const { added, removed, changed } = diff.alerts;
  const rows = [
    ...added.map((name) => `- added alert ${text(name)}`),
    ...removed.map((name) => `- removed alert ${text(name)}`),
    ...changed.map(({ name, changes }) => {
      const what = changes.map(
        (change) => `${change.property} ${change.before ?? "nothing"} → ${change.after ?? "nothing"}`,
      );
      return `- alert ${text(name)}: ${text(what.join("; "))}`;
    }),
  ];
  return rows.length === 0 ? [] : [...rows, ""];
}
