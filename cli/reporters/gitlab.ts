import type { Finding } from "../../policies/finding";
import type { Severity } from "../../fleet/tier";
import type { Checked } from "../pipeline";
import { findingText } from "./finding-text";

const SEVERITY: Readonly<Record<Severity, string>> = {
  critical: "blocker",
  high: "critical",
  medium: "major",
  low: "minor",
};

/** GitLab's code quality report. It knows no suppression: what does not count is left out. */
export function gitlabReport({ report }: Pick<Checked, "report">): string {
  const issues = report.findings.filter((finding) => finding.suppression === null).map(toIssue);
  return `${JSON.stringify(issues, null, 2)}\n`;
}

function toIssue(finding: Finding) {
  return {
    type: "issue",
    check_name: finding.rule,
    description: `${finding.subject.kind} ${finding.subject.name}: ${findingText(finding)}. ${finding.fix}`,
    categories: [finding.category === "security" ? "Security" : "Style"],
    severity: finding.status === "notEvaluated" ? "info" : SEVERITY[finding.severity],
    fingerprint: finding.fingerprint,
    // A finding without a line stands where the agents do.
    location: {
      path: finding.place?.file ?? "catalog/agents.yaml",
      lines: { begin: finding.place?.line ?? 1 },
    },
  };
}
