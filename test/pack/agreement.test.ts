import type { Rule } from "../../policies/rule";
import { RULES } from "../../policies/rules";
import { TIERS } from "../../fleet/tier";
import type { RuleCase } from "../rules/cases";
import { batchesOf, direct } from "../support/case-batches";
import { Analyzer, STARTED_PACK, describeWithPulumi } from "../support/pulumi";
import type { Violation } from "../support/pulumi";
import { stateOf } from "../support/state";
import type { StateResource } from "../support/state";
import { loadTables } from "../support/tables";

// @alone: it works longer than all other suites of its folder.
const allTables = loadTables();
/** What the pack can be shown: it reads the real catalog, and knows resources but no alert rules. */
const tables = allTables
  .filter(({ rule }) => rule.scope !== "fleet" || rule.needsAlerts !== true)
  .map(({ rule, cases }) => ({
    rule,
    cases: cases.filter((line) => line.expected === undefined && line.notInState === undefined),
  }));
const tierOf = (line: RuleCase) => line.tier ?? "prod";

/** The violations of one rule, in the words of the pack. */
function said(rule: Rule, violations: readonly Violation[]): string[] {
  return violations
    .filter(({ policyName }) => policyName === rule.id)
    .map(({ message }) => message)
    .sort();
}

/** Resources of a case, each with a URN of its own: several may have the same type and name. */
function inState(line: Pick<RuleCase, "resources">, number: number): StateResource[] {
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
        lines.map(({ rule, line }) => ({
          rule: rule.id,
          case: line.title,
          said: direct(rule, line.resources, tier),
        })),
      );
      for (const { policyName, message, enforcementLevel } of violations) {
        if (message.includes("  not evaluated  "))
          expect([policyName, enforcementLevel]).toEqual([policyName, "advisory"]);
      }
    },
    240_000,
  );

  // Rules across resources see a whole state: cases that don't disturb each other share a run.
  it.each(TIERS)(
    "agrees with every case of every rule across resources in tier %s",
    async (tier) => {
      const cases = tables
        .filter(({ rule }) => rule.scope === "fleet")
        .flatMap(({ rule, cases: lines }) => lines.map((line) => ({ rule, line })))
        .filter(({ line }) => tierOf(line) === tier)
        .map(({ rule, line }) => ({ rule, title: line.title, resources: line.resources }));
      const batches = batchesOf(cases, tier);
      expect(batches.flatMap((batch) => batch.cases)).toHaveLength(cases.length);
      for (const batch of batches) {
        const state = stateOf(tier, inState(batch, 0));
        // The cases above are for the pack as anybody's Pulumi runs it.
        const { violations } = await analyzer.analyze(tier, state, undefined, {}, STARTED_PACK);
        const rules = [...new Set(batch.cases.map(({ rule }) => rule))];
        const casesOf = (rule: Rule) => batch.cases.filter((one) => one.rule === rule);
        const titles = (rule: Rule) => casesOf(rule).map(({ title }) => `${rule.id}: ${title}`);
        const wanted = (rule: Rule) => casesOf(rule).flatMap((one) => one.said);
        expect(rules.map((rule) => [titles(rule), said(rule, violations)])).toEqual(
          rules.map((rule) => [titles(rule), wanted(rule).sort()]),
        );
      }
    },
    900_000,
  );
});
