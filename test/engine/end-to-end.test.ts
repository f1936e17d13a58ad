import type Docker from "dockerode";
import { Fleet } from "../../components/fleet";
import { loadCatalog } from "../../fleet/catalog/load";
import { LABEL } from "../../fleet/labels";
import { hasStartInterval } from "../../fleet/docker-api";
import { planFleet } from "../../fleet/plan/plan";
import type { AgentPlan, FleetPlan } from "../../fleet/plan/types";
import { ensureStubImage } from "../../cli/engine/stub-image";
import { nameOf } from "../../cli/engine/events";
import type { Outcome } from "../../cli/engine/events";
import { readStack } from "../../stacks/read";
import { startConsul } from "../support/consul-server";
import type { ConsulServer } from "../support/consul-server";
import { startDockerEngine } from "../support/docker-engine";
import type { DockerEngine } from "../support/docker-engine";
import { TestEngine } from "../support/engine";
import { Project, ROOT } from "../support/project";
import { stepLines } from "../support/recordings";

/** Every agent of the catalog, for real: the engine, a Docker Engine and a Consul. */

const MIB = 1024 * 1024;
const catalog = loadCatalog(ROOT);

/** The plan of a stack of stubs, without the services around the agents. */
function agentsOf(stack: string, keep: (agent: AgentPlan) => boolean = () => true, root = ROOT): FleetPlan {
  const read = readStack(root, stack, catalog);
  const plan = planFleet(catalog, { ...read, tier: { ...read.tier, agentImage: "local-stub" } });
  const agents = plan.agents.filter(keep);
  const there = new Set(agents.map((agent) => agent.name));
  const without = (agent: AgentPlan) => ({
    ...agent,
    dependsOn: agent.dependsOn.filter((name) => there.has(name)),
  });
  const pools = plan.pools.map((pool) => ({
    ...pool,
    agents: agents.filter((agent) => agent.pool === pool.name).length,
  }));
  return { ...plan, services: [], pools, agents: agents.map(without) };
}

const plan = agentsOf("local");
const hot = plan.agents.filter((agent) => agent.running);
const asleep = plan.agents.filter((agent) => !agent.running);

let host: DockerEngine;
let dockerApi: string;
let docker: Docker;
let consul: ConsulServer;
let engine: TestEngine;

function open(of: FleetPlan): Promise<TestEngine> {
  return TestEngine.open({
    project: of.fleet,
    stack: of.stack,
    program: () => {
      new Fleet(of.fleet, { plan: of, dockerApi: Promise.resolve(dockerApi) });
      return Promise.resolve();
    },
    env: { DOCKER_HOST: host.host, CONSUL_HTTP_ADDR: consul.address },
  });
}

/** The containers of a fleet, by name. */
async function containersOf({ fleet, stack }: FleetPlan): Promise<Map<string, Docker.ContainerInspectInfo>> {
  const label = [`${LABEL.fleet}=${fleet}`, `${LABEL.stack}=${stack}`];
  const listed = await docker.listContainers({ all: true, filters: { label } });
  const inspected = await Promise.all(listed.map(({ Id }) => docker.getContainer(Id).inspect()));
  return new Map(inspected.map((container) => [container.Name.slice(1), container]));
}

interface Registered {
  readonly Services: { readonly ID: string; readonly Service: string; readonly Port: number }[] | null;
}

/** What stands registered on the node of a fleet, by id. */
async function registeredOf({ naming }: FleetPlan): Promise<Map<string, { Service: string; Port: number }>> {
  const node = await consul.ask<Registered>(`/v1/catalog/node-services/${naming.consulNode}`);
  return new Map((node?.Services ?? []).map((service) => [service.ID, service]));
}

/** Steps that change something, one line each. */
const changing = (outcome: Outcome): string[] =>
  stepLines(outcome.steps).filter((line) => !line.startsWith("same "));

const agentNamed = (index: number, from: readonly AgentPlan[]): AgentPlan => {
  const agent = from[index];
  if (agent === undefined) throw new Error(`the catalog has no ${index + 1} agents of this kind`);
  return agent;
};

