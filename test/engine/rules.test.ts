import { TIERS } from "../../fleet/tier";
import type { TierName } from "../../fleet/tier";
import { formatDay } from "../../fleet/units/day";
import type { ResourceView } from "../../fleet/resource";
import type { Rule } from "../../policies/rule";
import { RULES } from "../../policies/rules";
import { mends } from "../../policies/pack/configuration";
import { TODAY, expectedIn } from "../rules/cases";
import type { RuleCase } from "../rules/cases";
import { batchesOf, direct } from "../support/case-batches";
import { apart } from "../support/declared";
import { expectGolden } from "../support/golden";
import { PolicedPreviews } from "../support/policed-preview";
import { afterCheck } from "../support/provider-defaults";
import { STARTED_PACK } from "../support/pulumi";
import type { Violation } from "../support/pulumi";
import { loadTables } from "../support/tables";

/**
 * The table of cases of every rule, declared by a program and previewed by the real engine with the real pack, which
 * has to say what the rule says when it is asked directly. Needs no Docker Engine and no Consul.
 */

interface Line {
  readonly rule: Rule;
  readonly line: RuleCase;
}

const all: readonly Line[] = loadTables().flatMap(({ rule, cases }) => cases.map((line) => ({ rule, line })));
const tierOf = ({ line }: Line): TierName => line.tier ?? "prod";

/** Why an engine can't be shown a case; null when it can. */
function hidden({ rule, line }: Line): string | null {
  if (rule.scope === "exceptions") return "about decisions in files";
  if (rule.scope === "fleet" && rule.needsAlerts === true)
    return "about alerts, which the pack leaves to check";
  if (line.expected !== undefined) return "with another catalog or stack than the project's";
  return line.notInState ?? null;
}

/** What the pack is shown at last in a tier: with the provider's defaults, and mended where it mends. */
function shownAs(view: ResourceView, tier: TierName): { view: ResourceView; mendedBy: readonly string[] } {
  const expected = expectedIn(tier);
  const mendedBy: string[] = [];
  let shown = afterCheck(view);
  for (const rule of RULES) {
    if (rule.scope !== "resource" || !mends(rule, expected.stack.tier) || !rule.types.includes(view.type))
      continue;
    const mended = rule.mend?.(shown, expected) ?? null;
    if (mended === null) continue;
    mendedBy.push(rule.id);
    shown = { ...shown, properties: { ...shown.properties, ...mended } };
  }
  return { view: shown, mendedBy };
}

/** An engine always tells what a resource waits for; a case may leave it open. */
function withDependencies(view: ResourceView): ResourceView {
  return { ...view, options: { ...view.options, dependsOn: view.options.dependsOn ?? [] } };
}

/** What was said of a rule in one part of the stack. */
function said(rule: Rule, violations: readonly Violation[], within = ""): string[] {
  return violations
    .filter(({ policyName, resourceUrn }) => policyName === rule.id && resourceUrn.includes(within))
    .map(({ message }) => message)
    .sort();
}

/** That the engine lets not knowing pass without a block, and says it. */
function expectNothingUnknownBlocks(violations: readonly Violation[]): void {
  const unknown = violations.filter(({ message }) => message.includes("  not evaluated  "));
  expect(unknown.filter(({ enforcementLevel }) => enforcementLevel !== "advisory")).toEqual([]);
}

const shown = all.filter((one) => hidden(one) === null);

it("leaves out only what no engine can be shown", () => {
  const lines = all.flatMap((one) => {
    const why = hidden(one);
    return why === null ? [] : [`${one.rule.id}: ${one.line.title} - ${why}`];
  });
  expectGolden("engine-hidden-cases.txt", `${lines.join("\n")}\n`);
});

it("knows where the provider's defaults change what a rule says", () => {
  const lines = shown.flatMap((one) => {
    const { rule, line } = one;
    const tier = tierOf(one);
    const [bare, checked] = [line.resources, line.resources.map(afterCheck)].map((resources) =>
      JSON.stringify(direct(rule, resources, tier)),
    );
    return bare === checked ? [] : [`${rule.id}: ${line.title}`];
  });
  expectGolden("engine-defaulted-cases.txt", `${lines.join("\n")}\n`);
});

/** Of the whole fleet with a change or two, a dozen times, where a machine has little to spare. */
const WITHIN = 900_000;

describe.each(TIERS)("in tier %s", (tier) => {
  let previews: PolicedPreviews;
  beforeAll(async () => {
    previews = await PolicedPreviews.open(tier, formatDay(TODAY));
  });
  afterAll(() => {
    previews.close();
  });

  const ofTier = shown.filter((one) => tierOf(one) === tier);
  const lines = ofTier.filter(({ rule }) => rule.scope === "resource");
  it("the engine agrees with every case of every resource rule", async () => {
    const within = (number: number) => `::case:n${number}:`;
    const { violations, mended } = await previews.preview(
      lines.flatMap(({ line }, number) =>
        line.resources.map((view, index) => ({ view, group: `case:n${number}:r${index}` })),
      ),
    );
    const got = lines.map(({ rule, line }, number) => ({
      case: `${rule.id}: ${line.title}`,
      said: said(rule, violations, within(number)),
      mendedBy: mended.filter(({ urn }) => urn.includes(within(number))).map((one) => one.rule),
    }));
    const wanted = lines.map(({ rule, line }) => {
      const resources = line.resources.map((view) => shownAs(view, tier));
      return {
        case: `${rule.id}: ${line.title}`,
        said: direct(
          rule,
          resources.map(({ view }) => view),
          tier,
        ),
        mendedBy: resources.flatMap(({ mendedBy }) => mendedBy),
      };
    });
    const sorted = (list: typeof got) => list.map((one) => ({ ...one, mendedBy: [...one.mendedBy].sort() }));
    expect(sorted(got)).toEqual(sorted(wanted));
    expectNothingUnknownBlocks(violations);
  });

  it(
    "the engine agrees with every case of every rule across resources",
    async () => {
      const cases = ofTier.flatMap(({ rule, line: { title, resources } }) =>
        rule.scope === "fleet"
          ? [{ rule, title, resources: resources.map(afterCheck).map(withDependencies) }]
          : [],
      );
      const batches = batchesOf(cases, tier);
      expect(batches.flatMap((batch) => batch.cases)).toHaveLength(cases.length);
      // The cases above are for the pack as anybody's Pulumi runs it.
      const stacks = batches.map(({ resources }) => apart(resources));
      const previewed = await previews.previewAll(stacks, STARTED_PACK);
      for (const [index, batch] of batches.entries()) {
        const violations = previewed[index]?.violations ?? [];
        const rules = [...new Set(batch.cases.map(({ rule }) => rule))];
        const casesOf = (rule: Rule) => batch.cases.filter((one) => one.rule === rule);
        const titles = (rule: Rule) => casesOf(rule).map(({ title }) => `${rule.id}: ${title}`);
        expect(rules.map((rule) => [titles(rule), said(rule, violations)])).toEqual(
          rules.map((rule) => [
            titles(rule),
            casesOf(rule)
              .flatMap((one) => one.said)
              .sort(),
          ]),
        );
        expectNothingUnknownBlocks(violations);
      }
    },
    WITHIN,
  );
});
