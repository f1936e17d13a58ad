import { declareResources } from "../../components/declare";
import { planFleet } from "../../fleet/plan/plan";
import { CONTAINER } from "../../fleet/resource";
import { TIERS } from "../../fleet/tier";
import { evaluate } from "../../policies/evaluate";
import { RULES } from "../../policies/rules";
import { expectedIn } from "./cases";

const RULES_OF_CONTAINERS = RULES.filter(
  (rule) => rule.scope === "resource" && rule.id.startsWith("container-"),
);

describe.each(TIERS)("the containers of the real catalog in %s", (tier) => {
  const expected = expectedIn(tier);
  const containers = declareResources(planFleet(expected.catalog, expected.stack)).filter(
    (resource) => resource.type === CONTAINER,
  );
  const report = evaluate(containers, expected, RULES_OF_CONTAINERS);

  it("keep every rule, and each rule looks at every one of them", () => {
    expect(containers.length).toBeGreaterThan(expected.catalog.agents.length);
    expect(report.findings).toEqual([]);
    for (const rule of report.rules) expect(rule.passed + rule.notApplicable).toBe(containers.length);
  });

  it("pass each rule at least once; digests that nobody has locked are told by image-locked", () => {
    const never = report.rules.filter((rule) => rule.passed === 0).map((rule) => rule.id);
    expect(never).toEqual(
      (tier === "prod" || tier === "staging") && expected.catalog.digests.size === 0
        ? ["container-image-pinned"]
        : [],
    );
  });
});
