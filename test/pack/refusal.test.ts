import { declareResources } from "../../components/declare";
import { planFleet } from "../../fleet/plan/plan";
import { expectedIn } from "../rules/cases";
import { goodContainer } from "../rules/good";
import { Analyzer, STARTED_PACK, describeWithPulumi } from "../support/pulumi";
import { stateOf } from "../support/state";

describeWithPulumi("the pack in the real engine", () => {
  const analyzer = new Analyzer();
  afterAll(() => analyzer.remove());
  const one = (stack: string) => stateOf(stack, [{ view: goodContainer({ memory: 2048 }) }]);
  const LIMIT = "container-memory-limit";

  it("keeps the whole fleet of stack dev without a blocking word", async () => {
    const { catalog, stack } = expectedIn("dev");
    const views = declareResources(planFleet(catalog, stack));
    const state = stateOf(
      "dev",
      views.map((view) => ({ view })),
    );
    const { code, violations } = await analyzer.analyze("dev", state);
    expect(violations.filter(({ enforcementLevel }) => enforcementLevel === "mandatory")).toEqual([]);
    expect(code).toBe(0);
  }, 240_000);

  it("refuses a run that names no stack, and says how to name it", async () => {
    const { code, stderr } = await analyzer.analyze(null, one("prod"));
    expect(code).not.toBe(0);
    expect(stderr).toContain("no stack is named");
    expect(stderr).toContain("PULUMI_STACK=<name>");
    expect(stderr).not.toContain("    at ");
  }, 240_000);

  it("refuses a stack that does not exist, and resources of another stack", async () => {
    const missing = await analyzer.analyze("nowhere", one("nowhere"));
    expect(missing.code).not.toBe(0);
    expect(missing.stderr).toContain("stacks/Pulumi.nowhere.yaml");
    const other = await analyzer.analyze("dev", one("prod"));
    expect(other.code).not.toBe(0);
    expect(other.stderr).toContain("told stack dev and is shown stack prod");
  }, 240_000);

  it.each([
    ["an unknown rule", { "container-memory-limi": "mandatory" }, `did you mean ${LIMIT}?`],
    ["an unknown key", { [LIMIT]: { max: 4096 } }, `rule ${LIMIT} has no setting max`],
    ["a key for all rules", { all: { enforcementLevel: "mandatory", max: 4096 } }, "no setting max"],
    ["a rule that is weaker than its tier", { [LIMIT]: "advisory" }, "tier prod wants mandatory"],
    ["a rule that is switched off", { [LIMIT]: "disabled" }, "tier prod wants mandatory"],
    ["all rules switched off", { all: "disabled" }, "tier prod wants mandatory"],
    ["mending outside dev", { [LIMIT]: "remediate" }, "can't be mended in tier prod"],
  ])(
    "refuses configuration with %s",
    async (_title, configuration, wanted) => {
      const { code, stderr, violations } = await analyzer.analyze(
        "prod",
        one("prod"),
        configuration,
        {},
        STARTED_PACK,
      );
      expect(stderr).toContain(wanted);
      expect(code).not.toBe(0);
      expect(violations).toEqual([]);
    },
    240_000,
  );

  it("lets configuration make a rule stricter", async () => {
    const state = one("dev");
    const levels = async (configuration?: object) =>
      (await analyzer.analyze("dev", state, configuration, {}, STARTED_PACK)).violations
        .filter(({ policyName }) => policyName === LIMIT)
        .map(({ enforcementLevel }) => enforcementLevel);
    expect(await levels()).toEqual(["advisory"]);
    expect(await levels({ [LIMIT]: "mandatory" })).toEqual(["mandatory"]);
  }, 240_000);
});
