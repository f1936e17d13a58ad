import { formatDay } from "../../fleet/units/day";
import { nameOf, stateOf } from "../exceptions/exemption";
import type { ExemptionUse } from "../exceptions/exemption";
import { NOT_APPLICABLE, PASS } from "../rule";
import type { ExceptionRule, Outcome } from "../rule";

export const exemptionExpired: ExceptionRule = {
  id: "exemption-expired",
  description: "No exemption has come to its end.",
  category: "exceptions",
  severity: "medium",
  advisory: true,
  exemptible: false,
  rationale:
    "An exemption that has ended covers nothing: what it let through counts again, and who reads the entry believes otherwise.",
  remediation: "Mend what it was for and remove the entry, or have it approved again with new days.",
  scope: "exceptions",
  check({ exemptions }, { exceptions }) {
    if (exemptions.length === 0) return [NOT_APPLICABLE];
    return exemptions.map((use, index): Outcome => {
      const { exemption } = use;
      if (stateOf(exemption, exceptions.today) !== "expired") return PASS;
      return {
        status: "fail",
        property: "expires",
        subject: { kind: "exemption", name: nameOf(exemption) },
        cause: { file: "exemptions", path: [index, "expires"] },
        found: `ended on ${formatDay(exemption.expires)}; ${effect(use)}`,
        wanted: "an end that is still to come, or no entry",
        ...(needed(use) ? {} : { fix: "Remove the entry: nothing needs it any more." }),
      };
    });
  },
};

/** Also what is above the cap breaks the rule: it was never covered, and still is to be mended. */
function needed({ covered, aboveCap, open }: ExemptionUse): boolean {
  return open || covered + aboveCap > 0;
}

function effect({ covered, aboveCap, open }: ExemptionUse): string {
  const parts: string[] = [];
  if (covered > 0) parts.push(`${findings(covered)} again`);
  if (aboveCap > 0) parts.push(`${findings(aboveCap)}, above its cap`);
  if (parts.length > 0) return parts.join("; ");
  return open ? "whether anything breaks the rule could not be told" : "nothing breaks the rule";
}

function findings(count: number): string {
  return count === 1 ? "1 finding counts" : `${count} findings count`;
}
