import { evaluate } from "../../policies/evaluate";
import type { Rule } from "../../policies/rule";
import { RULES } from "../../policies/rules";
import { plainFinding } from "../../policies/wording";
import { TIERS } from "../../fleet/tier";
import { expectedIn } from "../rules/cases";
import type { RuleCase } from "../rules/cases";
import { Analyzer, describeWithPulumi } from "../support/pulumi";
import type { Violation } from "../support/pulumi";
import { stateOf } from "../support/state";
import type { StateResource } from "../support/state";
import { loadTables } from "../support/tables";

const allTables = loadTables();
/** What the pack can be shown: it reads the real catalog, and knows resources but no alert rules. */
const tables = allTables
  .filter(({ rule }) => rule.scope !== "fleet" || rule.needsAlerts !== true)
  .map(({ rule, cases }) => ({
    rule,
    cases: cases.filter((line) => line.expected === undefined && line.notInState === undefined),
  }));
const tierOf = (line: RuleCase) => line.tier ?? "prod";

/** What the rule says when it is asked directly, in the words of the pack. */
function direct(rule: Rule, line: RuleCase): string[] {
  const { findings } = evaluate(line.resources, expectedIn(tierOf(line)), [rule], RULES);
  return findings.map(plainFinding).sort();
}

/** The violations of one rule, in the words of the pack. */
function said(rule: Rule, violations: readonly Violation[]): string[] {
  return violations
    .filter(({ policyName }) => policyName === rule.id)
    .map(({ message }) => message)
    .sort();
}

/** Resources of a case, each with a URN of its own: several may have the same type and name. */
function inState(line: RuleCase, number: number): StateResource[] {
  return line.resources.map((view, index) => ({ view, group: `case:n${number}:r${index}` }));
}

it("has a table of cases for every rule", () => {
  const known = new Set(allTables.map(({ rule }) => rule.id));
  expect(RULES.map(({ id }) => id).filter((id) => !known.has(id))).toEqual([]);
});

describeWithPulumi("the real pack in the real engine", () => {
  const analyzer = new Analyzer();
  afterAll(() => analyzer.remove());

  // All cases of rules that look at one resource at a time fit in one state of each tier.
  it.each(TIERS)(
    "agrees with every case of every resource rule in tier %s",
    async (tier) => {
      const lines = tables
        .filter(({ rule }) => rule.scope === "resource")
        .flatMap(({ rule, cases }) => cases.map((line) => ({ rule, line })))
        .filter(({ line }) => tierOf(line) === tier);
      if (lines.length === 0) return;
      const state = stateOf(
        tier,
        lines.flatMap(({ line }, number) => inState(line, number)),
      );
      const { violations, stderr } = await analyzer.analyze(tier, state);
      expect(stderr).not.toContain("loading policy packs");
      const got = lines.map(({ rule, line }, number) => ({
        rule: rule.id,
        case: line.title,
        said: said(
          rule,
          violations.filter(({ resourceUrn }) => resourceUrn.includes(`::case:n${number}:`)),
        ),
      }));
      expect(got).toEqual(
        lines.map(({ rule, line }) => ({ rule: rule.id, case: line.title, said: direct(rule, line) })),
      );
      for (const { policyName, message, enforcementLevel } of violations) {
        if (message.includes("  not evaluated  "))
          expect([policyName, enforcementLevel]).toEqual([policyName, "advisory"]);
      }
    },
    240_000,
  );

  // Rules across resources see a whole state: cases with the same resources share a run.
  const runs = new Map<string, Promise<readonly Violation[]>>();
  const fleetLines = tables
    .filter(({ rule }) => rule.scope === "fleet")
    .flatMap(({ rule, cases }) => cases.map((line) => [rule.id, line.title, rule, line] as const));
  it.each(fleetLines)(
    "agrees with %s: %s",
    async (_id, _title, rule, line) => {
      const tier = tierOf(line);
      const state = stateOf(tier, inState(line, 0));
      const key = `${tier} ${JSON.stringify(state)}`;
      const run = runs.get(key) ?? analyzer.analyze(tier, state).then(({ violations }) => violations);
      runs.set(key, run);
      expect(said(rule, await run)).toEqual(direct(rule, line));
    },
    240_000,
  );
});
