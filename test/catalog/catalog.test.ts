import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadCatalog } from "../../fleet/catalog/load";
import { ROOT } from "../support/project";

const catalog = loadCatalog(ROOT);

describe("the real catalog", () => {
  it("has 69 agents: 20 hot, 30 warm, 19 cold", () => {
    expect(catalog.agents).toHaveLength(69);
    const sizes = ["hot", "warm", "cold"].map(
      (pool) => catalog.agents.filter((agent) => agent.pool === pool).length,
    );
    expect(sizes).toEqual([20, 30, 19]);
  });

  it("has the ports 11000 to 11068, each once, in order", () => {
    expect(catalog.agents.map((agent) => agent.port)).toEqual(
      Array.from({ length: 69 }, (_, index) => 11000 + index),
    );
  });

  it("keeps phase 1 hot: they are the first 20", () => {
    expect(catalog.agents.slice(0, 20).every((agent) => agent.pool === "hot")).toBe(true);
  });

  it("knows the line of every agent", () => {
    const lines = readFileSync(join(ROOT, "catalog/agents.yaml"), "utf8").split("\n");
    for (const agent of catalog.agents) {
      const place = catalog.places.agent(agent);
      expect(lines[place.line - 1]).toBe(`  - name: ${agent.name}`);
    }
  });

  it("fills in defaults from group and pool", () => {
    const agent = catalog.agentsByName.get("autogen");
    expect(agent).toMatchObject({
      class: "high_performance",
      owner: "machine-learning",
      pool: "warm",
      criticality: "normal",
      dependsOn: ["consul", "rabbitmq", "model-gateway"],
    });
    expect(catalog.agentsByName.get("agent-orchestrator")?.criticality).toBe("critical");
  });
});
