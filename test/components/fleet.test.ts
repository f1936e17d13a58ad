import { loaderName } from "../../components/docker/file-loader";
import { Fleet } from "../../components/fleet";
import { declareResources } from "../../components/declare";
import { loadCatalog } from "../../fleet/catalog/load";
import { planFleet } from "../../fleet/plan/plan";
import type { FleetPlan } from "../../fleet/plan/types";
import { CONSUL_SERVICE, CONTAINER, NETWORK, VOLUME } from "../../fleet/resource";
import { readStack } from "../../stacks/read";
import { ROOT } from "../support/project";
import { Recorder, keyOf } from "../support/recorder";

const catalog = loadCatalog(ROOT);
const planOf = (stack: string): FleetPlan => planFleet(catalog, readStack(ROOT, stack, catalog));

async function record(plan: FleetPlan): Promise<Recorder> {
  const recorder = await Recorder.start("sutazai-fleet", plan.stack);
  await recorder.run(() => new Fleet(plan.fleet, { plan, dockerApi: "1.44" }));
  return recorder;
}

const isCustom = (resource: { readonly type: string }) => !resource.type.startsWith("sutazai:");
const order = <T extends { readonly type: string; readonly name: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (`${a.type} ${a.name}` < `${b.type} ${b.name}` ? -1 : 1));

