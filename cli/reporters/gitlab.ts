import type { Finding } from "../../policies/finding";
import type { Severity } from "../../fleet/tier";
import { wordFinding } from "../../policies/wording";
import type { Report } from "../../policies/report";
import { findingText } from "./finding-text";

const SEVERITY: Readonly<Record<Severity, string>> = {
  critical: "blocker",
  high: "critical",
  medium: "major",
  low: "minor",
};

/** GitLab's code quality report. It knows no suppression: what was let through says so, and is only informative. */
export function gitlabReport(report: Report): string {
  const issues = report.findings.map(toIssue);
  return `${JSON.stringify(issues, null, 2)}\n`;
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
