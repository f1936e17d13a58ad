import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parse, stringify } from "yaml";
import { Metrics } from "../../agent/metrics";
import { ask, targetsOf } from "../../bench/load/observe/dashboards";
import type { Asked } from "../../bench/load/observe/dashboards";
import { loadCatalog } from "../../fleet/catalog/load";
import { planFleet } from "../../fleet/plan/plan";
import type { AgentPlan, FleetPlan } from "../../fleet/plan/types";
import { dashboardsOf } from "../../fleet/render/dashboards";
import type { Variable } from "../../fleet/render/dashboards/types";
import { prometheusConfig } from "../../fleet/render/prometheus-config";
import { prometheusRules } from "../../fleet/render/prometheus-rules";
import { seconds } from "../../fleet/units/duration";
import { readStack } from "../../stacks/read";
import { serviceMetrics } from "../support/exposition";
import { ROOT } from "../support/project";
import { startPrometheus } from "../support/prometheus";
import type { PrometheusServer } from "../support/prometheus";
import { until } from "../support/until";

/** Every query of every dashboard on a real Prometheus that reads two running agents and the services around them. */
const missing = (process.env["FLEET_MISSING_TOOLS"] ?? "").split(",");
const withPrometheus = missing.includes("prometheus") ? describe.skip : describe;
const PATIENCE = 60_000;

const catalog = loadCatalog(ROOT);
const plan = planFleet(catalog, readStack(ROOT, "dev", catalog));
const running = plan.agents.filter((agent) => agent.running).slice(0, 2);
const [named] = running as [AgentPlan, AgentPlan];
const dashboards = Object.values(dashboardsOf(plan));
/** What only cAdvisor can tell of an agent. */
const UNTOLD = ["Share of what it may use C", "Killed for want of memory A"].map(
  (panel) => `${dashboardsOf(plan).agent.title}: ${panel}`,
);

withPrometheus("the dashboards on a real Prometheus", () => {
  let prometheus: PrometheusServer;
  let scrapes = 0;
  const agents = new Map(
    running.map(({ name }) => [
      `/${name}`,
      new Metrics({
        ...{ inFlight: () => 1, waiting: () => 0, breaker: () => "closed" as const },
        ...{ memoryLimit: () => 2 ** 30, cpuLimit: () => 1 },
      }),
    ]),
  );
  const byPath = (path: string): string => {
    const service = plan.services.find(({ name }) => path === `/${name}`);
    const role = service?.metrics?.role ?? "";
    // As if cAdvisor knew the name of one container alone.
    return serviceMetrics(plan, role === "containers" ? [named] : running, scrapes).get(role) ?? "";
  };
  const server = createServer((request, response) => {
    scrapes += 1;
    const path = request.url ?? "";
    const agent = agents.get(path);
    if (agent === undefined) {
      response.setHeader("content-type", "text/plain; version=0.0.4");
      response.end(byPath(path));
      return;
    }
    agent.finished("ok", 0.2);
    agent.fellBack();
    void agent.text().then(({ type, body }) => response.setHeader("content-type", type).end(body));
  });

  /** The stack's own configuration, with everything on this machine; the agents are named, not found in Consul. */
  const configOf = (rulesFile: string): string => {
    const { port } = server.address() as AddressInfo;
    const here: FleetPlan = {
      ...plan,
      monitoring: { ...plan.monitoring, scrapeEvery: seconds(1), evaluateEvery: seconds(1) },
      services: plan.services.map(({ metrics, files, ...service }) => ({
        ...service,
        containerNames: ["127.0.0.1"],
        metrics: metrics === null ? null : { ...metrics, port, path: `/${service.name}` },
        files: files["alert-rules"] === undefined ? {} : { "alert-rules": rulesFile },
      })),
    };
    const config = parse(prometheusConfig(here)) as { scrape_configs: { job_name: string }[] };
    const others = config.scrape_configs.filter(({ job_name }) => job_name !== plan.naming.consulNode);
    const own = {
      job_name: plan.naming.consulNode,
      static_configs: running.map(({ name, pool, owner, class: cls }) => ({
        targets: [`127.0.0.1:${port}`],
        labels: { agent: name, pool, owner, class: cls, __metrics_path__: `/${name}` },
      })),
    };
    return stringify({ ...config, scrape_configs: [own, ...others] });
  };

  /** The values that Grafana would offer. */
  const valuesOf = async (variable: Variable): Promise<readonly string[]> => {
    if (typeof variable.query === "string" && variable.type === "custom") return variable.query.split(",");
    const [, selector = "", label = ""] =
      /^label_values\((.+), (\w+)\)$/.exec(variable.definition ?? "") ?? [];
    return prometheus.api<string[]>(`/label/${label}/values`, { "match[]": selector });
  };
  const empty = async (asked: readonly Asked[], values: Readonly<Record<string, string>>) => {
    const found: string[] = [];
    for (const { title, target } of asked)
      if ((await ask((...query) => prometheus.api(...query), target, values)) === 0) found.push(title);
    return found;
  };

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    prometheus = await startPrometheus(prometheusRules(plan.alerts, plan.recordings), configOf);
  });
  afterAll(async () => {
    await prometheus.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it("every variable offers what there is", async () => {
    const variables = dashboards.flatMap(({ templating }) => templating.list);
    const agent = variables.find(({ name }) => name === "agent");
    const pool = variables.find(({ name }) => name === "pool");
    if (agent === undefined || pool === undefined) throw new Error("no variables");
    const all = plan.agents.map(({ name }) => name).sort();
    await until("every agent", async () => (await valuesOf(agent)).length === all.length, PATIENCE);
    expect([...(await valuesOf(agent))].sort()).toEqual(all);
    expect(await valuesOf(pool)).toEqual(plan.pools.map(({ name }) => name));
  });

  it("every query is taken and answers with data for each running agent, but for what cAdvisor alone knows", async () => {
    const asked = dashboards.flatMap(targetsOf);
    const pool = `(${plan.pools.map(({ name }) => name).join("|")})`;
    for (const { name: agent } of running) {
      const values = { agent, pool };
      // Rates and recorded series need a few scrapes.
      const untold = agent === named.name ? [] : UNTOLD;
      const complete = async (): Promise<boolean> => (await empty(asked, values)).length <= untold.length;
      await until("data for every query", complete, PATIENCE).catch(() => undefined);
      expect(await empty(asked, values)).toEqual(untold);
    }
  });

  it("the dashboards of one agent and of one pool show nobody else", async () => {
    const asked = dashboards
      .flatMap(targetsOf)
      .filter(({ target }) => target.expr.includes("$agent") || target.expr.includes("$pool"));
    expect(asked.length).toBeGreaterThan(15);
    const nobody = await empty(asked, { agent: "nobody", pool: "none" });
    expect(nobody).toEqual(asked.map(({ title }) => title));
  });
});
