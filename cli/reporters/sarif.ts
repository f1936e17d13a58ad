import type { Invocation, Log, ReportingDescriptor, Result } from "sarif";
import { SEVERITIES } from "../../fleet/tier";
import type { Finding } from "../../policies/finding";
import { exceptionText } from "../../policies/wording";
import type { RuleMetadata } from "../../policies/rule";
import type { Report } from "../../policies/report";
import { blocks, findingText } from "./finding-text";
import { CHECK, failureText } from "./run";
import type { Run, RunFailure } from "./run";

/** GitHub's scale of 0 to 10 for security rules, from ours. */
const SECURITY_SEVERITY = { critical: "9.0", high: "7.0", medium: "5.0", low: "3.0" } as const;

/**
 * SARIF 2.1.0. The physical place is the line of the catalog, the logical one the resource. What was not evaluated
 * is of kind `open`, what does not count is suppressed: neither looks like passed.
 */
export function sarifReport(report: Report, rules: readonly RuleMetadata[], run: Run = CHECK): string {
  const descriptors = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  const index = new Map(descriptors.map((rule, position) => [rule.id, position]));
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "SutazAI Fleet", semanticVersion: "1.0.0", rules: descriptors.map(toDescriptor) },
        },
        automationDetails: { id: `fleet-${run.command}/${report.stack}/` },
        columnKind: "utf16CodeUnits",
        ...(run.failure === null ? {} : { invocations: [invocation(run.failure)] }),
        results: report.findings.map((finding) => toResult(finding, index.get(finding.rule) ?? -1)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** A run that did not come to its end: what is not among the results may still be wrong. */
function invocation(failure: RunFailure): Invocation {
  return {
    executionSuccessful: false,
    toolExecutionNotifications: [
      { level: "error", descriptor: { id: failure.code }, message: { text: failureText(failure) } },
    ],
  };
}

function toDescriptor(rule: RuleMetadata): ReportingDescriptor {
  return {
    id: rule.id,
    shortDescription: { text: rule.description },
    fullDescription: { text: rule.rationale },
    help: { text: rule.remediation, markdown: `${rule.rationale}\n\n**Fix:** ${rule.remediation}` },
    defaultConfiguration: { level: SEVERITIES.indexOf(rule.severity) < 2 ? "error" : "warning" },
    properties: {
      tags: [rule.category],
      ...(rule.category === "security" ? { "security-severity": SECURITY_SEVERITY[rule.severity] } : {}),
    },
  };
}

function toResult(finding: Finding, ruleIndex: number): Result {
  const { place, resource, suppression } = finding;
  const open = finding.status === "notEvaluated";
  return {
    ruleId: finding.rule,
    ruleIndex,
    kind: open ? "open" : "fail",
    level: open ? "none" : finding.level === "mandatory" ? "error" : "warning",
    message: {
      text: `${finding.subject.kind} ${finding.subject.name}: ${findingText(finding)}. ${finding.fix}`,
    },
    locations: [
      {
        ...(place === null
          ? {}
          : {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(place.file), uriBaseId: "%SRCROOT%" },
                region: { startLine: place.line, startColumn: place.column },
              },
            }),
        logicalLocations: [
          {
            kind: "resource",
            fullyQualifiedName:
              resource === null ? finding.subject.name : `${resource.type}/${resource.name}`,
          },
        ],
      },
    ],
    partialFingerprints: { "sutazaiFleet/v1": finding.fingerprint },
    ...(suppression === null
      ? {}
      : {
          suppressions: [{ kind: "external", status: "accepted", justification: exceptionText(suppression) }],
        }),
    properties: { blocks: blocks(finding) },
  };
}