describe.each(["local", "dev", "staging", "prod"])("the fleet of stack %s", (stack) => {
  const plan = planOf(stack);
  let recorder: Recorder;

  beforeAll(async () => {
    recorder = await record(plan);
  });

  it("registers exactly what is declared: type, name, arguments, protection, parent and order of start", () => {
    const sent = order(recorder.resources.filter(isCustom)).map((resource) => ({
      type: resource.type,
      name: resource.name,
      properties: resource.inputs,
      protect: resource.protect,
      parent: keyOf(resource.parent),
      containers: resource.dependencies
        .map(keyOf)
        .filter((key) => key.startsWith(`${CONTAINER}::`))
        .map((key) => key.slice(CONTAINER.length + 2))
        .sort(),
    }));
    const declared = order(declareResources(plan)).map(({ type, name, properties, options }) => ({
      type,
      name,
      properties: JSON.parse(JSON.stringify(properties)) as unknown,
      protect: options.protect ?? false,
      parent: options.parent,
      containers: [...(options.dependsOn ?? [])].sort(),
    }));
    expect(sent).toEqual(declared);
  });

  it("makes the network and the volumes before the containers on them, and the node before the registrations", () => {
    for (const { type, name, dependencies } of recorder.resources) {
      const keys = dependencies.map(keyOf);
      if (type === CONTAINER) expect(keys).toContain(`${NETWORK}::network`);
      if (type === CONSUL_SERVICE) expect(keys).toContain("consul:index/node:Node::agents");
      const service = plan.services.find((each) => each.name === name);
      if (type !== CONTAINER || service === undefined) continue;
      for (const volume of Object.keys(service.volumes)) expect(keys).toContain(`${VOLUME}::${volume}`);
    }
  });

  it("starts every hot agent after all replicas of what it depends on", () => {
    const byName = new Map(
      recorder.resources.filter(({ type }) => type === CONTAINER).map((each) => [each.name, each]),
    );
    for (const agent of plan.agents.filter(({ running }) => running)) {
      const container = byName.get(agent.name);
      expect(container?.inputs).toMatchObject({ mustRun: true, wait: true });
      const keys = container?.dependencies.map(keyOf) ?? [];
      for (const name of agent.dependsOn) {
        const replicas = plan.services.find((service) => service.name === name)?.containerNames.length ?? 1;
        const wanted = Array.from({ length: replicas }, (_, index) =>
          index ? `${name}-${index + 1}` : name,
        );
        for (const replica of wanted) expect(keys).toContain(`${CONTAINER}::${replica}`);
      }
    }
  });

  it("starts the router last, and creates warm and cold agents without starting them", () => {
    const running = plan.agents
      .filter((agent) => agent.running)
      .map((agent) => `${CONTAINER}::${agent.name}`);
    const late = plan.services.filter((service) => service.afterAgents);
    expect(late).toHaveLength(1);
    for (const { name, containerNames } of late) {
      const routers = recorder.resources.filter(
        (each) =>
          each.type === CONTAINER &&
          keyOf(each.parent).endsWith(`::${name}`) &&
          // What brings its file never runs.
          each.name !== loaderName(name),
      );
      expect(routers).toHaveLength(containerNames.length);
      for (const router of routers)
        expect(router.dependencies.map(keyOf)).toEqual(expect.arrayContaining(running));
    }
    for (const agent of plan.agents.filter((each) => !each.running)) {
      const container = recorder.resources.find(
        (each) => each.type === CONTAINER && each.name === agent.name,
      );
      expect(container?.inputs).toMatchObject({ start: false, mustRun: false, restart: "no" });
    }
  });

  it("protects what can't be made again where the tier says so, and nothing else", () => {
    const prod = stack === "prod";
    for (const { type, name, parent, protect } of recorder.resources) {
      const service = plan.services.find((each) => keyOf(parent) === `sutazai:fleet:Service::${each.name}`);
      expect([name, protect]).toEqual([name, prod && service?.stateful === true && type === VOLUME]);
    }
  });

  it("builds a tree of components, each with its outputs", () => {
    const components = recorder.resources.filter((each) => !isCustom(each));
    const fleet = components.find(({ type }) => type === "sutazai:fleet:Fleet");
    expect(fleet?.parent).toBe("");
    const parents: Record<string, string> = {
      Agent: "Pool",
      Pool: "Fleet",
      Registry: "Fleet",
      Queue: "Fleet",
    };
    Object.assign(parents, { ModelBackend: "Fleet", Router: "Fleet", Monitoring: "Fleet" });
    for (const { type, parent, urn } of components) {
      const kind = type.split(":").at(-1) ?? "";
      if (kind in parents) expect(keyOf(parent).split("::")[0]).toBe(`sutazai:fleet:${parents[kind] ?? ""}`);
      expect(Object.keys(recorder.outputs.get(urn) ?? {})).not.toHaveLength(0);
    }
    const counts = new Map<string, number>();
    for (const { type } of components) counts.set(type, (counts.get(type) ?? 0) + 1);
    expect(counts.get("sutazai:fleet:Agent")).toBe(plan.agents.length);
    expect(counts.get("sutazai:fleet:Service")).toBe(plan.services.length);
    expect(recorder.outputs.get(fleet?.urn ?? "")).toMatchObject({
      agents: Object.fromEntries(plan.pools.map(({ name, agents }) => [name, agents])),
      network: plan.naming.network,
      consulNode: plan.naming.consulNode,
    });
  });

  it("sends the same arguments as before for a hot agent, a warm one, a service and its files", () => {
    const pick = (type: string, name: string) =>
      recorder.resources.find((each) => each.type === type && each.name === name)?.inputs;
    const hot = plan.agents.find((agent) => agent.running)?.name ?? "";
    const warm = plan.agents.find((agent) => agent.pool === "warm")?.name ?? "";
    const withFiles = plan.services.find((each) => Object.keys(each.files).length > 0)?.name ?? "";
    expect({
      hot: [pick(CONTAINER, hot), pick(CONSUL_SERVICE, hot)],
      warm: [pick(CONTAINER, warm), pick(CONSUL_SERVICE, warm)],
      service: pick(CONTAINER, withFiles),
      // The text of the rules has golden files of its own.
      files: JSON.parse(
        JSON.stringify(pick(CONTAINER, `${withFiles}-files`), (key, value: unknown) =>
          key === "content" ? "..." : value,
        ),
      ) as unknown,
    }).toMatchSnapshot();
  });
});
