import type { Finding } from "../../policies/finding";
import type { Severity } from "../../fleet/tier";
import { wordFinding } from "../../policies/wording";
import type { Report } from "../../policies/report";
import { CHECK, failureText } from "./run";
import type { Run, RunFailure } from "./run";
import { findingText } from "./finding-text";

const SEVERITY: Readonly<Record<Severity, string>> = {
  critical: "blocker",
  high: "critical",
  medium: "major",
  low: "minor",
};

/** GitLab's code quality report. It knows no suppression: what was let through says so, and is only informative. */
export function gitlabReport(report: Report, run: Run = CHECK): string {
  const failed = run.failure === null ? [] : [failedRun(report.stack, run.failure)];
  const issues = [...failed, ...report.findings.map(toIssue)];
  return `${JSON.stringify(issues, null, 2)}\n`;
}

function failedRun(stack: string, failure: RunFailure) {
  return {
    type: "issue",
    check_name: failure.code,
    description: failureText(failure),
    categories: ["Bug Risk"],
    severity: "blocker",
    fingerprint: `${failure.code}-${stack}`,
    location: { path: `stacks/Pulumi.${stack}.yaml`, lines: { begin: 1 } },
  };
}

function toIssue(finding: Finding) {
  const { verdict, exception } = wordFinding(finding);
  const said = `${finding.subject.kind} ${finding.subject.name}: ${findingText(finding)}`;
  const informative = finding.status === "notEvaluated" || exception !== null;
  return {
    type: "issue",
    check_name: finding.rule,
    description: exception === null ? `${said}. ${finding.fix}` : `${verdict} ${exception}: ${said}`,
    categories: [finding.category === "security" ? "Security" : "Style"],
    severity: informative ? "info" : SEVERITY[finding.severity],
    fingerprint: finding.fingerprint,
    // A finding without a line stands where the agents do.
    location: {
      path: finding.place?.file ?? "catalog/agents.yaml",
      lines: { begin: finding.place?.line ?? 1 },
    },
  };
}
