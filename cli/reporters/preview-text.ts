import type { Colors } from "picocolors/types";
import { formatPlace } from "../../fleet/place";
import type { EngineResult, EngineStep } from "../engine/request";
import { kindOf, previewHeadline, stepGroups } from "./preview-lines";
import { failureText } from "./run";
import { findings, verdictText } from "./text";

/** What the engine would do, then every finding under its subject. */
export function previewText(result: EngineResult, colors: Colors): string {
  const { report } = result;
  const head = `${colors.bold(report.fleet)}  stack ${colors.bold(report.stack)}, tier ${report.tier}: ${previewHeadline(result)}`;
  const steps = stepGroups(result).flatMap(({ op, sign, shown, more }) => [
    ...shown.map((step) => `  ${sign} ${op} ${stepText(step)}`),
    ...(more === 0 ? [] : [`  ${sign} ${op} ${more} more`]),
  ]);
  return `${[
    head,
    ...(result.error === null ? [] : [`  ${failureText(result.error)}`]),
    "",
    ...(steps.length === 0 ? [] : [...steps, ""]),
    `  rules  ${report.summary.rules}: ${verdictText(report.summary, colors)}`,
    "",
    ...findings(report.findings, colors),
  ]
    .join("\n")
    .trimEnd()}\n`;
}

function stepText(step: EngineStep): string {
  const what = step.changes.length === 0 ? "" : `  (${step.changes.join(", ")})`;
  const where = step.place === null ? "" : `  ${formatPlace(step.place)}`;
  return `${kindOf(step)} ${step.name}${what}${where}`;
}
