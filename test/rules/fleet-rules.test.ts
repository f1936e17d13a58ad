import { declareResources } from "../../components/declare";
import type { CatalogAgent } from "../../fleet/catalog/types";
import { planFleet } from "../../fleet/plan/plan";
import { CONSUL_SERVICE, CONTAINER, UNKNOWN } from "../../fleet/resource";
import type { PropertyValue, ResourceOptions, ResourceView } from "../../fleet/resource";
import type { Tier } from "../../fleet/tier";
import { millicores } from "../../fleet/units/cpu";
import { mebibytes } from "../../fleet/units/memory";
import type { Expected } from "../../policies/rule";
import { agentCount } from "../../policies/rules/agent-count";
import { agentRegisteredOnce } from "../../policies/rules/agent-registered-once";
import { budgetAgentCpu } from "../../policies/rules/budget-agent-cpu";
import { budgetAgentMemory } from "../../policies/rules/budget-agent-memory";
import { budgetHostCpu } from "../../policies/rules/budget-host-cpu";
import { budgetHostMemory } from "../../policies/rules/budget-host-memory";
import { imageLocked } from "../../policies/rules/image-locked";
import { poolSizes } from "../../policies/rules/pool-sizes";
import { startOrderComplete } from "../../policies/rules/start-order-complete";
import { tierFitsStack } from "../../policies/rules/tier-fits-stack";
import { uniqueHostPorts } from "../../policies/rules/unique-host-ports";
import { uniqueNames } from "../../policies/rules/unique-names";
import { describeRule, expectedIn } from "./cases";
import type { RuleCase } from "./cases";
import { goodContainer } from "./good";

type Changes = Readonly<Record<string, PropertyValue>>;

const { catalog, stack } = expectedIn("prod");
const all = declareResources(planFleet(catalog, stack));

const isService = (name: string) => (resource: ResourceView) =>
  resource.type === CONSUL_SERVICE && resource.name === name;
const isContainer = (name: string) => (resource: ResourceView) =>
  resource.type === CONTAINER && resource.name === name;

/** The whole fleet with one resource changed; fails when there is no such resource. */
function withOne(
  which: (resource: ResourceView) => boolean,
  properties: Changes,
  options: ResourceOptions = {},
): ResourceView[] {
  if (all.filter(which).length !== 1) throw new Error("not exactly one resource to change");
  return all.map((each) =>
    which(each)
      ? {
          ...each,
          properties: { ...each.properties, ...properties },
          options: { ...each.options, ...options },
        }
      : each,
  );
}

/** Resources of the fleet under another name. */
function renamed(which: (resource: ResourceView) => boolean, name: string): ResourceView[] {
  return all.filter(which).map((each) => ({ ...each, name }));
}

const withTier =
  (changes: Partial<Tier>) =>
  (expected: Expected): Expected => ({
    ...expected,
    stack: { ...expected.stack, tier: { ...expected.stack.tier, ...changes } },
  });

const withBudgets = (changes: Partial<Tier["budgets"]>) =>
  withTier({ budgets: { ...stack.tier.budgets, ...changes } });

const withAgent =
  (name: string, changes: Partial<CatalogAgent>) =>
  (expected: Expected): Expected => {
    const agents = expected.catalog.agents.map((agent) =>
      agent.name === name ? { ...agent, ...changes } : agent,
    );
    const agentsByName = new Map(agents.map((agent) => [agent.name, agent]));
    return { ...expected, catalog: { ...expected.catalog, agents, agentsByName } };
  };

describeRule(agentCount, [
  { title: "the whole fleet", resources: all, expect: "pass" },
  {
    title: "one agent missing",
    resources: all.filter((each) => !isContainer("autogpt")(each)),
    expect: "fail",
    property: "containers",
    found: 0,
  },
  {
    title: "one agent twice",
    resources: [...all, ...all.filter(isContainer("autogpt"))],
    expect: "fail",
    found: 2,
  },
  {
    title: "a container of nobody",
    resources: [...all, ...renamed(isContainer("autogpt"), "nobody")],
    expect: "fail",
    property: "container",
    found: "a container",
  },
  {
    title: "a second replica of a service is somebody",
    resources: [...all, ...renamed(isContainer("grafana"), "grafana-2")],
    expect: "pass",
  },
  {
    title: "a registration is no container",
    resources: [...all, ...renamed(isService("autogpt"), "nobody")],
    expect: "pass",
  },
  { title: "nothing at all", resources: [], expect: "fail", found: 0 },
]);

