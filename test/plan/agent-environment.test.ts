import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSettings } from "../../agent/settings";
import { loadCatalog } from "../../fleet/catalog/load";
import { planFleet } from "../../fleet/plan/plan";
import type { AgentPlan } from "../../fleet/plan/types";
import { readStack } from "../../stacks/read";
import { ROOT } from "../support/project";

/** What the plan tells an agent, held against what the reference agent asks for. */

const catalog = loadCatalog(ROOT);
const [agent] = planFleet(catalog, readStack(ROOT, "dev", catalog)).agents as [AgentPlan];

/** What the plan leaves to the agent, and why. */
const ITS_OWN: Readonly<Record<string, string>> = {
  FLEET_FALLBACK_ANSWER: "words of the agent, not a number of the fleet",
  RABBITMQ_PASSWORD: "for trying out; in a fleet a file holds it",
};
/** What the reference agent does not ask for. */
const FOR_OTHERS: Readonly<Record<string, string>> = {
  CONSUL_URL: "an image may look other agents up",
  FLEET_CLASS: "who it is",
  FLEET_POOL: "who it is",
  NODE_OPTIONS: "Node reads it itself",
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fleet-environment-"));
  writeFileSync(join(folder, "password"), "a password\n");
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Reads the settings as the agent does, and notes which variables it asks for. */
function read(environment: Readonly<Record<string, string>>) {
  const asked = new Set<string>();
  const noting = (env: Record<string, string>) =>
    new Proxy<Record<string, string | undefined>>(env, {
      get: (target, name) => {
        asked.add(String(name));
        return target[String(name)];
      },
    });
  const settings = readSettings(noting({ ...environment, RABBITMQ_PASSWORD_FILE: join(folder, "password") }));
  // What it would ask for without that file.
  readSettings(noting({ ...environment, RABBITMQ_PASSWORD_FILE: "" }));
  return { settings, asked };
}

it("gives every setting that the agent asks for, and tells it nothing that nobody reads", () => {
  const { asked } = read(agent.environment);
  const given = Object.keys(agent.environment);
  expect([...asked].filter((name) => !given.includes(name)).sort()).toEqual(Object.keys(ITS_OWN).sort());
  expect(given.filter((name) => !asked.has(name)).sort()).toEqual(Object.keys(FOR_OTHERS).sort());
});

it("means the numbers of the catalog", () => {
  const { settings } = read(agent.environment);
  const { routing, queue, health, agent: work } = catalog.profiles;
  if (work === null) throw new Error("the catalog has no profile of agents");
  expect(settings).toEqual({
    agent: agent.name,
    role: agent.role,
    port: agent.registration.port,
    healthPath: health.livenessPath,
    readyPath: health.readinessPath,
    concurrency: routing.router.perAgent,
    waiting: work.waiting,
    model: {
      url: new URL("http://model-gateway:11434"),
      name: catalog.services.get("ollama")?.models[0],
      deadline: work.modelWithin * 1000,
      failures: routing.gateway.breaker.failures,
      openFor: routing.gateway.breaker.probeEvery * 1000,
      fallback: expect.stringContaining("model") as string,
    },
    broker: {
      hostname: "rabbitmq",
      port: 5672,
      vhost: catalog.fleet,
      username: "agent",
      password: "a password",
      retries: queue.retries,
      patience: work.brokerAway * 1000,
      overflowEvery: work.overflowEvery * 1000,
    },
    linger: work.linger * 1000,
    grace: (catalog.profiles.container.stopTimeout - work.stopMargin) * 1000,
  });
});

it("bounds the heap of Node below each agent's own limit", () => {
  const plan = planFleet(catalog, readStack(ROOT, "dev", catalog));
  for (const { environment, sizing } of plan.agents) {
    const heap = Number(/^--max-old-space-size=(\d+)$/.exec(environment["NODE_OPTIONS"] ?? "")?.[1]);
    expect(heap).toBe(sizing.memory.value / 2);
  }
});

it("tells an agent nothing of a queue or a model that its stack does not run", () => {
  const stack = readStack(ROOT, "dev", catalog);
  const [alone] = planFleet(catalog, { ...stack, tier: { ...stack.tier, services: ["consul"] } }).agents;
  const names = Object.keys(alone?.environment ?? {});
  expect(names).toContain("FLEET_CONCURRENCY");
  expect(names.filter((name) => /MODEL|OLLAMA|RABBIT|BREAKER|TASK|BROKER|OVERFLOW/.test(name))).toEqual([]);
});

it("has a line in the contract for every variable", () => {
  const contract = readFileSync(join(ROOT, "docs", "agent-contract.md"), "utf8");
  const { asked } = read(agent.environment);
  const all = new Set([...asked, ...Object.keys(agent.environment)]);
  expect([...all].filter((name) => !contract.includes(`\`${name}\``))).toEqual([]);
});
