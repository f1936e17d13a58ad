import { parse } from "yaml";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadCatalog } from "../../fleet/catalog/load";
import { planFleet } from "../../fleet/plan/plan";
import { prometheusConfig } from "../../fleet/render/prometheus-config";
import { prometheusRules } from "../../fleet/render/prometheus-rules";
import { readStack } from "../../stacks/read";
import { promtool, withFiles } from "../alerts/promtool";
import { ROOT } from "../support/project";

interface Relabel {
  readonly source_labels?: readonly string[];
  readonly regex?: string;
  readonly target_label?: string;
  readonly replacement?: string;
  readonly action?: string;
}
interface Job {
  readonly basic_auth?: { readonly username: string; readonly password_file: string };
  readonly job_name: string;
  readonly metrics_path: string;
  readonly params?: Record<string, readonly string[]>;
  readonly consul_sd_configs?: readonly { readonly server: string; readonly services: readonly string[] }[];
  readonly static_configs?: readonly {
    readonly targets: readonly string[];
    readonly labels: Record<string, string>;
  }[];
  readonly relabel_configs?: readonly Relabel[];
  readonly metric_relabel_configs?: readonly Relabel[];
}
interface Config {
  readonly global: Record<string, unknown>;
  readonly rule_files: readonly string[];
  readonly alerting?: object;
  readonly scrape_configs: readonly Job[];
}

const catalog = loadCatalog(ROOT);
const planOf = (stack: string) => planFleet(catalog, readStack(ROOT, stack, catalog));
const [local, dev, prod] = [planOf("local"), planOf("dev"), planOf("prod")];
const configOf = (plan: typeof dev) => parse(prometheusConfig(plan)) as Config;
const jobOf = (config: Config, name: string): Job => {
  const job = config.scrape_configs.find(({ job_name }) => job_name === name);
  if (job === undefined) throw new Error(`no job ${name}`);
  return job;
};
/** Every scrape job that expressions select, by name or by alternatives. */
const jobsIn = (expr: string): string[] =>
  [...expr.matchAll(/\bjob=~?"([^"]*)"/g)].flatMap(([, names = ""]) => names.split("|"));
const ifPromtool = (process.env.FLEET_MISSING_TOOLS ?? "").split(",").includes("promtool") ? it.skip : it;

/** Relabels as Prometheus' documentation says; null when the series is dropped. */
function relabelled(
  labels: Readonly<Record<string, string>>,
  rules: readonly Relabel[] = [],
): Record<string, string> | null {
  const now: Record<string, string> = { ...labels };
  for (const { source_labels: from = [], regex = "(.*)", target_label: to = "", ...rest } of rules) {
    const { action = "replace", replacement = "$1" } = rest;
    const whole = new RegExp(`^(?:${regex})$`, "s");
    const text = from.map((name) => now[name] ?? "").join(";");
    const match = whole.exec(text);
    if (action === "keep" && match === null) return null;
    if (action === "drop" && match !== null) return null;
    if (action === "labeldrop") for (const name of Object.keys(now)) if (whole.test(name)) delete now[name];
    if (action !== "replace" || match === null) continue;
    const value = replacement.replace("$1", match[1] ?? "");
    if (value === "") delete now[to];
    else now[to] = value;
  }
  return now;
}

