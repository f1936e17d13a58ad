import { formatPlace } from "../../fleet/place";
import type { EngineResult, EngineStep } from "../engine/request";
import { exceptionCounts } from "./finding-text";
import { findingTable, fitted } from "./markdown";
import { markdownText as text } from "./markdown-text";
import { kindOf, previewHeadline, stepGroups } from "./preview-lines";
import { failureText } from "./run";

/**
 * What the engine would do and what the rules say, as a comment on a pull request. Starts with a mark by which it is
 * found again and updated; cut below what the host takes.
 *
 * @param reportUrl where the whole report is, for a comment that had to be cut
 */
export function previewMarkdown(result: EngineResult, reportUrl: string | null): string {
  const { report } = result;
  const { summary } = report;
  const letThrough = exceptionCounts(summary);
  const head = [
    `<!-- sutazai-fleet preview ${text(report.stack)} -->`,
    `### Fleet ${text(report.fleet)}, stack ${text(report.stack)}: ${text(previewHeadline(result))}`,
    "",
    `Tier ${text(report.tier)}, ${summary.rules} rules: ${summary.blocking} blocking, ${summary.advisory} advisory, ` +
      `${summary.notEvaluated} not evaluated${letThrough === null ? "" : `, ${letThrough}`}.`,
    "",
    ...(result.error === null
      ? []
      : [`**${text(result.error.code)}** ${text(failureText(result.error))}`, ""]),
  ];
  return fitted(head, [findingTable(report.findings), stepTable(result)], reportUrl);
}

function stepTable(result: EngineResult) {
  const rows = stepGroups(result).flatMap(({ op, shown, more }) => [
    ...shown.map((step) => row(op, step)),
    ...(more === 0 ? [] : [`| ${text(op)} | ${more} more | | |`]),
  ]);
  return {
    what: "steps",
    head: ["| step | resource | what | place |", "| --- | --- | --- | --- |"],
    rows,
  };
}

function row(op: string, step: EngineStep): string {
  const cells = [
    text(op),
    text(`${kindOf(step)} ${step.name}`),
    text(step.changes.join(", ")),
    step.place === null ? "" : text(formatPlace(step.place)),
  ];
  return `| ${cells.join(" | ")} |`;
}
