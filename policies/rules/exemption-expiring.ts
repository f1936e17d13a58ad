import { formatDay } from "../../fleet/units/day";
import { nameOf, stateOf } from "../exceptions/exemption";
import { NOT_APPLICABLE, PASS } from "../rule";
import type { ExceptionRule, Outcome } from "../rule";

export const exemptionExpiring: ExceptionRule = {
  id: "exemption-expiring",
  description: "No exemption comes to its end within the days that the tier wants to be told of before.",
  category: "exceptions",
  severity: "low",
  advisory: true,
  exemptible: false,
  rationale: "What an exemption lets through counts again on the day after its end, ready or not.",
  remediation: "Mend what it is for before it ends, or have it approved again with new days.",
  scope: "exceptions",
  check({ exemptions }, { exceptions: { today }, stack }) {
    if (exemptions.length === 0) return [NOT_APPLICABLE];
    return exemptions.map(({ exemption }, index): Outcome => {
      const left = exemption.expires - today;
      if (stateOf(exemption, today) !== "active" || left > stack.tier.exemptions.warn) return PASS;
      const days = left === 0 ? "today" : `in ${left} ${left === 1 ? "day" : "days"}`;
      return {
        status: "fail",
        property: "expires",
        subject: { kind: "exemption", name: nameOf(exemption) },
        cause: { file: "exemptions", path: [index, "expires"] },
        found: `ends ${days}, on ${formatDay(exemption.expires)}`,
        wanted: `more than ${stack.tier.exemptions.warn} days left`,
      };
    });
  },
};
