import { agentContainerArgs } from "../../components/docker/agent-container";
import { consulServiceArgs } from "../../components/consul/registration";
import { loadCatalog } from "../../fleet/catalog/load";
import { planFleet } from "../../fleet/plan/plan";
import { readStack } from "../../stacks/read";
import { ROOT } from "../support/project";

const catalog = loadCatalog(ROOT);
const plan = planFleet(catalog, readStack(ROOT, "dev", catalog));
const agent = (name: string) => {
  const found = plan.agents.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no agent ${name}`);
  return found;
};

describe("the container of an agent", () => {
  it("has every property pinned, for a hot agent", () => {
    expect(agentContainerArgs(agent("agent-orchestrator"), plan)).toMatchSnapshot();
  });

  it("is created and waits, for a warm one", () => {
    const args = agentContainerArgs(agent("autogpt"), plan);
    expect(args).toMatchObject({ restart: "no", mustRun: false, start: false });
    expect(args).not.toHaveProperty("wait");
  });

  it("declares swap equal to memory, and publishes no port", () => {
    for (const each of plan.agents) {
      const args = agentContainerArgs(each, plan);
      expect(args.memorySwap).toBe(args.memory);
      expect(args).not.toHaveProperty("ports");
    }
  });
});

describe("the registration of an agent", () => {
  it("has every property pinned", () => {
    expect(consulServiceArgs(agent("agent-orchestrator"), plan)).toMatchSnapshot();
  });

  it("never lets Consul remove it", () => {
    expect(consulServiceArgs(agent("autogpt"), plan).checks).toMatchObject([
      { deregisterCriticalServiceAfter: "0s" },
    ]);
  });
});
