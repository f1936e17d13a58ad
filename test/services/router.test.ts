import { Agent, request } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import { consulServiceArgs } from "../../components/consul/registration";
import { loadCatalog } from "../../fleet/catalog/load";
import { planFleet } from "../../fleet/plan/plan";
import type { AgentPlan, FleetPlan } from "../../fleet/plan/types";
import { ROUTER_CONFIG, routerConfig } from "../../fleet/render/haproxy";
import { seconds } from "../../fleet/units/duration";
import { readStack } from "../../stacks/read";
import { freePorts, startConsul } from "../support/consul-server";
import type { ConsulServer } from "../support/consul-server";
import { startDns } from "../support/dns-server";
import type { DnsServer } from "../support/dns-server";
import { checkHaproxy, startHaproxy } from "../support/haproxy";
import { ROOT } from "../support/project";
import { startStub } from "../support/stub-agents";
import type { StubAgent } from "../support/stub-agents";
import { until } from "../support/until";

/**
 * The rendered router on a real HAProxy, which finds stand-ins of agents through the DNS of a real Consul.
 *
 * As in a stack, agents and Consul are known by the names of their containers; a DNS server of the suite stands for
 * Docker's. Checks run as often as in production; only the bounds are lower, so that few requests reach them.
 */
const catalog = loadCatalog(ROOT);
const real = planFleet(catalog, readStack(ROOT, "dev", catalog));
const REGISTRY = "127.0.0.2";
const MOVED_REGISTRY = "127.0.0.3";
/** The machine may be busy: nothing here depends on how fast it is. */
const PATIENCE = 60_000;

let dns: DnsServer;
let consul: ConsulServer;
let dnsPort: number;
const stubs = new Map<string, StubAgent>();
const started: { stop(): Promise<void> }[] = [];
const client = new Agent({ keepAlive: true, maxSockets: 64 });

const inPool = (pool: string) => real.agents.filter((agent) => agent.pool === pool);
const hot = inPool("hot");
const stubOf = (agent: AgentPlan): StubAgent => {
  const stub = stubs.get(agent.name);
  if (stub === undefined) throw new Error(`no stub of ${agent.name}`);
  return stub;
};
/** An agent as another one, under another name and in another pool's service. */
const alias = (agent: AgentPlan, name: string, serviceName: string): AgentPlan => ({
  ...agent,
  name,
  containerName: name,
  registration: { ...agent.registration, serviceId: name, address: name, serviceName },
});

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
}

function get(port: number, path = "/", headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ agent: client, host: "127.0.0.1", port, path, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, body, headers: response.headers });
      });
    });
    asked.on("error", reject).end();
  });
}

/** Sends many, some dozens at a time; answers how many of each status came back. */
async function send(port: number, count: number): Promise<Map<number, number>> {
  const statuses = new Map<number, number>();
  let left = count;
  const worker = async () => {
    for (; left > 0;) {
      left -= 1;
      const { status } = await get(port);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: 48 }, worker));
  return statuses;
}

/** Puts an agent into Consul as Pulumi does, healthy, and its name into DNS. */
async function register(agent: AgentPlan, at: ConsulServer = consul): Promise<void> {
  const stub = stubs.get(agent.name) ?? (await startStub(agent.name));
  stubs.set(agent.name, stub);
  dns.names.set(agent.registration.address, "127.0.0.1");
  const args = consulServiceArgs(agent, real);
  const [check] = args.checks;
  if (check === undefined) throw new Error("an agent is registered with a check");
  const { passing, warning } = args.weights;
  await at.ask("/v1/catalog/register", {
    method: "PUT",
    body: {
      Node: args.node,
      Address: "127.0.0.1",
      SkipNodeUpdate: false,
      Service: {
        ID: args.serviceId,
        Service: args.name,
        Address: args.address,
        Port: stub.port,
        Tags: args.tags,
        Weights: { Passing: passing, Warning: warning },
      },
      Check: { CheckID: check.checkId, Name: check.name, ServiceID: args.serviceId, Status: "passing" },
    },
  });
}

/** The plan on this machine: free ports, and what a test wants otherwise. */
async function startRouter(edit: (plan: FleetPlan) => FleetPlan = (plan) => plan) {
  const [http = 0, metrics = 0, registryPort = 0] = await freePorts(3);
  const plan = edit(real);
  const services = plan.services.map((service) => {
    if (service.part === "registry" && service.ports.dns !== undefined)
      return { ...service, ports: { ...service.ports, dns: dnsPort } };
    if (service.files[ROUTER_CONFIG] !== undefined) return { ...service, ports: { http, metrics } };
    return service;
  });
  const here = { bind: "127.0.0.1", nameserver: dns.address, registryPort };
  const config = routerConfig({ ...plan, services }, here) ?? "";
  expect(checkHaproxy(config)).toEqual({
    ok: true,
    said: expect.not.stringMatching(/WARNING|ALERT/) as string,
  });
  const haproxy = await startHaproxy(config, metrics);
  started.push(haproxy);
  const active = (pool: string) => haproxy.metric("haproxy_backend_active_servers", { proxy: pool });
  const found = (pool: string, count: number) =>
    until(`${count} agents of ${pool}`, async () => (await active(pool)) === count, PATIENCE);
  return { http, haproxy, found };
}

