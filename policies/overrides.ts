import { InputError } from "../fleet/problem";
import type { Problem } from "../fleet/problem";
import { suggest } from "../fleet/source/suggest";
import type { Tier } from "../fleet/tier";
import type { Rule } from "./rule";

/**
 * Checks that the rules to which a tier gives a level of their own exist: a misspelt name would change nothing,
 * in silence.
 *
 * @throws InputError with one problem for each unknown rule
 */
export function checkOverrides(tier: Tier, rules: readonly Rule[]): void {
  const known = new Set(rules.map((rule) => rule.id));
  const problems: Problem[] = [];
  for (const [index, { rule }] of tier.overrides.entries()) {
    if (known.has(rule)) continue;
    const meant = suggest(rule, known);
    problems.push({
      code: "unknown-rule",
      message: `tier ${tier.name} overrides a rule that does not exist`,
      place: tier.place("overrides", index, "rule"),
      found: rule,
      wanted: "the id of a rule, as listed in docs/rules/README.md",
      fix: meant === null ? "remove the override" : `did you mean ${meant}?`,
    });
  }
  if (problems.length > 0) throw new InputError(problems);
}