beforeAll(async () => {
  host = await startDockerEngine();
  docker = host.docker;
  dockerApi = (await docker.version()).ApiVersion;
  consul = await startConsul();
  const { port, path } = agentNamed(0, hot).health;
  const { reference, user } = agentNamed(0, hot).image;
  const paths = [path, catalog.profiles.health.readinessPath];
  await ensureStubImage(docker, { reference, user, port, paths });
  engine = await open(plan);
});

afterAll(async () => {
  engine.close();
  await consul.stop();
  await host.stop();
});

describe("up", () => {
  let outcome: Outcome;
  beforeAll(async () => {
    outcome = await engine.up();
  });

  it("makes a container and a registration of every agent, with plugins it names", () => {
    // The network, the node, the keys; the stack, the fleet and both providers.
    expect(outcome.changes["create"]).toBeGreaterThanOrEqual(2 * plan.agents.length + 3);
    expect(Object.keys(outcome.plugins).sort()).toEqual(["consul", "docker"]);
  });

  it("comes back with every hot agent healthy, and the others asleep", async () => {
    const containers = await containersOf(plan);
    expect(containers.size).toBe(plan.agents.length);
    for (const { containerName } of hot)
      expect(containers.get(containerName)?.State).toMatchObject({
        Running: true,
        Health: { Status: "healthy" },
      });
    for (const { containerName } of asleep)
      expect(containers.get(containerName)?.State).toMatchObject({ Running: false, Status: "created" });
  });

  it("registers every agent once", async () => {
    const registered = await registeredOf(plan);
    expect([...registered.keys()].sort()).toEqual(
      plan.agents.map(({ registration }) => registration.serviceId).sort(),
    );
    for (const { registration } of plan.agents)
      expect(registered.get(registration.serviceId)).toMatchObject({
        Service: registration.serviceName,
        Port: registration.port,
      });
  });

  it("gives every container the limits of the plan", async () => {
    const containers = await containersOf(plan);
    for (const { containerName, sizing, image, health } of plan.agents) {
      const { HostConfig, Config } = containers.get(containerName) as Docker.ContainerInspectInfo;
      expect(HostConfig).toMatchObject({
        Memory: sizing.memory.value * MIB,
        MemorySwap: sizing.memory.value * MIB,
        MemoryReservation: Math.min(sizing.memoryReservation.value, sizing.memory.value) * MIB,
        NanoCpus: sizing.cpuBurst.value * 1e6,
        CpuShares: sizing.cpuShares.value,
        ReadonlyRootfs: true,
        CapDrop: ["ALL"],
        Privileged: false,
      });
      const known = hasStartInterval(dockerApi) ? { StartInterval: (health.startInterval ?? 0) * 1e9 } : {};
      expect(Config).toMatchObject({
        User: image.user,
        Healthcheck: { Interval: health.interval * 1e9, ...known },
      });
      expect(HostConfig.PortBindings ?? {}).toEqual({});
    }
  });

  it("is followed by a preview that changes nothing", async () => {
    expect(changing(await engine.preview({ refresh: true }))).toEqual([]);
  });
});

