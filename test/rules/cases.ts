import { loadCatalog } from "../../fleet/catalog/load";
import { planFleet } from "../../fleet/plan/plan";
import type { ResourceView } from "../../fleet/resource";
import { NETWORK } from "../../fleet/resource";
import type { Json } from "../../fleet/source/json";
import type { TierName } from "../../fleet/tier";
import { evaluate } from "../../policies/evaluate";
import type { Expected, Rule } from "../../policies/rule";
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
}

const catalog = loadCatalog(ROOT);

/** What rules may expect, from the real catalog. */
export function expectedIn(tier: TierName): Expected {
  const stack = readStack(ROOT, tier, catalog);
  return { catalog, stack, alerts: planFleet(catalog, stack).alerts };
}

/** Runs the table of a rule, and that it leaves other types alone. */
export function describeRule(rule: Rule, cases: readonly RuleCase[]): void {
  describe(rule.id, () => {
    it.each(cases.map((line) => [line.title, line] as const))("%s", (_title, line) => {
      const report = evaluate(line.resources, expectedIn(line.tier ?? "prod"), [rule]);
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

    if (rule.scope === "resource") {
      it("leaves other types alone", () => {
        const other: ResourceView = { type: NETWORK, name: "other", properties: {}, options: {} };
        const [result] = evaluate([other], expectedIn("prod"), [rule]).rules;
        expect(result).toMatchObject({ passed: 0, failed: 0, notApplicable: 0, notEvaluated: 0 });
      });
    }
  });
}
