import { loadCatalog } from "../../fleet/catalog/load";
import { planFleet } from "../../fleet/plan/plan";
import { gatewayConfig } from "../../fleet/render/haproxy";
import { readStack } from "../../stacks/read";
import { parse, stringify } from "yaml";
import { Project, problemsOf } from "../support/project";

const SERVICES = "catalog/services.yaml";
let project: Project;
beforeEach(() => {
  project = new Project();
});
afterEach(() => project.remove());

interface Server {
  models?: string[];
  files?: Record<string, string>;
  dependsOn?: string[];
}

/** A second server of models beside the first, and a third when asked for; the gateway in front of all. */
function addSecond(models: string[], third?: string[]): void {
  const file = parse(project.read(SERVICES)) as { services: Record<string, Server> };
  const { ollama = {}, "model-gateway": gateway = {} } = file.services;
  file.services["small-models"] = { ...structuredClone(ollama), models };
  gateway.dependsOn = ["ollama", "small-models"];
  if (third !== undefined) {
    file.services["tiny-models"] = { ...structuredClone(ollama), models: third };
    gateway.dependsOn.push("tiny-models");
  }
  project.write(SERVICES, stringify(file, { aliasDuplicateObjects: false }));
}

const modelOf = (): string => {
  const [model = ""] = loadCatalog(project.root).services.get("ollama")?.models ?? [];
  return model;
};

describe("a second server of models behind the gateway", () => {
  it("is refused when it has no model of the name that agents ask for, at its line", () => {
    const asked = modelOf();
    addSecond(["smollm:135m"]);
    const problems = problemsOf(() => loadCatalog(project.root));
    expect(problems).toMatchObject([
      { code: "wrong-value", found: "smollm:135m", place: { file: SERVICES } },
    ]);
    expect(problems[0]?.wanted).toContain(asked);
    expect(problems[0]?.fix).toBe(`add ${asked} to its models`);
    const line = project.read(SERVICES).split("\n")[(problems[0]?.place?.line ?? 0) - 1];
    expect(line).toMatch(/models:|smollm/);
  });

  it("a name that is nearly the same is told as a slip", () => {
    const asked = modelOf();
    addSecond([`${asked}x`]);
    expect(problemsOf(() => loadCatalog(project.root))[0]?.fix).toBe(`write ${asked}, as ollama has it`);
  });

  it("is taken when it has that model among others", () => {
    addSecond(["smollm:135m", modelOf()]);
    expect(loadCatalog(project.root).services.get("small-models")?.models).toContain(modelOf());
  });

  it("is taken without a gateway: who depends on it is told its own name", () => {
    addSecond(["smollm:135m"]);
    const file = parse(project.read(SERVICES)) as { services: Record<string, Server> };
    const gateway = file.services["model-gateway"] ?? {};
    gateway.files = { "router-config": Object.values(gateway.files ?? {})[0] ?? "" };
    project.write(SERVICES, stringify(file));
    expect(loadCatalog(project.root).services.has("small-models")).toBe(true);
  });
});

describe("a third server of models behind the gateway", () => {
  it("is refused by itself when only it lacks the model that agents ask for", () => {
    addSecond([modelOf()], ["smollm:135m"]);
    const problems = problemsOf(() => loadCatalog(project.root));
    expect(problems.map(({ code, found }) => [code, found])).toEqual([["wrong-value", "smollm:135m"]]);
    expect(problems[0]?.message).toMatch(/^tiny-models holds no model/);
  });

  it("is told beside the second when both lack it", () => {
    addSecond(["smollm:135m"], ["qwen3:0.6b"]);
    const messages = problemsOf(() => loadCatalog(project.root)).map(({ message }) => message.split(" ")[0]);
    expect(messages.sort()).toEqual(["small-models", "tiny-models"]);
  });

  it("is taken when all three have it, and the gateway asks all", () => {
    addSecond([modelOf()], [modelOf()]);
    const catalog = loadCatalog(project.root);
    const plan = planFleet(catalog, readStack(project.root, "dev", catalog));
    const config = gatewayConfig(plan) ?? "";
    for (const name of ["ollama", "small-models", "tiny-models"])
      expect(config).toMatch(new RegExp(`server model_\\S+ sutazai-dev-${name}:11434`));
  });
});
