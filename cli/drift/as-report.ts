import { createHash } from "node:crypto";
import { DRIFT_CLASSES } from "./model";
import type { Difference, DriftClass, DriftReport } from "./model";
import { differenceKey } from "./model";
import type { Finding } from "../../policies/finding";
import type { Report, RuleResult } from "../../policies/report";
import type { RuleMetadata } from "../../policies/rule";
import type { TierName } from "../../fleet/tier";

const DESCRIPTIONS: Readonly<Record<"drifted" | "both" | "unmanaged", string>> = {
  drifted: "What runs is not what was declared",
  both: "What runs and the declaration both changed",
  unmanaged: "Something stands in the fleet that nobody declared",
};
const RATIONALE = "What runs besides the declaration is reviewed by nobody and gone with the next update.";
const REMEDIATION = "Run fleet drift --fix revert, or declare what you want to keep.";

/** Kinds of drift as rules, for formats that know findings of rules and nothing else. */
export const DRIFT_RULES: readonly RuleMetadata[] = DRIFT_CLASSES.filter(isFailing).map((kind) => ({
  id: `drift-${kind}`,
  description: DESCRIPTIONS[kind],
  category: "feasibility",
  severity: "high",
  rationale: RATIONALE,
  remediation: REMEDIATION,
}));

function isFailing(kind: DriftClass): kind is keyof typeof DESCRIPTIONS {
  return kind in DESCRIPTIONS;
}

/** Drift as findings: what may move, noise and what is pending are none; what nobody looked at is "not evaluated". */
export function driftAsReport(report: DriftReport): Report {
  const drift = report.differences.filter(({ class: kind }) => isFailing(kind));
  const findings = [...drift.map(toFinding), ...report.notLooked.map(notLooked)];
  const rules = DRIFT_RULES.map((rule): RuleResult => {
    const failed = findings.filter((finding) => finding.rule === rule.id && finding.status === "fail").length;
    const open = rule.id === NOT_LOOKED_RULE ? report.notLooked.length : 0;
    const { id, description, category, severity } = rule;
    const passed = failed === 0 && open === 0 ? 1 : 0;
    return {
      ...{ id, description, category, severity, level: "mandatory" },
      ...{ passed, failed, notApplicable: 0, notEvaluated: open, exempted: 0, baselined: 0 },
    };
  });
  return {
    schemaVersion: 1,
    fleet: report.fleet,
    stack: report.stack,
    tier: report.tier as TierName,
    summary: {
      resources: report.summary.looked.containers + report.summary.looked.services,
      rules: rules.length,
      blocking: drift.length,
      advisory: 0,
      notEvaluated: report.notLooked.length,
      exempted: 0,
      baselined: 0,
      verdict: drift.length > 0 ? "blocked" : report.notLooked.length > 0 ? "not-evaluated" : "pass",
    },
    findings,
    rules,
  };
}

const NOT_LOOKED_RULE = "drift-drifted";

const common = {
  category: "feasibility",
  severity: "high",
  level: "mandatory",
  why: RATIONALE,
  suppression: null,
} as const;

function toFinding(difference: Difference): Finding {
  const { subject, resource, property, declared, found, unit } = difference;
  const { kind, name, place } = subject;
  const text = (value: Difference["found"]): string =>
    typeof value === "string" ? value : `${JSON.stringify(value)}${unit === null ? "" : ` ${unit}`}`;
  return {
    ...common,
    rule: `drift-${difference.class}`,
    status: "fail",
    subject: { kind: kind === "agent" || kind === "service" ? kind : "resource", name },
    resource: { type: resource.type, name: resource.name },
    place,
    property,
    found: found === null ? "nothing" : text(found),
    wanted: declared === null ? "nothing" : text(declared),
    fix: REMEDIATION,
    fingerprint: fingerprint(differenceKey(difference)),
  };
}

function notLooked({ what, why }: DriftReport["notLooked"][number]): Finding {
  return {
    ...common,
    rule: NOT_LOOKED_RULE,
    status: "notEvaluated",
    subject: { kind: "stack", name: what },
    ...{ resource: null, place: null, property: what, found: null, wanted: null },
    fix: `${why}.`,
    fingerprint: fingerprint(`not looked|${what}`),
  };
}

function fingerprint(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