/** The plan with other services to look for, so that a test has agents of its own. */
const ofItsOwn = (plan: FleetPlan, scope: string): FleetPlan => ({
  ...plan,
  routes: plan.routes.map((route) => ({ ...route, serviceName: `${scope}-${route.pool}` })),
});
const bounded = (plan: FleetPlan, router: Partial<FleetPlan["traffic"]["router"]>): FleetPlan => ({
  ...plan,
  traffic: { ...plan.traffic, router: { ...plan.traffic.router, ...router } },
});

beforeAll(async () => {
  [dnsPort = 0] = await freePorts(1);
  dns = await startDns();
  const consulName = real.services.find(({ part, ports }) => part === "registry" && ports.dns)
    ?.containerNames[0];
  dns.names.set(consulName ?? "", REGISTRY);
  // As in the catalog: names of containers are Docker's to know.
  consul = await startConsul({ host: REGISTRY, dnsPort, args: [`-recursor=${dns.address}`] });
  await Promise.all(hot.map((agent) => register(agent)));
});
afterAll(async () => {
  client.destroy();
  for (const each of started) await each.stop();
  await Promise.all([...stubs.values()].map((stub) => stub.stop()));
  await consul.stop();
  await dns.stop();
});

let router: Awaited<ReturnType<typeof startRouter>>;

describe("the router of a stack", () => {
  beforeAll(async () => {
    router = await startRouter();
    await router.found("hot", hot.length);
  });

  it("shares requests out by the weights of the classes", async () => {
    expect(await send(router.http, 10_000)).toEqual(new Map([[200, 10_000]]));
    const { classWeights } = catalog.profiles.routing;
    for (const [name, weight] of Object.entries(classWeights)) {
      const taken = hot.filter((agent) => agent.class === name).map((agent) => stubOf(agent).requests);
      const share = taken.reduce((sum, count) => sum + count, 0) / 10_000;
      expect(Math.abs(share - weight)).toBeLessThan(0.03);
      // And within a class evenly.
      expect(Math.max(...taken) - Math.min(...taken)).toBeLessThan(0.25 * Math.max(...taken));
    }
  });

  it("takes an agent that fails its check out, and sends it nothing more", async () => {
    const [failing = hot[0]] = hot.slice(3);
    if (failing === undefined) throw new Error("no hot agent");
    const stub = stubOf(failing);
    stub.ready = false;
    // Registered as healthy all the while: the router sees it by itself, in the time that the spec allows.
    const began = Date.now();
    await router.found("hot", hot.length - 1);
    expect(Date.now() - began).toBeLessThan(30_000);
    const before = stub.requests;
    expect(await send(router.http, 400)).toEqual(new Map([[200, 400]]));
    expect(stub.requests).toBe(before);
    stub.ready = true;
    await router.found("hot", hot.length);
    await send(router.http, 400);
    expect(stub.requests).toBeGreaterThan(before);
  });

  it("sends requests to an agent that joins, without being told", async () => {
    const { pid } = router.haproxy;
    const joined = alias(hot[0] as AgentPlan, "joined-later", hot[0]?.registration.serviceName ?? "");
    await register(joined);
    await until(
      "its first request",
      async () => {
        await send(router.http, 50);
        return stubOf(joined).requests > 0;
      },
      PATIENCE,
    );
    expect(router.haproxy.pid).toBe(pid);
    await router.found("hot", hot.length + 1);
  });
});

