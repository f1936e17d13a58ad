import { formatPlace } from "../../fleet/place";
import { formatCpu } from "../../fleet/units/cpu";
import { formatMemory } from "../../fleet/units/memory";
import type { Finding } from "../../policies/finding";
import type { Checked } from "../pipeline";
import { foundText, wordFinding } from "../../policies/wording";
import { blocks } from "./finding-text";
import { markdownText as text } from "./markdown-text";

/** GitHub refuses comments of more than 65,536 characters, GitLab of a million: the smaller, with room to spare. */
export const COMMENT_LIMIT = 60_000;

/**
 * The report as a comment on a pull request. Starts with a mark by which it is found again and updated.
 *
 * @param reportUrl where the whole report is, for a comment that had to be cut
 */
export function markdownReport({ plan, report }: Checked, reportUrl: string | null): string {
  const { summary } = report;
  const verdict = {
    pass: "nothing blocks",
    blocked: `${summary.blocking} blocking`,
    "not-evaluated": "not evaluated",
  };
  const head = [
    `<!-- sutazai-fleet check ${text(report.stack)} -->`,
    `### Fleet ${text(report.fleet)}, stack ${text(report.stack)}: ${verdict[summary.verdict]}`,
    "",
    `${plan.agents.length} agents, ${summary.resources} resources, ${summary.rules} rules, tier ${report.tier}. ` +
      `${summary.blocking} blocking, ${summary.advisory} advisory, ${summary.notEvaluated} not evaluated, ` +
      `${summary.exempted} exempted, ${summary.baselined} in the baseline.`,
    "",
    "| budget | used | limit | headroom |",
    "| --- | --- | --- | --- |",
    ...plan.budgets.map((budget) => {
      const show = budget.unit === "MiB" ? formatMemory : formatCpu;
      return `| ${budget.title} | ${show(budget.used)} | ${show(budget.limit)} | ${show(budget.headroom)} |`;
    }),
    "",
  ];
  return fitted(head, [findingTable(report.findings)], reportUrl);
}

/** A table that may have to be cut: the rows that matter most stand first. */
export interface CutTable {
  /** What its rows are, in the plural. */
  readonly what: string;
  readonly head: readonly string[];
  readonly rows: readonly string[];
}

export function findingTable(findings: readonly Finding[]): CutTable {
  return {
    what: "findings",
    head: [
      "| level | subject | found → wanted | fix | rule | place |",
      "| --- | --- | --- | --- | --- | --- |",
    ],
    rows: findings.map(row),
  };
}

/** A comment below what the host takes: as many rows as fit, the first tables first, and a line that tells of the rest. */
export function fitted(
  head: readonly string[],
  tables: readonly CutTable[],
  reportUrl: string | null,
): string {
  const lines = [...head];
  let room = COMMENT_LIMIT - lines.join("\n").length;
  for (const table of tables) {
    if (table.rows.length === 0) continue;
    const part = [...table.head, ...fit(table, room - table.head.join("\n").length, reportUrl), ""];
    room -= part.join("\n").length + 1;
    lines.push(...part);
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

function row(finding: Finding): string {
  const { verdict, exception } = wordFinding(finding);
  const level = blocks(finding) ? "**blocks**" : verdict;
  const what =
    finding.status === "notEvaluated"
      ? `${finding.property} is not known yet`
      : `${finding.property} ${foundText(finding.found)} → ${finding.wanted ?? ""}`;
  const cells = [
    level,
    text(finding.subject.name),
    text(what),
    text(exception ?? finding.fix),
    text(finding.rule),
    finding.place === null ? "" : text(formatPlace(finding.place)),
  ];
  return `| ${cells.join(" | ")} |`;
}

/** As many rows as fit, the blocking ones first, and a line that tells of the rest. */
function fit({ rows, what }: CutTable, room: number, reportUrl: string | null): string[] {
  const shown: string[] = [];
  let used = 300;
  for (const line of rows) {
    used += line.length + 1;
    if (used > room) break;
    shown.push(line);
  }
  const left = rows.length - shown.length;
  if (left === 0) return shown;
  const where = reportUrl === null ? "`--format json` shows all" : `all of them: ${reportUrl}`;
  return [...shown, "", `${left} more ${what} are left out here; ${where}.`];
}
