import { suggest } from "../../fleet/source/suggest";
import { levelOf } from "../../fleet/tier";
import type { Tier } from "../../fleet/tier";
import type { Rule } from "../rule";
import type { PolicyConfiguration } from "./engine";

const STRICTNESS: Readonly<Record<string, number>> = { disabled: 0, advisory: 1, remediate: 2, mandatory: 2 };

/**
 * What is wrong with the configuration of the pack. The engine takes unknown names and keys in silence: a typing
 * error would leave a rule as it was, and nobody would know.
 *
 * @returns one sentence for each problem
 */
export function configurationProblems(
  policies: readonly PolicyConfiguration[],
  rules: readonly Rule[],
  tier: Tier,
): string[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return policies.flatMap(({ rule: id, level, keys }) => {
    // The engine has already applied "all" to every rule; each of them is looked at below.
    if (id === "all") return keys.map((key) => unknownKey(id, key));
    const rule = byId.get(id);
    if (rule === undefined) {
      const meant = suggest(id, byId.keys());
      return [`no rule is called ${id}${meant === null ? "" : `; did you mean ${meant}?`}`];
    }
    const problems = keys.map((key) => unknownKey(id, key));
    const wanted = levelOf(tier, rule);
    if ((STRICTNESS[level] ?? 0) < (STRICTNESS[wanted] ?? 0)) {
      problems.push(
        `rule ${id} is ${level}; tier ${tier.name} wants ${wanted}: change it in stacks/tiers.yaml`,
      );
    }
    if (level === "remediate" && !mends(rule, tier)) {
      problems.push(`rule ${id} can't be mended in tier ${tier.name}; use mandatory or advisory`);
    }
    return problems;
  });
}

/** Only a sandbox may be changed behind the back of who wrote it. */
export function mends(rule: Rule, tier: Tier): boolean {
  return rule.scope === "resource" && rule.mend !== undefined && tier.name === "dev";
}

function unknownKey(rule: string, key: string): string {
  return `rule ${rule} has no setting ${key}; only enforcementLevel can be set`;
}
