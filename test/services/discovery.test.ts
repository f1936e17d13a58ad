import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { consulServiceArgs } from "../../components/consul/registration";
import { loadCatalog } from "../../fleet/catalog/load";
import { planFleet } from "../../fleet/plan/plan";
import type { AgentPlan, FleetPlan } from "../../fleet/plan/types";
import { prometheusConfig } from "../../fleet/render/prometheus-config";
import { prometheusRules } from "../../fleet/render/prometheus-rules";
import { seconds } from "../../fleet/units/duration";
import { readStack } from "../../stacks/read";
import { startConsul } from "../support/consul-server";
import type { ConsulServer } from "../support/consul-server";
import { ROOT } from "../support/project";
import { startPrometheus } from "../support/prometheus";
import type { PrometheusServer } from "../support/prometheus";
import { until } from "../support/until";

/** The rendered configuration on a real Prometheus, which finds agents in a real Consul. */
const missing = (process.env["FLEET_MISSING_TOOLS"] ?? "").split(",");
const withPrometheus = missing.includes("prometheus") ? describe.skip : describe;
const PATIENCE = 60_000;

const catalog = loadCatalog(ROOT);
const plan = planFleet(catalog, readStack(ROOT, "dev", catalog));

interface Target {
  readonly labels: Readonly<Record<string, string>>;
  readonly health: string;
}

withPrometheus("a Prometheus that finds the agents through Consul", () => {
  let consul: ConsulServer;
  let prometheus: PrometheusServer;
  /** Agents are one server here, each with a path of its own in its address: what counts is who is found. */
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/plain; version=0.0.4");
    response.end("# TYPE fleet_agent_in_flight gauge\nfleet_agent_in_flight 0\n");
  });
  let nextHost = 10;

  const register = (agent: AgentPlan, status: "passing" | "critical") => {
    const args = consulServiceArgs(agent, plan);
    const { port } = server.address() as AddressInfo;
    return consul.ask("/v1/catalog/register", {
      method: "PUT",
      body: {
        Node: args.node,
        Address: "127.0.0.1",
        SkipNodeUpdate: false,
        Service: {
          ID: args.serviceId,
          Service: args.name,
          // Every agent has an address of loopback of its own, as it has one on Docker's network.
          Address: addressOf(agent),
          Port: port,
          Tags: args.tags,
          Meta: args.meta,
        },
        Check: { CheckID: args.checks[0]?.checkId, Name: "ready", ServiceID: args.serviceId, Status: status },
      },
    });
  };
  const addresses = new Map<string, string>();
  const addressOf = (agent: AgentPlan): string => {
    const address = addresses.get(agent.name) ?? `127.0.1.${nextHost++}`;
    addresses.set(agent.name, address);
    return address;
  };
  const targets = async (): Promise<Target[]> => {
    const { activeTargets } = await prometheus.api<{ activeTargets: Target[] }>("/targets", {
      state: "active",
    });
    return activeTargets.filter(({ labels }) => labels["job"] === plan.naming.consulNode);
  };
  /** Waits until exactly these are targets and answer. */
  const found = (agents: readonly AgentPlan[]) =>
    until(
      `${agents.length} targets`,
      async () => {
        const names = (await targets())
          .filter(({ health }) => health === "up")
          .map(({ labels }) => labels["agent"]);
        return JSON.stringify(names.sort()) === JSON.stringify(agents.map(({ name }) => name).sort());
      },
      PATIENCE,
    );

  const running = plan.agents.filter((agent) => agent.running);
  const sleeping = plan.agents.filter((agent) => !agent.running);

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "0.0.0.0", resolve));
    consul = await startConsul();
    for (const agent of running) await register(agent, "passing");
    for (const agent of sleeping) await register(agent, "critical");
    const [host = "", port = ""] = consul.address.split(":");
    const here = (rulesFile: string): FleetPlan => ({
      ...plan,
      monitoring: { ...plan.monitoring, scrapeEvery: seconds(1), evaluateEvery: seconds(1) },
      services: plan.services.flatMap((service) => {
        if (service.metrics?.role === "registry")
          return { ...service, containerNames: [host], metrics: { ...service.metrics, port: Number(port) } };
        const rules = service.files["alert-rules"];
        return rules === undefined ? [] : { ...service, metrics: null, files: { "alert-rules": rulesFile } };
      }),
    });
    prometheus = await startPrometheus(prometheusRules(plan.alerts, plan.recordings), (file) =>
      prometheusConfig(here(file)),
    );
  });
  afterAll(async () => {
    await prometheus.stop();
    await consul.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it("has as many targets as agents run", async () => {
    expect(running.length).toBeGreaterThan(0);
    await found(running);
    const [one] = await targets();
    expect(one?.labels).toMatchObject({
      class: expect.any(String) as string,
      owner: expect.any(String) as string,
    });
  });

  it("follows an agent that wakes up and goes to sleep again, and one that always runs stays", async () => {
    const [warm] = sleeping;
    const [hot] = running;
    if (warm === undefined || hot === undefined) throw new Error("no agents");
    await register(warm, "passing");
    await found([...running, warm]);
    await register(warm, "critical");
    // Unhealthy, and still a target: that it does not answer has to be seen.
    await register(hot, "critical");
    await found(running);
  });

  it("evaluates every rule", async () => {
    interface Rule {
      readonly name: string;
      readonly health: string;
      readonly lastError?: string;
    }
    const rules = async () => {
      const { groups } = await prometheus.api<{ groups: { rules: Rule[] }[] }>("/rules");
      return groups.flatMap((group) => group.rules);
    };
    await until(
      "all rules to be evaluated",
      async () => (await rules()).every(({ health }) => health !== "unknown"),
      PATIENCE,
    );
    const evaluated = await rules();
    expect(evaluated).toHaveLength(plan.alerts.length + plan.recordings.length);
    expect(evaluated.filter(({ health }) => health !== "ok")).toEqual([]);
  });
});