describeRule(agentRegisteredOnce, [
  { title: "the whole fleet", resources: all, expect: "pass" },
  {
    title: "one agent missing",
    resources: all.filter((each) => !isService("autogpt")(each)),
    expect: "fail",
    found: 0,
  },
  {
    title: "one agent twice",
    resources: [...all, ...all.filter(isService("autogpt"))],
    expect: "fail",
    found: 2,
  },
  {
    title: "a registration without an agent",
    resources: [...all, ...renamed(isService("autogpt"), "nobody")],
    expect: "fail",
    found: "registered",
  },
  {
    title: "under the id of another",
    resources: withOne(isService("autogpt"), { serviceId: "sutazai-prod-crewai" }),
    expect: "fail",
    property: "serviceId",
  },
  {
    title: "the id is not known yet",
    resources: withOne(isService("autogpt"), { serviceId: UNKNOWN }),
    expect: "notEvaluated",
    property: "serviceId",
  },
]);

const pool = (value: PropertyValue): Changes => ({ labels: [{ label: "sutazai.pool", value }] });

describeRule(poolSizes, [
  { title: "the whole fleet", resources: all, expect: "pass" },
  {
    title: "one agent in another pool",
    resources: withOne(isContainer("agent-orchestrator"), pool("cold")),
    expect: "fail",
    property: "agents",
    found: 19,
  },
  { title: "one agent too many", resources: [...all, goodContainer()], expect: "fail", found: 21 },
  {
    title: "a pool that does not exist",
    resources: withOne(isContainer("agent-orchestrator"), pool("lukewarm")),
    expect: "fail",
    property: "sutazai.pool",
    found: "lukewarm",
  },
  {
    title: "no label",
    resources: withOne(isContainer("agent-orchestrator"), { labels: [] }),
    expect: "fail",
    found: 19,
  },
  {
    title: "not known yet",
    resources: withOne(isContainer("agent-orchestrator"), { labels: UNKNOWN }),
    expect: "notEvaluated",
    property: "sutazai.pool",
  },
  {
    title: "one not known yet, but two missing",
    resources: withOne(isContainer("agent-orchestrator"), { labels: UNKNOWN }).filter(
      (each) => !isContainer("agentzero-coordinator")(each),
    ),
    expect: "fail",
    found: 18,
  },
]);

const agents = catalog.agents.length;
const sixteenGiB = 16 * 1024;
const toTheLimit = sixteenGiB - (agents - 1) * 128;

describeRule(budgetAgentMemory, [
  { title: "the whole fleet", resources: all, expect: "pass" },
  {
    title: "exactly the budget",
    resources: withOne(isContainer("autogpt"), { memory: toTheLimit }),
    expect: "pass",
  },
  {
    title: "one MiB more",
    resources: withOne(isContainer("autogpt"), { memory: toTheLimit + 1 }),
    expect: "fail",
    property: "budgets.agentMemory",
  },
  {
    title: "a container of nobody counts too",
    resources: [
      ...withOne(isContainer("autogpt"), { memory: toTheLimit }),
      ...renamed(isContainer("crewai"), "nobody"),
    ],
    expect: "fail",
  },
  {
    title: "services don't count",
    resources: withOne(isContainer("ollama"), { memory: 20_000 }),
    expect: "pass",
  },
  {
    title: "no limit is no budget",
    resources: withOne(isContainer("autogpt"), { memory: undefined }),
    expect: "fail",
    found: "no limit on autogpt",
  },
  {
    title: "a limit of zero is none",
    resources: withOne(isContainer("autogpt"), { memory: 0 }),
    expect: "fail",
    found: "no limit on autogpt",
  },
  {
    title: "not known yet",
    resources: withOne(isContainer("autogpt"), { memory: UNKNOWN }),
    expect: "notEvaluated",
    property: "memory",
  },
  {
    title: "one not known yet, but the rest is too much already",
    resources: withOne(isContainer("autogpt"), { memory: UNKNOWN }),
    expected: withBudgets({ agentMemory: mebibytes(128) }),
    expect: "fail",
  },
  ...(["local", "dev", "staging"] as const).map((tier) => ({
    title: `too much in ${tier}`,
    tier,
    resources: withOne(isContainer("autogpt"), { memory: toTheLimit + 1 }),
    expect: "fail" as const,
  })),
]);