describe("what is changed from outside", () => {
  const [stopped, resized, removed, gone, moved] = [
    agentNamed(0, hot),
    agentNamed(1, hot),
    agentNamed(2, hot),
    agentNamed(3, hot),
    agentNamed(4, hot),
  ];
  const removedAsleep = agentNamed(0, asleep);
  const woken = agentNamed(1, asleep);
  const key = `${plan.naming.keyPrefix}/version`;

  beforeAll(async () => {
    const Node = plan.naming.consulNode;
    await docker.getContainer(stopped.containerName).stop({ t: 1 });
    await docker.getContainer(resized.containerName).update({ Memory: 512 * MIB, MemorySwap: 512 * MIB });
    await docker.getContainer(removed.containerName).remove({ force: true });
    await docker.getContainer(removedAsleep.containerName).remove({ force: true });
    await docker.getContainer(woken.containerName).start();
    const put = (path: string, body: unknown) => consul.ask(path, { method: "PUT", body });
    await put("/v1/catalog/deregister", { Node, ServiceID: gone.registration.serviceId });
    const { serviceId, serviceName, address, tags, weight } = moved.registration;
    await put("/v1/catalog/register", {
      Node,
      SkipNodeUpdate: true,
      Service: {
        ID: serviceId,
        Service: serviceName,
        Address: address,
        Port: 1,
        Tags: tags,
        Meta: { agent: moved.name, class: moved.class, owner: moved.owner, pool: moved.pool },
        Weights: { Passing: weight, Warning: 1 },
      },
    });
    await put(`/v1/kv/${key}`, "tampered");
  });

  it("is detected, each and nothing else; waking a sleeping agent is allowed", async () => {
    const outcome = await engine.preview({ refresh: true });
    expect(changing(outcome)).toEqual(
      [
        `update ${stopped.name} mustRun:update`,
        `update ${resized.name} memory:update memorySwap:update`,
        `create ${removed.name}`,
        `create ${removedAsleep.name}`,
        `create ${gone.name}`,
        `update ${moved.name} port:update`,
        // The version is one element of a set: it is taken out and put in again.
        "update fleet keys[0].delete:update keys[0].path:update keys[0].value:add",
      ].sort(),
    );
    const absent = outcome.refreshed.filter((step) => step.gone).map(({ urn }) => nameOf(urn));
    expect(absent.sort()).toEqual([removed.name, removedAsleep.name, gone.name].sort());
  });

  it("is mended by the next up", async () => {
    await engine.up({ refresh: true });
    const containers = await containersOf(plan);
    expect(containers.size).toBe(plan.agents.length);
    expect(containers.get(stopped.containerName)?.State.Running).toBe(true);
    expect(containers.get(resized.containerName)?.HostConfig.Memory).toBe(resized.sizing.memory.value * MIB);
    expect(containers.get(removed.containerName)?.State.Health?.Status).toBe("healthy");
    expect(containers.get(removedAsleep.containerName)?.State.Status).toBe("created");
    const registered = await registeredOf(plan);
    expect(registered.size).toBe(plan.agents.length);
    expect(registered.get(moved.registration.serviceId)?.Port).toBe(moved.registration.port);
    const [entry] = (await consul.ask<{ Value: string }[]>(`/v1/kv/${key}`)) ?? [];
    expect(atob(entry?.Value ?? "")).toBe(String(plan.schemaVersion));
    expect(changing(await engine.preview({ refresh: true }))).toEqual([]);
  });
});

describe("a second fleet on the same Docker and Consul", () => {
  it("does not clash, and going it takes nothing of the first with it", async () => {
    const few = new Set([agentNamed(0, hot).name, agentNamed(0, asleep).name]);
    const project = new Project();
    project.write("stacks/Pulumi.local-second.yaml", project.read("stacks/Pulumi.local.yaml"));
    const second = agentsOf("local-second", ({ name }) => few.has(name), project.root);
    project.remove();
    const other = await open(second);
    try {
      await other.up();
      expect((await containersOf(second)).size).toBe(few.size);
      expect((await registeredOf(second)).size).toBe(few.size);
      await other.destroy();
      expect((await containersOf(second)).size).toBe(0);
      expect((await containersOf(plan)).size).toBe(plan.agents.length);
      expect((await registeredOf(plan)).size).toBe(plan.agents.length);
    } finally {
      other.close();
    }
  });
});

describe("destroy", () => {
  it("leaves no container, network, volume, service, node or key behind", async () => {
    await engine.destroy();
    const filters = { label: [`${LABEL.fleet}=${plan.fleet}`] };
    expect(await docker.listContainers({ all: true, filters })).toEqual([]);
    expect(await docker.listNetworks({ filters })).toEqual([]);
    expect((await docker.listVolumes({ filters })).Volumes).toEqual([]);
    const nodes = (await consul.ask<{ Node: string }[]>("/v1/catalog/nodes")) ?? [];
    expect(nodes.map(({ Node }) => Node)).not.toContain(plan.naming.consulNode);
    expect(await consul.ask<object>("/v1/catalog/services")).toEqual({ consul: [] });
    expect(await consul.ask(`/v1/kv/${plan.naming.keyPrefix}?keys`)).toBeNull();
  });
});
