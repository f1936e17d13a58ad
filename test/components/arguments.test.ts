import { Fleet } from "../../components/fleet";
import { InvalidArgument } from "../../components/invalid-argument";
import { loadCatalog } from "../../fleet/catalog/load";
import { planFleet } from "../../fleet/plan/plan";
import type { AgentPlan, FleetPlan } from "../../fleet/plan/types";
import { readStack } from "../../stacks/read";
import { Project, ROOT, problemsOf } from "../support/project";
import { Recorder } from "../support/recorder";

const catalog = loadCatalog(ROOT);
const real = planFleet(catalog, readStack(ROOT, "dev", catalog));
const [agent] = real.agents;
if (agent === undefined) throw new Error("no agents");

/** A plan of one agent and no services: what arguments do does not depend on how many there are. */
function small(changes: Partial<AgentPlan> = {}): FleetPlan {
  const pools = real.pools.map((pool) => ({ ...pool, agents: pool.name === agent?.pool ? 1 : 0 }));
  const only = { ...agent, dependsOn: [], ...changes } as AgentPlan;
  return { ...real, pools, agents: [only], services: [] };
}

async function refused(plan: FleetPlan, name = plan.fleet): Promise<InvalidArgument> {
  const recorder = await Recorder.start("sutazai-fleet", plan.stack);
  try {
    await recorder.run(() => new Fleet(name, { plan }));
  } catch (error) {
    if (error instanceof InvalidArgument) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("arguments that can't be used", () => {
  it("names the argument, what was found, what is wanted and the fix", async () => {
    const error = await refused(small(), "other");
    expect(error).toMatchObject({ argument: "plan of Fleet other", found: `the plan of ${real.fleet}` });
    expect(error.message).toContain(`fix: call it ${real.fleet}`);
  });

  it("refuses a plan of another version", async () => {
    const error = await refused({ ...small(), schemaVersion: 2 } as unknown as FleetPlan);
    expect(error).toMatchObject({
      found: "of version 2, newer than this program reads",
      wanted: "version 1",
    });
  });

  it("refuses a dependency that nobody makes, instead of waiting for it for ever", async () => {
    const error = await refused(small({ dependsOn: ["nobody"] }));
    expect(error).toMatchObject({ argument: "dependsOn", found: '"nobody"' });
  });

  it("refuses a pool that does not add up", async () => {
    const plan = small();
    const error = await refused({ ...plan, pools: plan.pools.map((pool) => ({ ...pool, agents: 7 })) });
    expect(error).toMatchObject({
      argument: "agents of Pool hot",
      wanted: "7, as the plan of the pool says",
    });
  });

  it("refuses services without their files", async () => {
    const service = real.services.find((each) => Object.keys(each.files).length > 0);
    if (service === undefined) throw new Error("no service with files");
    const unknownFile = { ...service, dependsOn: [], files: { other: "/etc/x" } };
    const error = await refused({ ...small(), services: [unknownFile] });
    expect(error).toMatchObject({ argument: `files["other"] of service ${service.name}`, found: "missing" });
  });
});

describe("an agent that was renamed", () => {
  it("is known by its former names, and so are its container and its registration", async () => {
    const recorder = await Recorder.start("sutazai-fleet", "dev");
    const plan = small({ formerly: ["old-name"] });
    await recorder.run(() => new Fleet(plan.fleet, { plan }));
    const own = recorder.resources.filter(({ name }) => name === agent.name);
    expect(own.map(({ type }) => type).sort()).toEqual([
      "consul:index/service:Service",
      "docker:index/container:Container",
      "sutazai:fleet:Agent",
    ]);
    // The engine derives those of the children from the parent's, as their names are the parent's.
    const component = own.find(({ type }) => type === "sutazai:fleet:Agent");
    expect(component?.aliases).toEqual(["old-name"]);
    expect(
      recorder.resources.filter(({ name }) => name !== agent.name).flatMap(({ aliases }) => aliases),
    ).toEqual([]);
  });

  it("may not take the name of another", () => {
    const project = new Project();
    try {
      project.edit(
        "catalog/agents.yaml",
        "    role: autonomous-tasks\n",
        `    role: autonomous-tasks\n    formerly: [${agent.name}]\n`,
      );
      expect(problemsOf(() => loadCatalog(project.root))).toMatchObject([
        { code: "duplicate-name", found: `${agent.name}, which an agent has now` },
      ]);
    } finally {
      project.remove();
    }
  });
});
