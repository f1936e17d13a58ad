import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Resolver } from "node:dns/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { consulServiceArgs } from "../../components/consul/registration";
import { loadCatalog } from "../../fleet/catalog/load";
import { planFleet } from "../../fleet/plan/plan";
import type { AgentPlan, FleetPlan, ServicePlan } from "../../fleet/plan/types";
import { REGISTRY_DISCOVERY_TOKEN, REGISTRY_METRICS_TOKEN } from "../../fleet/registry/files";
import { registryServer } from "../../fleet/registry/policies";
import { ROUTER_CONFIG, routerConfig } from "../../fleet/render/haproxy";
import { prometheusConfig } from "../../fleet/render/prometheus-config";
import { seconds } from "../../fleet/units/duration";
import { readStack } from "../../stacks/read";
import { freePorts } from "../support/consul-server";
import { startDns } from "../support/dns-server";
import type { DnsServer } from "../support/dns-server";
import { startHaproxy } from "../support/haproxy";
import type { Haproxy } from "../support/haproxy";
import { ROOT } from "../support/project";
import { startPrometheus } from "../support/prometheus";
import type { PrometheusServer } from "../support/prometheus";
import { startRestrictedRegistry } from "../support/restricted-registry";
import type { RestrictedRegistry } from "../support/restricted-registry";
import { startStub } from "../support/stub-agents";
import type { StubAgent } from "../support/stub-agents";
import { until } from "../support/until";

/**
 * Who finds the agents of prod in its registry, on real servers: HAProxy through DNS, which carries no token, and
 * Prometheus with its own. Consul is told what is rendered for prod, and anonymous may do nothing.
 */
const missing = (process.env["FLEET_MISSING_TOOLS"] ?? "").split(",");
const withPrometheus = missing.includes("prometheus") ? describe.skip : describe;
const PATIENCE = 60_000;

const catalog = loadCatalog(ROOT);
const plan = planFleet(catalog, readStack(ROOT, "prod", catalog));
const hot = plan.agents.filter(({ pool }) => pool === "hot");
const asleep = plan.agents.filter(({ running }) => !running);
const services = plan.routes.map(({ serviceName }) => serviceName);
const server = registryServer(plan);

let dns: DnsServer;
let registry: RestrictedRegistry;
const stubs = new Map<string, StubAgent>();
const started: { stop(): Promise<void> }[] = [];

