import { formatPlace } from "../../fleet/place";
import type { Finding } from "../../policies/finding";
import type { Report, RuleResult } from "../../policies/report";
import { wordFinding } from "../../policies/wording";
import { blocks, exceptionCounts, findingText } from "./finding-text";
import { CHECK, failureText } from "./run";
import type { Run, RunFailure } from "./run";
import { xmlText } from "./xml";

/** JUnit: a test case for every rule. Only what blocks fails it; what was not looked at or was let through is skipped, never passed. */
export function junitReport(report: Report, run: Run = CHECK): string {
  const byRule = new Map<string, Finding[]>();
  for (const finding of report.findings)
    byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding]);
  const cases = [
    ...(run.failure === null ? [] : [failedRun(run.command, run.failure)]),
    ...report.rules.map((rule) => testCase(rule, byRule.get(rule.id) ?? [])),
  ];
  const failures = cases.filter((lines) => lines.some((line) => line.includes("<failure "))).length;
  const skipped = cases.filter((lines) => lines.some((line) => line.includes("<skipped "))).length;
  const errors = run.failure === null ? 0 : 1;
  const counts = `tests="${cases.length}" failures="${failures}" errors="${errors}" skipped="${skipped}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="fleet ${run.command}" ${counts}>`,
    `  <testsuite name="${xmlText(`${report.fleet} ${report.stack}`)}" ${counts}>`,
    ...cases.flat(),
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function failedRun(command: string, failure: RunFailure): string[] {
  return [
    `    <testcase classname="run" name="${xmlText(command)}">`,
    `      <error type="${xmlText(failure.code)}" message="${xmlText(failureText(failure))}"/>`,
    "    </testcase>",
  ];
}

function testCase(rule: RuleResult, findings: readonly Finding[]): string[] {
  const open = `    <testcase classname="${xmlText(rule.category)}" name="${xmlText(rule.id)}"`;
  const inner = verdict(rule, findings);
  return inner.length === 0 ? [`${open}/>`] : [`${open}>`, ...inner, "    </testcase>"];
}

function verdict(rule: RuleResult, findings: readonly Finding[]): string[] {
  const blocking = findings.filter(blocks);
  const lines = findings.map((finding) => {
    const place = finding.place === null ? "" : `${formatPlace(finding.place)} `;
    const { verdict, exception } = wordFinding(finding);
    const suppressed = exception === null ? "" : ` (${verdict} ${exception})`;
    return `${place}${finding.subject.name}: ${findingText(finding)}. ${finding.fix}${suppressed}`;
  });
  const text = xmlText(lines.join("\n"));
  if (blocking.length > 0) {
    return [
      `      <failure message="${xmlText(`${blocking.length} blocking: ${rule.description}`)}">${text}</failure>`,
    ];
  }
  if (rule.notEvaluated > 0)
    return [`      <skipped message="not evaluated"/>`, `      <system-out>${text}</system-out>`];
  const letThrough = exceptionCounts(rule);
  if (letThrough !== null)
    return [`      <skipped message="${letThrough}"/>`, `      <system-out>${text}</system-out>`];
  if (rule.passed + rule.failed === 0) return ['      <skipped message="not applicable"/>'];
  return findings.length === 0 ? [] : [`      <system-out>${text}</system-out>`];
}
