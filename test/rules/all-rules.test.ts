import { declareResources } from "../../components/declare";
import type { Catalog } from "../../fleet/catalog/types";
import { planFleet } from "../../fleet/plan/plan";
import { isStrict, TIERS } from "../../fleet/tier";
import { evaluate } from "../../policies/evaluate";
import type { Rule } from "../../policies/rule";
import { RULES } from "../../policies/rules";
import { expectedIn } from "./cases";

describe("every rule", () => {
  it("has an id of its own", () => {
    expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    "%s says what, why and how to fix it",
    (id, rule) => {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
      for (const text of [rule.description, rule.rationale, rule.remediation])
        expect(text).toMatch(/^[A-Z].+\.$/s);
      if (rule.category === "security" || rule.category === "feasibility")
        expect(rule.severity).toBe("critical");
      else expect(rule.severity).not.toBe("critical");
    },
  );
});

describe.each(TIERS)("the real fleet in %s", (tier) => {
  const expected = expectedIn(tier);
  const report = evaluate(declareResources(planFleet(expected.catalog, expected.stack)), expected, RULES);

  it("keeps every rule but the digests that nobody has locked yet", () => {
    const findings = report.findings.filter((finding) => finding.rule !== "image-locked");
    expect(findings).toEqual([]);
  });

  it("passes each rule at least once, unless there is nothing for it", () => {
    const idle = report.rules.filter((rule) => rule.passed + rule.failed === 0).map((rule) => rule.id);
    const nothing = [
      "baseline-unused",
      "consul-config-entry-clean",
      "exemption-expired",
      "exemption-expiring",
      "exemption-unused",
      "fleet-no-unapproved-drift",
      "unique-host-ports",
    ];
    if (!expected.stack.tier.protectStateful) nothing.push("stateful-protected");
    if (!isStrict(tier)) nothing.push("registry-needs-token");
    if (expected.stack.tier.imagePinning !== "digest") nothing.push("image-locked");
    expect(idle.filter((id) => !id.startsWith("container-"))).toEqual(nothing.sort());
  });
});

describe("a fleet a hundred times as large", () => {
  const { catalog, stack, exceptions } = expectedIn("dev");
  const many = multiply(catalog, 100);
  const plan = planFleet(many, stack);
  const resources = declareResources(plan);
  const expected = { catalog: many, stack, alerts: plan.alerts, exceptions };

  /** CPU seconds of this process. */
  function secondsFor(rules: readonly Rule[]): number {
    const before = process.cpuUsage();
    evaluate(resources, expected, rules);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  }

  it("is judged across its resources in about a second", () => {
    const rules = RULES.filter((rule) => rule.scope === "fleet");
    // The least of a few: others on the machine, and what is collected meanwhile, only add to it.
    const least = Math.min(...[1, 2, 3, 4].map(() => secondsFor(rules)));
    // Measured: 0.3 to 0.55 s by machine. What grows with the square takes many seconds.
    expect(least).toBeLessThan(1.5);
  });
});

/** The same agents again and again, each under a name of its own; the copies depend on the first ones. */
function multiply(catalog: Catalog, times: number): Catalog {
  const agents = Array.from({ length: times }, (_, round) =>
    catalog.agents.map((agent) => (round === 0 ? agent : { ...agent, name: `${agent.name}-${round}` })),
  ).flat();
  const { hot, warm, cold } = catalog.pools;
  return {
    ...catalog,
    agents,
    agentsByName: new Map(agents.map((agent) => [agent.name, agent])),
    pools: {
      hot: { ...hot, agents: hot.agents * times },
      warm: { ...warm, agents: warm.agents * times },
      cold: { ...cold, agents: cold.agents * times },
    },
  };
}