const manage = async (method: string, path: string, body?: unknown): Promise<unknown> => {
  const answer = await registry.ask(registry.tokens.management, method, path, body);
  if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status}`);
  return answer.body;
};

async function register(agent: AgentPlan, status: "passing" | "critical"): Promise<void> {
  const stub = stubs.get(agent.name) ?? (await startStub(agent.name));
  stubs.set(agent.name, stub);
  const args = consulServiceArgs(agent, plan);
  dns.names.set(args.address.toLowerCase(), "127.0.0.1");
  await manage("PUT", "/v1/catalog/register", {
    Node: args.node,
    Address: "127.0.0.1",
    Service: {
      ID: args.serviceId,
      Service: args.name,
      Address: args.address,
      Port: stub.port,
      Tags: args.tags,
      Meta: args.meta,
      Weights: { Passing: args.weights.passing, Warning: args.weights.warning },
    },
    Check: { CheckID: args.checks[0]?.checkId, Name: "ready", ServiceID: args.serviceId, Status: status },
  });
}

beforeAll(async () => {
  const [dnsPort = 0] = await freePorts(1);
  dns = await startDns();
  dns.names.set(server?.containerNames[0] ?? "", "127.0.0.1");
  registry = await startRestrictedRegistry(plan, { dnsPort, args: [`-recursor=${dns.address}`] });
  for (const agent of hot) await register(agent, "passing");
  for (const agent of asleep) await register(agent, "critical");
  await manage("PUT", "/v1/catalog/register", {
    Node: "other",
    Address: "127.0.0.1",
    Service: { Service: "other", Port: 1 },
  });
});
afterAll(async () => {
  for (const each of started.reverse()) await each.stop();
  await Promise.all([...stubs.values()].map((stub) => stub.stop()));
  await registry.stop();
  await dns.stop();
});

const namesIn = async (service: string): Promise<string[]> => {
  const resolver = new Resolver();
  resolver.setServers([`127.0.0.1:${registry.consul.dnsPort}`]);
  const records = await resolver.resolveSrv(`${service}.service.consul`).catch((error: unknown) => {
    const { code } = error as { code?: string };
    // Consul fails while it does not know the token of its own DNS.
    if (code === "ENOTFOUND" || code === "ENODATA" || code === "ESERVFAIL") return [];
    throw error;
  });
  return records.map(({ name }) => name).sort();
};

/** How many questions Consul's DNS has been asked, and has answered somehow. */
async function questions(): Promise<number> {
  const text = String(await manage("GET", "/v1/agent/metrics?format=prometheus"));
  const line = /^consul_dns_domain_query_count(?:\{[^}]*\})? (\d+)$/m.exec(text);
  return Number(line?.[1] ?? 0);
}

describe("a router that finds the agents through the DNS of a registry that wants tokens", () => {
  let router: Haproxy;
  let http: number;
  const active = (pool: string) => router.metric("haproxy_backend_active_servers", { proxy: pool });
  const status = async () => (await fetch(`http://127.0.0.1:${http}/`)).status;

  beforeAll(async () => {
    const [traffic = 0, metrics = 0, registryPort = 0] = await freePorts(3);
    http = traffic;
    const here: FleetPlan = {
      ...plan,
      // No request has to wait for an agent that can't be found.
      queue: { ...plan.queue, timeout: { ...plan.queue.timeout, value: seconds(1) } },
      services: plan.services.map((service) => {
        if (service === server)
          return { ...service, ports: { ...service.ports, dns: registry.consul.dnsPort } };
        return service.files[ROUTER_CONFIG] === undefined
          ? service
          : { ...service, ports: { http, metrics } };
      }),
    };
    const config = routerConfig(here, { bind: "127.0.0.1", nameserver: dns.address, registryPort });
    // Nothing in it says who it is: a token there would be in the hands of whoever reads its file.
    for (const token of Object.values(registry.tokens)) expect(config).not.toContain(token);
    router = await startHaproxy(config ?? "", metrics);
    started.push(router);
  });

  it("sees nobody while the token of Consul's own DNS is not known", async () => {
    const before = await questions();
    // Twice about each pool, so that every answer has been read.
    await until("its questions", async () => (await questions()) >= before + 2 * services.length, PATIENCE);
    expect(await namesIn(hot[0]?.registration.serviceName ?? "")).toEqual([]);
    expect(await active("hot")).toBe(0);
    expect(await status()).toBe(503);
  });

  it("sees exactly the agents that are ready when it is, and anonymous still nothing", async () => {
    await registry.keep();
    await until(`${hot.length} agents`, async () => (await active("hot")) === hot.length, PATIENCE);
    expect(await status()).toBe(200);
    expect(await active("warm")).toBe(0);
    const told = await namesIn(hot[0]?.registration.serviceName ?? "");
    // Over UDP some of them; the router reads larger answers, and has found them all.
    expect(told).not.toEqual([]);
    expect(hot.map(({ registration }) => registration.address)).toEqual(expect.arrayContaining(told));
    expect(await namesIn("other")).toEqual([]);
    expect(await namesIn("consul")).toEqual([]);
    for (const service of services) {
      const { body } = await registry.ask(null, "GET", `/v1/health/service/${service}`);
      expect(body).toEqual([]);
    }
  });

  it("finds an agent that wakes up, with the same right", async () => {
    const [warm] = asleep.filter(({ pool }) => pool === "warm");
    if (warm === undefined) throw new Error("no warm agent");
    await register(warm, "passing");
    await until("a warm agent", async () => (await active("warm")) === 1, PATIENCE);
    await register(warm, "critical");
    await until("none again", async () => (await active("warm")) === 0, PATIENCE);
  });
});

