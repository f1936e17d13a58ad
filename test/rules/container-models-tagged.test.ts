import { UNKNOWN } from "../../fleet/resource";
import type { PropertyValue } from "../../fleet/resource";
import { containerModelsTagged } from "../../policies/rules/container-models-tagged";
import { describeRule, expectedIn, judge } from "./cases";
import { goodContainer, goodServiceContainer } from "./good";

const holding = (models: string) => [goodServiceContainer({ envs: ["A=b", `FLEET_MODELS=${models}`] })];
const told = (envs: PropertyValue) => [goodServiceContainer({ envs })];
const floating = [
  "tinyllama",
  "tinyllama:latest",
  "library/tinyllama",
  "hf.co/someone/model-GGUF",
  "localhost:5000/tinyllama",
  "llama3.2:stable",
];
const fixed = ["tinyllama:1.1b", "llama3.2:1b", "hf.co/someone/model-GGUF:Q4_K_M", "localhost:5000/m:7b"];

describeRule(containerModelsTagged, [
  ...floating.map((model) => ({
    title: `floating in dev: "${model}"`,
    tier: "dev" as const,
    resources: holding(model),
    expect: "fail" as const,
    property: "envs.FLEET_MODELS",
    found: model,
  })),
  ...fixed.map((model) => ({
    title: `fixed in prod: "${model}"`,
    resources: holding(model),
    expect: "pass" as const,
  })),
  {
    title: "the second of three",
    resources: holding("tinyllama:1.1b mistral llama3.2:1b"),
    expect: "fail",
    found: "mistral",
  },
  { title: "several, each with its tag", resources: holding("tinyllama:1.1b llama3.2:1b"), expect: "pass" },
  { title: "an agent, which holds none", resources: [goodContainer()], expect: "pass" },
  { title: "a service that holds none", resources: [goodServiceContainer()], expect: "pass" },
  {
    title: "a variable that only begins like it",
    resources: told(["FLEET_MODELS_OF=tinyllama"]),
    expect: "pass",
  },
  { title: "no environment", resources: told(undefined), expect: "pass" },
  {
    title: "not known yet",
    resources: told(UNKNOWN),
    expect: "notEvaluated",
    property: "envs",
  },
  {
    title: "one variable not known yet",
    resources: told(["A=b", UNKNOWN]),
    expect: "notEvaluated",
    property: "envs[1]",
  },
  {
    title: "one not known yet, but another without its tag",
    resources: told([UNKNOWN, "FLEET_MODELS=tinyllama"]),
    expect: "fail",
    found: "tinyllama",
  },
]);

describe("container-models-tagged", () => {
  it("leads to the model's line in the catalog", () => {
    const server = {
      ...goodServiceContainer({ envs: ["FLEET_MODELS=tinyllama:1.1b mistral"] }),
      name: "ollama",
    };
    const { findings } = judge(containerModelsTagged, {
      title: "a second model",
      resources: [server],
      expect: "fail",
      expected: (expected) => {
        const { services } = expected.catalog;
        const ollama = services.get("ollama");
        if (ollama === undefined) throw new Error("the catalog has no ollama");
        const changed = { ...ollama, models: ["mistral"] };
        return {
          ...expected,
          catalog: { ...expected.catalog, services: new Map([...services, ["ollama", changed]]) },
        };
      },
    });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ subject: { kind: "service", name: "ollama" }, level: "mandatory" });
    expect(findings[0]?.place).toEqual(expectedIn("prod").catalog.places.service("ollama", "models", 0));
    expect(findings[0]?.place?.column).toBeGreaterThan(10);
  });
});