describe("the configuration of Prometheus", () => {
  ifPromtool("is accepted by promtool for every stack, together with its rules", () => {
    const check = (plan: typeof dev) =>
      withFiles({}, (folder) => {
        const rules = join(folder, "rules.yml");
        writeFileSync(rules, prometheusRules(plan.alerts, plan.recordings));
        const config = configOf(plan);
        // Debian's Prometheus is built without Consul discovery, and refuses its very name.
        const known = config.scrape_configs.filter((job) => job.consul_sd_configs === undefined);
        const token = join(folder, "token");
        writeFileSync(token, "(a secret)");
        const file = join(folder, "prometheus.json");
        const text = JSON.stringify({ ...config, rule_files: [rules], scrape_configs: known });
        // Files with secrets have to be there.
        writeFileSync(file, text.replaceAll(/"credentials_file":"[^"]+"/g, `"credentials_file":"${token}"`));
        return promtool("check", "config", file);
      });
    for (const plan of [local, dev, prod]) {
      const { ok, output } = check(plan);
      expect({ ok, output }).toMatchObject({ ok: true });
      expect(output).toMatch(/\d+ rules found/);
    }
  });

  it("has a token for the registry where that wants one, each in a file", () => {
    const registry = (config: Config) => jobOf(config, "sutazai-prod-consul");
    const found = jobOf(configOf(prod), "sutazai-prod-agents").consul_sd_configs;
    const files = catalog.services.get("prometheus")?.files ?? {};
    const file = (kind: string) => ({ authorization: { credentials_file: files[kind] } });
    expect(found).toMatchObject([file("registry-discovery-token")]);
    expect(registry(configOf(prod))).toMatchObject(file("registry-metrics-token"));
    expect(JSON.stringify(configOf(dev))).not.toContain("credentials_file");
  });

  it("is the same for the same plan", () => {
    expect(prometheusConfig(planOf("dev"))).toBe(prometheusConfig(dev));
  });

  it("loads the rules from where they are brought to, at the pace of the catalog", () => {
    expect(configOf(dev)).toMatchObject({
      global: { scrape_interval: "15s", evaluation_interval: "30s" },
      rule_files: [catalog.services.get("prometheus")?.files["alert-rules"]],
    });
    const { scrapeEvery, rateWindow } = catalog.profiles.alerting;
    expect(rateWindow / scrapeEvery).toBeGreaterThanOrEqual(4);
  });

  it("sends alerts where the stack runs something for them", () => {
    const services = dev.services.filter(({ name }) => name !== "alertmanager");
    expect(configOf({ ...dev, services }).alerting).toBeUndefined();
    expect(configOf(dev).alerting).toEqual({
      alertmanagers: [
        {
          basic_auth: { username: "fleet", password_file: "/etc/prometheus/fleet/alertmanager-password" },
          static_configs: [{ targets: ["sutazai-dev-alertmanager:9093"] }],
        },
      ],
    });
  });

  it("logs in where a service asks for it, with what it is brought, and nowhere else", () => {
    const logins = configOf(dev).scrape_configs.flatMap(({ job_name, basic_auth }) =>
      basic_auth === undefined ? [] : [[job_name, basic_auth]],
    );
    const login = (file: string) => ({ username: "fleet", password_file: `/etc/prometheus/fleet/${file}` });
    expect(Object.fromEntries(logins)).toEqual({
      "sutazai-dev-prometheus": login("password"),
      "sutazai-dev-alertmanager": login("alertmanager-password"),
      "sutazai-dev-grafana": login("grafana-password"),
    });
    const open = dev.services.map((service) => ({
      ...service,
      files: Object.fromEntries(
        Object.entries(service.files).filter(([kind]) => !kind.includes("web-config")),
      ),
    }));
    expect(configOf({ ...dev, services: open }).alerting).toEqual({
      alertmanagers: [{ static_configs: [{ targets: ["sutazai-dev-alertmanager:9093"] }] }],
    });
  });

  it("has a job for every service with metrics, each replica a target", () => {
    const { scrape_configs: jobs } = configOf(prod);
    expect(jobs.map(({ job_name }) => job_name).sort()).toEqual(
      [
        "sutazai-prod-agents",
        ...prod.services.filter(({ metrics }) => metrics !== null).map(({ name }) => `sutazai-prod-${name}`),
      ].sort(),
    );
    expect(jobOf(configOf(prod), "sutazai-prod-router").static_configs).toEqual([
      {
        targets: ["sutazai-prod-router:8405", "sutazai-prod-router-2:8405"],
        labels: { service: "router", owner: "platform" },
      },
    ]);
    expect(jobOf(configOf(prod), "sutazai-prod-rabbitmq")).toMatchObject({
      metrics_path: "/metrics/detailed",
      params: { family: ["queue_coarse_metrics", "queue_consumer_count"] },
    });
  });
});

describe("what is scraped speaks of agents", () => {
  const config = configOf(dev);

  it("agents: found through Consul, those asleep left out", () => {
    const job = jobOf(config, "sutazai-dev-agents");
    expect(job.consul_sd_configs).toEqual([
      {
        server: "sutazai-dev-consul:8500",
        services: dev.routes.map(({ serviceName }) => serviceName),
        refresh_interval: "15s",
      },
    ]);
    const meta = (pool: string, health: string) => ({
      __meta_consul_health: health,
      ...Object.fromEntries(
        Object.entries({ agent: "a", class: "standard", owner: "o", pool }).map(([key, value]) => [
          `__meta_consul_service_metadata_${key}`,
          value,
        ]),
      ),
    });
    const seen = (pool: string, health: string) => relabelled(meta(pool, health), job.relabel_configs);
    expect(seen("hot", "critical")).toMatchObject({ agent: "a", class: "standard", owner: "o", pool: "hot" });
    expect(seen("warm", "passing")).toMatchObject({ pool: "warm" });
    expect(seen("warm", "critical")).toBeNull();
    expect(seen("cold", "warning")).toBeNull();
  });

  it("containers: this stack's alone, with the labels of the fleet instead of the scraper's", () => {
    const { metric_relabel_configs: rules } = jobOf(config, "sutazai-dev-cadvisor");
    const target = { service: "cadvisor", owner: "observability" };
    const labelled = (labels: Record<string, string>) =>
      Object.fromEntries(
        Object.entries(labels).map(([key, value]) => [`container_label_sutazai_${key}`, value]),
      );
    const own = { fleet: "sutazai", stack: "dev" };
    const agent = { ...own, agent: "a", pool: "hot", class: "standard", owner: "o" };
    expect(relabelled({ ...target, id: "/x", ...labelled(agent) }, rules)).toEqual({
      ...{ id: "/x", agent: "a", pool: "hot", class: "standard", owner: "o" },
    });
    expect(relabelled({ ...target, ...labelled({ ...own, service: "router", owner: "p" }) }, rules)).toEqual({
      service: "router",
      owner: "p",
    });
    expect(relabelled({ ...target, ...labelled({ ...agent, stack: "dev-two" }) }, rules)).toBeNull();
    expect(relabelled({ ...target, id: "/system.slice" }, rules)).toBeNull();
  });

  it("checks: of this stack's node, named after agent and pool; the rest of the exporter stays", () => {
    const { metric_relabel_configs: rules } = jobOf(config, "sutazai-dev-consul-exporter");
    const target = { service: "consul-exporter", owner: "observability" };
    const check = {
      __name__: "consul_health_service_status",
      node: "sutazai-dev-agents",
      service_id: "sutazai-dev-autogpt",
      service_name: "sutazai-dev-hot",
    };
    expect(relabelled({ ...target, ...check }, rules)).toEqual({ ...check, agent: "autogpt", pool: "hot" });
    expect(relabelled({ ...target, ...check, node: "sutazai-dev-two-agents" }, rules)).toBeNull();
    const leader = { ...target, __name__: "consul_raft_leader" };
    expect(relabelled(leader, rules)).toEqual(leader);
  });
});

describe("the jobs that alerts and recordings select", () => {
  it.each([
    ["local", local],
    ["dev", dev],
    ["prod", prod],
  ])("are those that are scraped: %s", (_, plan) => {
    const scraped = configOf(plan).scrape_configs.map(({ job_name }) => job_name);
    const selected = new Set([...plan.alerts, ...plan.recordings].flatMap(({ expr }) => jobsIn(expr)));
    expect(selected.size).toBeGreaterThan(5);
    // What the tier leaves out is scraped by nobody; every tier runs all services of the catalog.
    expect([...selected].filter((job) => !scraped.includes(job))).toEqual([]);
  });
});
