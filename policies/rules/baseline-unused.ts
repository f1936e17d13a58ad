import { NOT_APPLICABLE, PASS } from "../rule";
import type { ExceptionRule, Outcome } from "../rule";

export const baselineUnused: ExceptionRule = {
  id: "baseline-unused",
  description: "Every finding of the baseline is still there.",
  category: "exceptions",
  severity: "low",
  advisory: true,
  exemptible: false,
  rationale: "What was mended may come back unseen as long as the baseline has it.",
  remediation: "Run `fleet baseline update`, which takes out what is no longer found.",
  scope: "exceptions",
  check({ idleBaseline }, { exceptions }) {
    if (exceptions.baseline.size === 0) return [NOT_APPLICABLE];
    if (idleBaseline.length === 0) return [PASS];
    return idleBaseline.map(({ fingerprint, rule, subject, property }): Outcome => ({
      status: "fail",
      property: fingerprint,
      subject: { kind: "baseline", name: fingerprint },
      cause: { file: "baseline", path: [fingerprint] },
      found: `${rule}, ${property} of ${subject}: no longer found`,
      wanted: "no entry",
    }));
  },
};
