import { createHash } from "node:crypto";
import { DRIFT_CLASSES } from "./model";
import type { Difference, DriftClass, DriftReport } from "./model";
import { differenceKey } from "./model";
import type { Finding, Suppression } from "../../policies/finding";
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
  const exempted = drift.filter(({ exempted: by }) => by !== undefined);
  const blocking = drift.length - exempted.length;
  const findings = [...drift.map(toFinding), ...report.notLooked.map(notLooked)];
  const rules = DRIFT_RULES.map((rule): RuleResult => {
    const own = findings.filter((finding) => finding.rule === rule.id && finding.status === "fail");
    const failed = own.filter(({ suppression }) => suppression === null).length;
    const letThrough = own.length - failed;
    const open = rule.id === NOT_LOOKED_RULE ? report.notLooked.length : 0;
    const { id, description, category, severity } = rule;
    const passed = own.length === 0 && open === 0 ? 1 : 0;
    return {
      ...{ id, description, category, severity, level: "mandatory" },
      ...{ passed, failed, notApplicable: 0, notEvaluated: open, exempted: letThrough, baselined: 0 },
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
      blocking,
      advisory: 0,
      notEvaluated: report.notLooked.length,
      exempted: exempted.length,
      baselined: 0,
      verdict: blocking > 0 ? "blocked" : report.notLooked.length > 0 ? "not-evaluated" : "pass",
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
} as const;

function toFinding(difference: Difference): Finding {
  const { subject, resource, property, declared, found, unit } = difference;
  const { kind, name, place } = subject;
  const text = (value: Difference["found"]): string =>
    typeof value === "string" ? value : `${JSON.stringify(value)}${unit === null ? "" : ` ${unit}`}`;
  return {
    ...common,
    suppression: suppressionOf(difference),
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

/** As findings of rules know it; null for drift that nobody let through. */
export function suppressionOf({ exempted }: Difference): Suppression | null {
  return exempted === undefined ? null : { kind: "exemption", ...exempted };
}

function notLooked({ what, why }: DriftReport["notLooked"][number]): Finding {
  return {
    ...common,
    suppression: null,
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
