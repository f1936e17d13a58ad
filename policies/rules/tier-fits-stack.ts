import { PASS } from "../rule";
import type { FleetRule } from "../rule";

export const tierFitsStack: FleetRule = {
  id: "tier-fits-stack",
  description: "The tier that a stack keeps is one for stacks of its name.",
  category: "security",
  severity: "critical",
  rationale:
    "A stack of production with the tier of development would run unguarded, and every check would pass.",
  remediation:
    "Set the tier that stacks of this name keep, or add the name to the tier's stacks in stacks/tiers.yaml.",
  exemptible: false,
  scope: "fleet",
  check(_resources, { stack }) {
    const { name, tier } = stack;
    if (tier.stacks.some((pattern) => fits(name, pattern))) return [PASS];
    return [
      {
        status: "fail",
        property: "tier",
        subject: { kind: "stack", name },
        cause: { file: "stack", path: [] },
        found: tier.name,
        wanted: `a stack named ${tier.stacks.join(" or ")}`,
      },
    ];
  },
};

/** A star at the end of a pattern stands for any ending. */
function fits(name: string, pattern: string): boolean {
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