// What only brings files is never started and takes nothing.
const runs = (each: ResourceView) => each.type === CONTAINER && !each.name.endsWith("-files");
const services = all.filter((each) => runs(each) && !catalog.agentsByName.has(each.name));
const serviceMemory = services.reduce((sum, each) => sum + Number(each.properties["memory"]), 0);
const serviceCpu = services.reduce((sum, each) => sum + 1000 * Number(each.properties["cpus"]), 0);

describeRule(budgetHostMemory, [
  { title: "the whole fleet", resources: all, expect: "pass" },
  {
    title: "exactly the host",
    resources: all,
    expected: withBudgets({ hostMemory: mebibytes(sixteenGiB + serviceMemory) }),
    expect: "pass",
  },
  {
    title: "one MiB less",
    resources: all,
    expected: withBudgets({ hostMemory: mebibytes(sixteenGiB + serviceMemory - 1) }),
    expect: "fail",
    property: "budgets.hostMemory",
  },
  {
    title: "a service without a limit",
    resources: withOne(isContainer("ollama"), { memory: undefined }),
    expect: "fail",
    found: "no limit on ollama",
  },
  {
    title: "every replica counts",
    resources: [
      ...all,
      ...[3, 4, 5].flatMap((replica) => renamed(isContainer("ollama"), `ollama-${replica}`)),
    ],
    expect: "fail",
  },
  {
    title: "not known yet",
    resources: withOne(isContainer("ollama"), { memory: UNKNOWN }),
    expect: "notEvaluated",
    property: "memory",
  },
]);

describeRule(budgetAgentCpu, [
  { title: "the whole fleet", resources: all, expect: "pass" },
  {
    title: "exactly the budget",
    resources: all,
    expected: withBudgets({ agentCpu: millicores(agents * 100) }),
    expect: "pass",
  },
  {
    title: "a thousandth less",
    resources: all,
    expected: withBudgets({ agentCpu: millicores(agents * 100 - 1) }),
    expect: "fail",
    property: "budgets.agentCpu",
  },
  {
    title: "an agent that wants more for itself",
    resources: all,
    expected: withAgent("autogpt", { cpu: millicores(20_000) }),
    expect: "fail",
    found: "26.8 cores, 1.8 cores too much",
  },
  {
    title: "the cap of bursts is no promise",
    resources: withOne(isContainer("autogpt"), { cpus: "32" }),
    expect: "pass",
  },
]);

describeRule(budgetHostCpu, [
  { title: "the whole fleet", resources: all, expect: "pass" },
  {
    title: "exactly the host",
    resources: all,
    expected: withBudgets({ hostCpu: millicores(agents * 100 + serviceCpu) }),
    expect: "pass",
  },
  {
    title: "a thousandth less",
    resources: all,
    expected: withBudgets({ hostCpu: millicores(agents * 100 + serviceCpu - 1) }),
    expect: "fail",
    property: "budgets.hostCpu",
  },
  {
    title: "a service without a cap",
    resources: withOne(isContainer("ollama"), { cpus: undefined }),
    expect: "fail",
    found: "no limit on ollama",
  },
  {
    title: "a cap that is none",
    resources: withOne(isContainer("ollama"), { cpus: "many" }),
    expect: "fail",
    found: "no limit on ollama",
  },
  {
    title: "not known yet",
    resources: withOne(isContainer("ollama"), { cpus: UNKNOWN }),
    expect: "notEvaluated",
    property: "cpus",
  },
]);

const onNetwork = (aliases: PropertyValue): Changes => ({
  networksAdvanced: [{ name: "sutazai-prod", aliases }],
});

