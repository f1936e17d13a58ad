import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { compareSync } from "bcryptjs";
import { renderFiles } from "../../components/files";
import { loadCatalog } from "../../fleet/catalog/load";
import { planFleet } from "../../fleet/plan/plan";
import type { FleetPlan, ServicePlan } from "../../fleet/plan/types";
import { secretFiles } from "../../fleet/render/secret-files";
import { secretsNeeded } from "../../fleet/secrets/needed";
import { seconds } from "../../fleet/units/duration";
import { readStack } from "../../stacks/read";
import { MonitoringServers } from "../support/monitoring-servers";
import { ROOT } from "../support/project";
import { until } from "../support/until";

/** The monitoring as the catalog declares it, on a real Prometheus and a real Alertmanager: nobody is let in unasked. */
const missing = (process.env["FLEET_MISSING_TOOLS"] ?? "").split(",");
const withServers =
  missing.includes("prometheus") || missing.includes("alertmanager") ? describe.skip : describe;
const PATIENCE = 60_000;

const catalog = loadCatalog(ROOT);
const real = planFleet(catalog, readStack(ROOT, "dev", catalog));
const secrets = Object.fromEntries(
  secretsNeeded(real).map(({ name }) => [name, `planted-${name}-${"x".repeat(20)}`]),
);

interface Target {
  readonly labels: Readonly<Record<string, string>>;
  readonly health: string;
  readonly lastError: string;
}