describe("a router that has more to do than its agents can", () => {
  const scopes: string[] = [];
  /** Agents of a pool that no other test sees. */
  async function agents(scope: string, pool: string, count: number): Promise<AgentPlan[]> {
    scopes.push(scope);
    const made = inPool(pool)
      .slice(0, count)
      .map((agent) => alias(agent, `${scope}-${agent.name}`, `${scope}-${pool}`));
    await Promise.all(made.map((agent) => register(agent)));
    return made;
  }

  it("lets warm agents help when the hot ones are busy, and only then", async () => {
    const [busy] = await agents("spill", "hot", 1);
    const [warm] = await agents("spill", "warm", 1);
    if (busy === undefined || warm === undefined) throw new Error("no agents");
    const router = await startRouter((plan) =>
      bounded(ofItsOwn(plan, "spill"), { perAgent: 1, spillAbove: 3 }),
    );
    await router.found("hot", 1);
    await router.found("warm", 1);
    for (let count = 0; count < 20; count += 1) expect((await get(router.http)).body).toBe(busy.name);
    stubOf(busy).held = true;
    // One is worked on and three wait, one after the other so that each sees those before it.
    const waiting: Promise<Answer>[] = [];
    for (let count = 0; count < 4; count += 1) {
      waiting.push(get(router.http));
      await until(
        "one more to wait",
        async () => {
          const queued = await router.haproxy.metric("haproxy_backend_current_queue", { proxy: "hot" });
          return stubOf(busy).requests === 21 && queued === count;
        },
        PATIENCE,
      );
    }
    expect((await get(router.http)).body).toBe(warm.name);
    stubOf(busy).release();
    expect((await Promise.all(waiting)).map(({ body }) => body)).toEqual(Array(4).fill(busy.name));
    // And when no hot agent is left at all.
    stubOf(busy).ready = false;
    await router.found("hot", 0);
    expect((await get(router.http)).body).toBe(warm.name);
  });

  it("serves priorities in their order, and answers 503 with Retry-After when a turn does not come", async () => {
    const [only] = await agents("queue", "hot", 1);
    if (only === undefined) throw new Error("no agent");
    const stub = stubOf(only);
    const own = (plan: FleetPlan) => bounded(ofItsOwn(plan, "queue"), { perAgent: 1 });
    const router = await startRouter(own);
    const impatient = await startRouter((plan) => ({
      ...own(plan),
      queue: { ...plan.queue, timeout: { ...plan.queue.timeout, value: seconds(1) } },
    }));
    await router.found("hot", 1);
    await impatient.found("hot", 1);

    stub.held = true;
    const first = get(router.http, "/first");
    await until("the agent to be busy", () => Promise.resolve(stub.requests === 1), PATIENCE);
    const priorities = ["low", "normal", "high", "unheard-of"];
    const rest: Promise<Answer>[] = [];
    for (const priority of priorities) {
      rest.push(get(router.http, `/${priority}`, { "X-Priority": priority }));
      rest.push(get(router.http, `/${priority}`, { "X-Priority": priority }));
    }
    await until(
      "all to wait",
      async () => {
        return (
          (await router.haproxy.metric("haproxy_backend_current_queue", { proxy: "hot" })) === rest.length
        );
      },
      PATIENCE,
    );
    stub.release();
    await Promise.all([first, ...rest]);
    const order = stub.served.slice(1);
    expect(order.slice(0, 2)).toEqual(["/high", "/high"]);
    // What is unknown is as normal; which of the two came first, nobody promised.
    expect(order.slice(2, 6).sort()).toEqual(["/normal", "/normal", "/unheard-of", "/unheard-of"]);
    expect(order.slice(6)).toEqual(["/low", "/low"]);

    stub.held = true;
    const held = get(impatient.http, "/held");
    await until(
      "the agent to be busy again",
      () => Promise.resolve(stub.served.at(-1) === "/held"),
      PATIENCE,
    );
    const refused = await get(impatient.http, "/late");
    expect(refused.status).toBe(503);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect(JSON.parse(refused.body)).toEqual({ error: "no agent is free" });
    stub.release();
    expect((await held).status).toBe(200);
    expect(stub.served).not.toContain("/late");
  });
});

// Last: afterwards Consul is another one.
describe("the router of a stack, later", () => {
  it("goes on while Consul is away, and finds it again under another address", async () => {
    // The registry as it comes back: with its data, elsewhere.
    const moved = await startConsul({ host: MOVED_REGISTRY, dnsPort, args: [`-recursor=${dns.address}`] });
    started.push(moved);
    const known = [
      ...hot,
      alias(hot[0] as AgentPlan, "joined-later", hot[0]?.registration.serviceName ?? ""),
    ];
    await Promise.all(known.map((agent) => register(agent, moved)));
    await consul.stop();
    // Several rounds of questions that nobody answers; every one of them would be the last of a shorter hold.
    const long = Date.now() + 8_000;
    for (; Date.now() < long;) expect([...(await send(router.http, 200)).keys()]).toEqual([200]);
    await router.found("hot", known.length);
    for (const [name, address] of dns.names) if (address === REGISTRY) dns.names.set(name, MOVED_REGISTRY);
    const late = alias(hot[1] as AgentPlan, "joined-after-outage", hot[0]?.registration.serviceName ?? "");
    await register(late, moved);
    await until(
      "the first request of an agent that joined after the outage",
      async () => {
        expect([...(await send(router.http, 50)).keys()]).toEqual([200]);
        return stubOf(late).requests > 0;
      },
      PATIENCE,
    );
    consul = moved;
  });
});
