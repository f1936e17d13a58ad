import { loadCatalog } from "../../fleet/catalog/load";
import { planFleet } from "../../fleet/plan/plan";
import type { ResourceView } from "../../fleet/resource";
import { CONSUL_KEYS, NETWORK } from "../../fleet/resource";
import type { Json } from "../../fleet/source/json";
import type { TierName } from "../../fleet/tier";
import { parseDay } from "../../fleet/units/day";
import type { Day } from "../../fleet/units/day";
import { evaluate } from "../../policies/evaluate";
import { noExceptions } from "../../policies/exceptions/exemption";
import type { Report } from "../../policies/report";
import type { Expected, Rule } from "../../policies/rule";
import { RULES } from "../../policies/rules";
import { readStack } from "../../stacks/read";
import { ROOT } from "../support/project";

/** One line of a rule's table. The same tables are run directly, by the pack, by the engine and by the CLI. */
export interface RuleCase {
  readonly title: string;
  /** Default: prod. */
  readonly tier?: TierName;
  /** What the rule is shown: one resource for a resource rule, any number for a rule across resources. */
  readonly resources: readonly ResourceView[];
  readonly expect: "pass" | "fail" | "notApplicable" | "notEvaluated";
  /** What a failure has to say it found. */
  readonly found?: Json;
  /** The property that a failure or an unknown is about. */
  readonly property?: string;
  /** Why no state of an engine can hold these resources: then only the rule itself is asked. */
  readonly notInState?: string;
  /** Changes what the rule may expect: another catalog, stack or alerts. */
  readonly expected?: (expected: Expected) => Expected;
}

/** The tables that were run, by the id of their rule. The pages of the rules are written from them. */
export const TABLES = new Map<string, readonly RuleCase[]>();

/** The day of all cases. */
export const TODAY = parseDay("2026-06-15") as Day;

const catalog = loadCatalog(ROOT);
const expectedByTier = new Map<TierName, Expected>();

/** What rules may expect, from the real catalog. Read once a tier. */
export function expectedIn(tier: TierName): Expected {
  const known = expectedByTier.get(tier);
  if (known !== undefined) return known;
  const stack = readStack(ROOT, tier, catalog);
  const exceptions = noExceptions(TODAY);
  const expected = { catalog, stack, alerts: planFleet(catalog, stack).alerts, exceptions };
  expectedByTier.set(tier, expected);
  return expected;
}

/** What the rule answers to one line of its table. */
export function judge(rule: Rule, line: RuleCase): Report {
  const expected = expectedIn(line.tier ?? "prod");
  return evaluate(line.resources, line.expected?.(expected) ?? expected, [rule], RULES);
}

/** Runs the table of a rule, and that it leaves other types alone. */
export function describeRule(rule: Rule, cases: readonly RuleCase[]): void {
  TABLES.set(rule.id, cases);
  describe(rule.id, () => {
    it.each(cases.map((line) => [line.title, line] as const))("%s", (_title, line) => {
      const report = judge(rule, line);
      const [result] = report.rules;
      const answer =
        result === undefined
          ? "none"
          : result.failed > 0
            ? "fail"
            : result.notEvaluated > 0
              ? "notEvaluated"
              : result.passed > 0
                ? "pass"
                : "notApplicable";
      expect(answer).toBe(line.expect);
      const properties = report.findings.map((finding) => finding.property);
      if (line.property !== undefined) expect(properties).toContain(line.property);
      if (line.found !== undefined)
        expect(report.findings.map((finding) => finding.found)).toContainEqual(line.found);
    });

    if (rule.scope !== "resource") {
      it.each(cases.map((line) => [line.title, line] as const))(
        "finds the same in any order of resources and dependencies: %s",
        (_title, line) => {
          const turned = judge(rule, { ...line, resources: line.resources.map(turn).reverse() });
          expect(turned).toEqual(judge(rule, line));
        },
      );
    }

    if (rule.scope === "resource") {
      it("leaves other types alone", () => {
        const type = rule.types.includes(NETWORK) ? CONSUL_KEYS : NETWORK;
        const other: ResourceView = { type, name: "other", properties: {}, options: {} };
        const [result] = evaluate([other], expectedIn("prod"), [rule]).rules;
        expect(result).toMatchObject({ passed: 0, failed: 0, notApplicable: 0, notEvaluated: 0 });
      });
    }
  });
}

/** The same resource as another run of the engine may hand it over. */
function turn(resource: ResourceView): ResourceView {
  const { dependsOn } = resource.options;
  if (dependsOn === undefined) return resource;
  return { ...resource, options: { ...resource.options, dependsOn: [...dependsOn].reverse() } };
}