withPrometheus("a Prometheus that looks into a registry that wants tokens", () => {
  interface Target {
    readonly labels: Readonly<Record<string, string>>;
    readonly health: string;
    readonly lastError: string;
  }
  const { discovery, metrics } = { discovery: REGISTRY_DISCOVERY_TOKEN, metrics: REGISTRY_METRICS_TOKEN };
  let folder: string;

  /** One that brings these tokens, each as the content of a kind of file; with none it has no such file. */
  async function start(tokens: Readonly<Record<string, string>>): Promise<PrometheusServer> {
    const [host = "", port = ""] = registry.consul.address.split(":");
    const files = Object.entries(tokens).map(([kind, content]) => {
      const path = join(mkdtempSync(join(folder, "token-")), kind);
      writeFileSync(path, content);
      return [kind, path] as const;
    });
    const here = (rulesFile: string): FleetPlan => ({
      ...plan,
      monitoring: { ...plan.monitoring, scrapeEvery: seconds(1), evaluateEvery: seconds(1) },
      services: plan.services.flatMap((service): ServicePlan[] => {
        if (service === server && service.metrics !== null)
          return [
            { ...service, containerNames: [host], metrics: { ...service.metrics, port: Number(port) } },
          ];
        if (service.files["prometheus-config"] === undefined) return [];
        const own = { "alert-rules": rulesFile, "prometheus-config": "", ...Object.fromEntries(files) };
        return [{ ...service, metrics: null, files: own }];
      }),
    });
    const prometheus = await startPrometheus("groups: []\n", (file) => prometheusConfig(here(file)));
    started.push(prometheus);
    return prometheus;
  }
  const targetsOf = async (prometheus: PrometheusServer) => {
    const { activeTargets } = await prometheus.api<{ activeTargets: Target[] }>("/targets", {
      state: "active",
    });
    const ofAgents = ({ labels }: Target) => labels["job"] === plan.naming.consulNode;
    return { agents: activeTargets.filter(ofAgents), itself: activeTargets.find((one) => !ofAgents(one)) };
  };
  const agentsOf = async (prometheus: PrometheusServer) =>
    (await targetsOf(prometheus)).agents.map(({ labels }) => labels["agent"]).sort();
  const counter = async (prometheus: PrometheusServer, name: string): Promise<number> => {
    const text = await (await fetch(`${prometheus.address}/metrics`)).text();
    const lines = text.split("\n").filter((line) => line.startsWith(name));
    return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(" "))), 0);
  };
  const scraped = (prometheus: PrometheusServer, health: string) =>
    until(
      `the registry to be ${health}`,
      async () => (await targetsOf(prometheus)).itself?.health === health,
      PATIENCE,
    );

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "fleet-discovery-"));
    await registry.keep();
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("finds exactly the agents that run with its own tokens, and the registry lets itself be scraped", async () => {
    const own = { [discovery]: registry.files[discovery] ?? "", [metrics]: registry.files[metrics] ?? "" };
    const prometheus = await start(own);
    const running = plan.agents.filter(({ running: runs }) => runs).map(({ name }) => name);
    await until(
      `${running.length} targets`,
      async () => (await agentsOf(prometheus)).length === running.length,
      PATIENCE,
    );
    expect(await agentsOf(prometheus)).toEqual(running.sort());
    await scraped(prometheus, "up");
  });

  it("finds nobody without a token, and the registry refuses to be scraped", async () => {
    const prometheus = await start({});
    await until(
      "a refused question",
      async () => (await counter(prometheus, "prometheus_sd_consul_rpc_failures_total")) > 0,
      PATIENCE,
    );
    await scraped(prometheus, "down");
    const { agents, itself } = await targetsOf(prometheus);
    expect(agents).toEqual([]);
    expect(itself?.lastError).toContain("403");
  });

  it("finds nobody with a token of another purpose", async () => {
    // It may ask for the name of the datacenter, as a discovery must, and is told of no agent.
    const prometheus = await start({ [discovery]: registry.files[metrics] ?? "" });
    const asked = "prometheus_sd_consul_rpc_duration_seconds_count";
    await until(
      "answers about each pool",
      async () => (await counter(prometheus, asked)) >= services.length,
      PATIENCE,
    );
    expect((await targetsOf(prometheus)).agents).toEqual([]);
  });
});
