import { formatDay } from "../../fleet/units/day";
import type { Day } from "../../fleet/units/day";
import { nameOf, stateOf } from "../exceptions/exemption";
import type { ExemptionUse } from "../exceptions/exemption";
import { NOT_APPLICABLE, PASS } from "../rule";
import type { ExceptionRule, Failure, Outcome } from "../rule";

export const exemptionUnused: ExceptionRule = {
  id: "exemption-unused",
  description: "Every exemption, and everybody it names, is needed today.",
  category: "exceptions",
  severity: "low",
  advisory: true,
  exemptible: false,
  rationale: "An exemption that nobody needs is a door left open: it covers the next mistake unseen.",
  remediation: "Remove the entry, or the names in it that break no rule.",
  scope: "exceptions",
  check({ exemptions }, { exceptions }) {
    if (exemptions.length === 0) return [NOT_APPLICABLE];
    return exemptions.flatMap((use, index) => judge(use, index, exceptions.today));
  },
};

function judge(use: ExemptionUse, index: number, today: Day): readonly Outcome[] {
  const { exemption, covered, aboveCap, open, idlePatterns } = use;
  const fail = (
    failure: Pick<Failure, "property" | "found" | "wanted" | "fix">,
    ...path: (string | number)[]
  ) => ({
    status: "fail" as const,
    subject: { kind: "exemption" as const, name: nameOf(exemption) },
    cause: { file: "exemptions" as const, path: [index, ...path] },
    ...failure,
  });
  const state = stateOf(exemption, today);
  // Of what has ended, exemption-expired tells.
  if (state === "expired") return [PASS];
  if (state === "not yet") {
    const found = `${formatDay(exemption.created)}, so it covers nothing before`;
    const fix = "Write the day on which it was decided.";
    return [fail({ property: "created", found, wanted: "today or a day before", fix }, "created")];
  }
  if (open) return [PASS];
  if (covered + aboveCap === 0)
    return [fail({ property: "agents", found: "nobody of it breaks the rule", wanted: "no entry" })];
  if (idlePatterns.length === 0) return [PASS];
  return idlePatterns.map(({ list, index: position }) => {
    const text = exemption[list][position]?.text ?? "";
    const found = `${text}, where nothing breaks the rule`;
    const fix = `Remove ${text} from the entry.`;
    return fail({ property: `${list} ${text}`, found, wanted: "only who needs it", fix }, list, position);
  });
}
