import { concerns, fits } from "./suppress";
import type { Judged } from "./suppress";
import { patternFor } from "./exemption";
import type { Exceptions, Exemption, ExemptionUse, Uses } from "./exemption";

/** What the rules found, as far as exceptions are about it. */
export interface Evidence extends Judged {
  readonly status: "fail" | "notEvaluated";
}

/**
 * @param evidence everything that the rules found which exceptions name
 * @param asked whether a rule was asked at all; of others nobody can say what is needed
 */
export function usesOf(
  { exemptions, baseline }: Exceptions,
  evidence: readonly Evidence[],
  asked: (rule: string) => boolean,
): Uses {
  const byRule = new Map<string, Evidence[]>();
  for (const item of evidence) {
    const list = byRule.get(item.rule.id);
    if (list === undefined) byRule.set(item.rule.id, [item]);
    else list.push(item);
  }
  const failed = new Set(evidence.map(({ fingerprint }) => fingerprint));
  return {
    exemptions: exemptions.map((exemption) =>
      useOf(exemption, byRule.get(exemption.rule) ?? [], asked(exemption.rule)),
    ),
    idleBaseline: [...baseline.values()].filter(
      ({ fingerprint, rule }) => asked(rule) && !failed.has(fingerprint),
    ),
  };
}

function useOf(exemption: Exemption, evidence: readonly Evidence[], asked: boolean): ExemptionUse {
  const own = evidence.filter((item) => concerns(exemption, item));
  const failures = own.filter(({ status }) => status === "fail");
  const covered = failures.filter((item) => fits(exemption, item)).length;
  const used = new Set(own.map(({ subject }) => patternFor(exemption, subject)));
  const idle = (list: "agents" | "services") =>
    exemption[list].flatMap((pattern, index) => (used.has(pattern) ? [] : [{ list, index }]));
  return {
    exemption,
    covered,
    aboveCap: failures.length - covered,
    open: !asked || own.length > failures.length,
    idlePatterns: [...idle("agents"), ...idle("services")],
  };
}