// Each case changes another agent: where an engine is asked, most of them fit in one stack.
describeRule(uniqueNames, [
  { title: "the whole fleet, where replicas share an alias", resources: all, expect: "pass" },
  {
    title: "two containers with one name",
    resources: withOne(isContainer("autogpt"), { name: "sutazai-prod-crewai" }),
    expect: "fail",
    property: "name",
  },
  {
    title: "the alias of another",
    resources: withOne(isContainer("aider"), onNetwork(["devika"])),
    expect: "fail",
    property: "networksAdvanced.aliases",
  },
  {
    title: "the alias of a service",
    resources: withOne(isContainer("autogen"), onNetwork(["ollama"])),
    expect: "fail",
    property: "networksAdvanced.aliases",
  },
  {
    title: "the container name of another as alias",
    resources: withOne(isContainer("finrobot"), onNetwork(["sutazai-prod-experiment-tracker"])),
    expect: "fail",
  },
  {
    title: "the same alias on another network",
    resources: withOne(isContainer("code-improver"), {
      networksAdvanced: [{ name: "other", aliases: ["devika"] }],
    }),
    expect: "pass",
  },
  {
    title: "the service id of another",
    resources: withOne(isService("autogpt"), { serviceId: "sutazai-prod-crewai" }),
    expect: "fail",
    property: "serviceId",
  },
  {
    title: "the same service id on another node",
    resources: withOne(isService("aider"), { node: "other", serviceId: "sutazai-prod-crewai" }),
    expect: "pass",
  },
  {
    title: "the check of another",
    resources: withOne(isService("autogen"), { checks: [{ checkId: "sutazai-prod-devika:ready" }] }),
    expect: "fail",
    property: "checks.checkId",
  },
  {
    title: "a volume with the name of another",
    resources: withOne((each) => each.name === "consul-data", { name: "sutazai-prod-rabbitmq-data" }),
    expect: "fail",
    property: "name",
  },
  {
    title: "a name is not known yet",
    resources: withOne(isContainer("crewai"), { name: UNKNOWN }),
    expect: "notEvaluated",
    property: "name",
  },
  {
    title: "aliases are not known yet",
    resources: withOne(isContainer("data-drift-detector"), onNetwork(UNKNOWN)),
    expect: "notEvaluated",
    property: "networksAdvanced",
  },
  {
    title: "checks are not known yet",
    resources: withOne(isService("data-drift-detector"), { checks: UNKNOWN }),
    expect: "notEvaluated",
    property: "checks",
  },
]);

const publishing = (name: string, ports: PropertyValue): ResourceView => ({
  ...goodContainer({ ports }),
  name,
});

// Containers and ports of its own for each case, as above.
describeRule(uniqueHostPorts, [
  { title: "the whole fleet publishes none", resources: all, expect: "notApplicable" },
  {
    title: "two ports",
    resources: [
      publishing("prometheus", [{ internal: 80, external: 70 }]),
      publishing("alertmanager", [{ internal: 80, external: 71 }]),
    ],
    expect: "pass",
  },
  {
    title: "one port twice",
    resources: [
      publishing("router", [{ internal: 80, external: 80 }]),
      publishing("grafana", [{ internal: 3000, external: 80 }]),
    ],
    expect: "fail",
    property: "ports",
    found: "80/tcp on any address, taken by grafana",
  },
  {
    title: "one port twice in one container",
    resources: [
      publishing("rabbitmq", [
        { internal: 80, external: 90 },
        { internal: 81, external: 90 },
      ]),
    ],
    expect: "fail",
  },
  {
    title: "TCP and UDP",
    resources: [
      publishing("ollama", [
        { internal: 80, external: 91 },
        { internal: 80, external: 91, protocol: "udp" },
      ]),
    ],
    expect: "pass",
  },
  {
    title: "two addresses",
    resources: [
      publishing("consul", [
        { internal: 80, external: 92, ip: "127.0.0.1" },
        { internal: 80, external: 92, ip: "127.0.0.2" },
      ]),
    ],
    expect: "pass",
  },
  {
    title: "one address after all addresses",
    resources: [
      publishing("consul-esm", [
        { internal: 80, external: 93, ip: "0.0.0.0" },
        { internal: 81, external: 93, ip: "127.0.0.1" },
      ]),
    ],
    expect: "fail",
  },
  {
    title: "all addresses after one",
    resources: [
      publishing("model-gateway", [
        { internal: 80, external: 94, ip: "127.0.0.1" },
        { internal: 81, external: 94 },
      ]),
    ],
    expect: "fail",
  },
  {
    title: "Docker chooses",
    resources: [publishing("aider", [{ internal: 80 }, { internal: 81 }])],
    expect: "notApplicable",
  },
  {
    title: "not known yet",
    resources: [publishing("autogen", UNKNOWN)],
    expect: "notEvaluated",
    property: "ports",
  },
  {
    title: "the number is not known yet",
    resources: [publishing("autogpt", [{ internal: 80, external: UNKNOWN }])],
    expect: "notEvaluated",
    property: "ports",
  },
]);

