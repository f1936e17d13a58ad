import { compareFindings, summarise } from "./evaluate";
import type { Finding } from "./finding";
import type { Report } from "./report";

/**
 * A report with what somebody else found of the same fleet, such as the pack in the engine. Known by their
 * fingerprints: what both found stands once, and a failure is worth more than not knowing.
 */
export function mergeFindings(report: Report, more: readonly Finding[]): Report {
  const byFingerprint = new Map(report.findings.map((finding) => [finding.fingerprint, finding]));
  for (const finding of more) {
    const known = byFingerprint.get(finding.fingerprint);
    if (known === undefined || (known.status === "notEvaluated" && finding.status === "fail"))
      byFingerprint.set(finding.fingerprint, finding);
  }
  const before = new Set(report.findings);
  const findings = [...byFingerprint.values()].sort(compareFindings);
  const added = findings.filter((finding) => !before.has(finding));
  if (added.length === 0) return report;
  const { resources, rules } = report.summary;
  return {
    ...report,
    findings,
    summary: summarise(findings, resources, rules),
    rules: report.rules.map((rule) => {
      const own = added.filter((finding) => finding.rule === rule.id);
      const count = (matches: (finding: Finding) => boolean) => own.filter(matches).length;
      return {
        ...rule,
        failed: rule.failed + count(({ status, suppression }) => status === "fail" && suppression === null),
        exempted: rule.exempted + count(({ suppression }) => suppression?.kind === "exemption"),
        baselined: rule.baselined + count(({ suppression }) => suppression?.kind === "baseline"),
        notEvaluated: rule.notEvaluated + count(({ status }) => status === "notEvaluated"),
      };
    }),
  };
}
