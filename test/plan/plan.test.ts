import { loadCatalog } from "../../fleet/catalog/load";
import { planFleet } from "../../fleet/plan/plan";
import type { Reasoned } from "../../fleet/plan/types";
import { readStack } from "../../stacks/read";
import { Project, ROOT } from "../support/project";

const catalog = loadCatalog(ROOT);
const plan = planFleet(catalog, readStack(ROOT, "dev", catalog));
/** As stacks/tiers.yaml says how to have it. */
const STUBS = { agentImage: "local-stub", services: ["consul", "prometheus"] };
const local = readStack(ROOT, "local", catalog);
const stubs = planFleet(catalog, { ...local, tier: { ...local.tier, ...STUBS } });

describe("the plan of stack dev", () => {
  it("gives every agent 128 MiB, growing to 1 GiB in steps of 256 MiB", () => {
    for (const { sizing } of plan.agents) {
      expect([sizing.memory, sizing.memoryStep, sizing.memoryMax].map((number) => number.value)).toEqual([
        128, 256, 1024,
      ]);
    }
  });

  it("says for every number why, and the line it comes from", () => {
    const lines = new Map<string, string>();
    const [first] = plan.agents;
    if (first === undefined) throw new Error("no agents");
    for (const number of Object.values<Reasoned<number>>({ ...first.sizing })) {
      expect(number.why).not.toBe("");
      lines.set(`${number.from.file}:${number.from.line}`, number.why);
      expect(number.from.file).toBe("catalog/profiles.yaml");
    }
    expect(lines.size).toBeGreaterThan(5);
  });

  it("keeps to its budgets", () => {
    expect(plan.budgets.map((budget) => [budget.id, budget.used, budget.limit])).toEqual([
      ["agent-memory", 69 * 128, 16_384],
      ["agent-cpu", 6900, 25_000],
      ["host-memory", 16_384 + 4768, 27_648],
      ["host-cpu", 6900 + 8300, 32_000],
    ]);
    for (const budget of plan.budgets) expect(budget.headroom).toBe(budget.limit - budget.used);
  });

  it("starts services first, hot agents after what they need, the router last", () => {
    const wave = new Map<string, number>();
    for (const { index, services, agents } of plan.waves)
      for (const name of [...services, ...agents]) wave.set(name, index);
    for (const agent of plan.agents) {
      if (!agent.running) {
        expect(agent.wave).toBeNull();
        continue;
      }
      for (const dependency of agent.dependsOn) expect(wave.get(dependency)).toBeLessThan(agent.wave ?? -1);
    }
    expect(plan.waves.at(-1)).toEqual({ index: plan.waves.length - 1, services: ["router"], agents: [] });
  });

  it("runs the hot pool and only creates the rest", () => {
    expect(plan.agents.filter((agent) => agent.running).map((agent) => agent.pool)).toEqual(
      Array<string>(20).fill("hot"),
    );
  });

  it("shares requests out by class within one point", () => {
    for (const route of plan.routes) {
      const total = route.classes.reduce((sum, entry) => sum + entry.agents * entry.weight, 0);
      for (const entry of route.classes) {
        expect(Math.abs((entry.agents * entry.weight) / total - entry.share)).toBeLessThan(0.01);
      }
    }
  });

  it("asks each agent's liveness with a program its image has", () => {
    expect(plan.agents[0]?.health.command[0]).toBe("node");
    expect(plan.agents[0]?.health.command.join(" ")).toContain("http://127.0.0.1:8080/healthz");
    expect(stubs.agents[0]?.health.command[0]).toBe("wget");
  });
});

describe("the plan of a tier of stubs", () => {
  it("runs only the services its tier names, and waits for no other", () => {
    expect(stubs.services.map((service) => service.name)).toEqual(["consul", "prometheus"]);
    for (const agent of stubs.agents) {
      expect(agent.dependsOn).not.toContain("rabbitmq");
      expect(agent.environment).not.toHaveProperty("OLLAMA_BASE_URL");
    }
    expect(stubs.waves.flatMap((wave) => wave.services)).toEqual(["consul", "prometheus"]);
  });
});

describe("the plan of stack local", () => {
  it("runs what the others run: the real agents, and every service", () => {
    const { agents, services } = planFleet(catalog, local);
    expect(services.map(({ name }) => name)).toEqual(plan.services.map(({ name }) => name));
    expect(agents.map(({ image }) => image)).toEqual(plan.agents.map(({ image }) => image));
    expect(agents.map(({ environment }) => environment)).toEqual(
      plan.agents.map(({ environment }) => environment),
    );
  });
});

describe("order of the input", () => {
  it("makes no difference but to the lines", () => {
    const project = new Project();
    try {
      const [head = "", list = ""] = project.read("catalog/agents.yaml").split("\nagents:\n");
      const agents = list.split(/(?=^ {2}- name: )/m).reverse();
      project.write("catalog/agents.yaml", `${head}\nagents:\n${agents.join("")}`);
      const turned = loadCatalog(project.root);
      const other = planFleet(turned, readStack(project.root, "dev", turned));
      const plain = (value: unknown): string =>
        JSON.stringify(value, (key, entry: unknown) =>
          key === "place" || key === "from" ? undefined : entry,
        );
      expect(plain(other)).toBe(plain(plan));
    } finally {
      project.remove();
    }
  });

  it("is the same, byte by byte, when it is planned again", () => {
    const again = loadCatalog(ROOT);
    expect(JSON.stringify(planFleet(again, readStack(ROOT, "dev", again)))).toBe(JSON.stringify(plan));
  });
});