const sleeping = { start: false, mustRun: false };

describeRule(startOrderComplete, [
  { title: "the whole fleet", resources: all, expect: "pass" },
  {
    title: "a dependency that the engine does not wait for",
    resources: withOne(isContainer("agent-orchestrator"), {}, { dependsOn: ["consul", "rabbitmq"] }),
    expect: "fail",
    property: "dependsOn",
    found: ["consul", "rabbitmq"],
  },
  {
    title: "a service that waits for nothing",
    resources: withOne(isContainer("model-gateway"), {}, { dependsOn: [] }),
    expect: "fail",
    property: "dependsOn",
  },
  {
    title: "a second replica that waits for nothing",
    resources: withOne(isContainer("router-2"), {}, { dependsOn: [] }),
    expect: "fail",
    property: "dependsOn",
  },
  ...[
    { properties: { memory: 1 }, title: "first" },
    { properties: { memory: 999_999 }, title: "last" },
  ].map(({ properties, title }): RuleCase => {
    const [gateway] = all.filter(isContainer("model-gateway"));
    if (gateway === undefined) throw new Error("no model gateway");
    // Which of two of one name comes last is a matter of what else they say.
    const second = {
      ...gateway,
      properties: { ...gateway.properties, ...properties },
      options: { dependsOn: [] },
    };
    return {
      title: `two of one name, of which the ${title} waits for nothing`,
      resources: [...all, second],
      expect: "fail",
      property: "dependsOn",
      found: [],
    };
  }),
  {
    title: "waiting for what is not there",
    notInState: "the engine refuses such a program itself",
    resources: all.filter((each) => !isContainer("rabbitmq")(each)),
    expect: "fail",
    property: "dependsOn of what is not there",
  },
  {
    title: "a hot agent that depends on a sleeping one",
    resources: withOne(isContainer("agent-orchestrator"), sleeping),
    expect: "fail",
    property: "start",
    found: "depends on agent-orchestrator, created but not started",
  },
  {
    title: "a sleeping agent that depends on a sleeping one",
    resources: all
      .filter((each) => each.type === CONTAINER)
      .map((each) =>
        catalog.agentsByName.has(each.name)
          ? { ...each, properties: { ...each.properties, ...sleeping } }
          : each,
      ),
    expect: "pass",
  },
  {
    title: "a circle",
    notInState: "the engine refuses such a program itself",
    resources: withOne(isContainer("ollama"), {}, { dependsOn: ["model-gateway"] }),
    expect: "fail",
    property: "dependsOn",
    found: "model-gateway -> ollama -> model-gateway",
  },
  {
    title: "waiting for itself",
    notInState: "the engine refuses such a program itself",
    resources: withOne(isContainer("grafana"), {}, { dependsOn: ["grafana", "prometheus"] }),
    expect: "fail",
    found: "grafana -> grafana",
  },
  {
    title: "whether it is started is not known yet",
    resources: withOne(isContainer("agent-orchestrator"), { start: UNKNOWN }),
    expect: "notEvaluated",
    property: "start",
  },
  { title: "no containers", resources: [], expect: "notApplicable" },
]);

const named = (name: string) => (expected: Expected) => ({ ...expected, stack: { ...expected.stack, name } });

describeRule(tierFitsStack, [
  { title: "the stack of the tier's name", resources: [], expect: "pass" },
  { title: "an ending of its own", resources: [], expected: named("prod-eu"), expect: "pass" },
  {
    title: "only the beginning of the name",
    resources: [],
    expected: named("production"),
    expect: "fail",
    property: "tier",
    found: "prod",
  },
  {
    title: "a stack of production in the tier of development",
    tier: "dev",
    resources: [],
    expected: named("prod"),
    expect: "fail",
    found: "dev",
  },
  {
    title: "a list of one name",
    resources: [],
    expected: (expected) => named("live")(withTier({ stacks: ["live"] })(expected)),
    expect: "pass",
  },
]);

describeRule(imageLocked, [
  { title: "no digest in prod", resources: all, expect: "fail", found: "no digest" },
  { title: "no digest in dev", tier: "dev", resources: all, expect: "notApplicable" },
]);