withServers("the services of the monitoring", () => {
  let servers: MonitoringServers;
  let plan: FleetPlan;
  const asked: (string | undefined)[] = [];
  /** Stands for Grafana, of which only the way in can be had: what Prometheus sends it. */
  const grafana = createServer((request, response) => {
    asked.push(request.headers.authorization);
    response.setHeader("content-type", "text/plain; version=0.0.4").end("grafana_up 1\n");
  });
  const serviceOf = (name: string): ServicePlan => {
    const service = plan.services.find((each) => each.name === name);
    if (service === undefined) throw new Error(`no service ${name}`);
    return service;
  };
  const ask = (service: string, path: string, password?: string, init: RequestInit = {}) => {
    const login = Buffer.from(`fleet:${password ?? ""}`).toString("base64");
    const headers = password === undefined ? {} : { authorization: `Basic ${login}` };
    return fetch(`http://${servers.address(service)}${path}`, { ...init, headers });
  };
  const api = async <T>(path: string): Promise<T> => {
    const response = await ask("prometheus", path, secrets["prometheusPassword"]);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return ((await response.json()) as { data: T }).data;
  };

  beforeAll(async () => {
    await new Promise<void>((resolve) => grafana.listen(0, "127.0.0.1", resolve));
    servers = await MonitoringServers.open(["prometheus", "alertmanager"]);
    const { port } = grafana.address() as AddressInfo;
    const here = servers.here(real);
    const scraped = real.services
      .filter(({ name }) => name === "grafana")
      .map((service) => ({
        ...service,
        containerNames: ["127.0.0.1"],
        metrics: { role: "dashboards" as const, port, path: "/metrics" },
      }));
    const [watchdog] = here.alerts.filter(({ name }) => name === "FleetWatchdog");
    if (watchdog === undefined) throw new Error("no watchdog");
    plan = {
      ...here,
      monitoring: { ...here.monitoring, scrapeEvery: seconds(1), evaluateEvery: seconds(1) },
      alerts: [{ ...watchdog, for: seconds(0) }],
      recordings: [],
      services: [...here.services, ...scraped],
    };
    const texts = { ...renderFiles(plan), ...secretFiles(plan, secrets) };
    for (const name of ["alertmanager", "prometheus"]) servers.start(serviceOf(name), texts, name);
  });
  afterAll(async () => {
    await servers.stop();
    grafana.closeAllConnections();
    await new Promise((resolve) => grafana.close(resolve));
  });

  it.each(["prometheus", "alertmanager"])(
    "%s passes the health check of its container once it is ready",
    async (name) => {
      await until(
        `${name} to be healthy`,
        () => Promise.resolve(servers.check(serviceOf(name)).ok),
        PATIENCE,
      );
    },
  );

  it.each([
    ["prometheus", "/api/v1/query?query=up"],
    ["prometheus", "/metrics"],
    ["prometheus", "/-/ready"],
    ["prometheus", "/api/v1/status/config"],
    ["prometheus", "/graph"],
    ["alertmanager", "/api/v2/alerts"],
    ["alertmanager", "/metrics"],
    ["alertmanager", "/-/ready"],
  ])("%s answers nobody at %s", async (service, path) => {
    for (const password of [undefined, "", "admin", "prometheus"])
      expect((await ask(service, path, password)).status).toBe(401);
  });

  it("answers whoever has the password, and nobody with that of the other", async () => {
    const [one, other] = [secrets["prometheusPassword"], secrets["alertmanagerPassword"]];
    expect((await ask("prometheus", "/-/ready", one)).status).toBe(200);
    expect((await ask("prometheus", "/-/ready", other)).status).toBe(401);
    expect((await ask("alertmanager", "/api/v2/status", other)).status).toBe(200);
    expect((await ask("alertmanager", "/api/v2/status", one)).status).toBe(401);
  });

  it("takes no alert from who does not log in", async () => {
    const init = { method: "POST", body: JSON.stringify([{ labels: { alertname: "FleetForged" } }]) };
    expect((await ask("alertmanager", "/api/v2/alerts", undefined, init)).status).toBe(401);
  });

  it("Prometheus scrapes itself, Alertmanager and Grafana with their logins", async () => {
    const targets = async () => {
      const { activeTargets } = await api<{ activeTargets: Target[] }>("/api/v1/targets?state=active");
      return activeTargets.map(({ labels, health }) => `${labels["service"] ?? ""} ${health}`).sort();
    };
    const all = ["alertmanager up", "grafana up", "prometheus up"];
    await until("all targets", async () => JSON.stringify(await targets()) === JSON.stringify(all), PATIENCE);
    const login = Buffer.from(`fleet:${secrets["grafanaMetricsPassword"] ?? ""}`).toString("base64");
    expect(new Set(asked)).toEqual(new Set([`Basic ${login}`]));
  });

  it("an alert of Prometheus reaches Alertmanager", async () => {
    const names = async () => {
      const response = await ask("alertmanager", "/api/v2/alerts", secrets["alertmanagerPassword"]);
      const alerts = (await response.json()) as { labels: Record<string, string> }[];
      return alerts.map(({ labels }) => labels["alertname"]);
    };
    await until("the watchdog", async () => (await names()).includes("FleetWatchdog"), PATIENCE);
  });

  it("a health check fails with a wrong password, and shows none", () => {
    const alertmanager = serviceOf("alertmanager");
    const { health } = serviceOf("prometheus");
    const client = alertmanager.files["alertmanager-client"] ?? "";
    const wrong = health.command.map((word) =>
      word.startsWith("--http.config.file=") ? `--http.config.file=${client}` : word,
    );
    const { ok, said } = servers.check({ ...alertmanager, health: { ...health, command: wrong } });
    expect(ok).toBe(false);
    expect(said).not.toContain("planted");
  });

  it("no password stands in a log, a command, an answer, or in what everybody may see", async () => {
    const config = await api<{ yaml: string }>("/api/v1/status/config");
    const status = await ask("alertmanager", "/api/v2/status", secrets["alertmanagerPassword"]);
    const seen = [
      servers.said(),
      JSON.stringify(plan),
      JSON.stringify(renderFiles(plan)),
      config.yaml,
      await status.text(),
      ...plan.services.map((service) =>
        service.files["prometheus-client"] === undefined ? "" : servers.check(service).said,
      ),
    ];
    for (const text of seen) expect(text).not.toContain("planted-");
    const web = secretFiles(plan, secrets)["prometheus-web-config"] ?? "";
    expect(web).not.toContain("planted-");
    const hash = /fleet: (\S+)/.exec(web)?.[1] ?? "";
    expect(compareSync(secrets["prometheusPassword"] ?? "", hash)).toBe(true);
  });
});
