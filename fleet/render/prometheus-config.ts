import { stringify } from "yaml";
import { AGENT_LABELS } from "../plan/alerts/metrics";
import { agentJob, serviceJob } from "../plan/names";
import type { FleetPlan, ServicePlan } from "../plan/types";
import { REGISTRY_DISCOVERY_TOKEN, REGISTRY_METRICS_TOKEN } from "../registry/files";
import { registryServer } from "../registry/policies";
import { prometheusDuration } from "../units/duration";
import { loginTo } from "./logins/kinds";
import type { FileLogin } from "./logins/kinds";

const HEADER = "# Generated from the catalog by `fleet report`. Do not edit.\n";
/** What Consul's metadata of a service is called where Prometheus finds it. */
const CONSUL_META = "__meta_consul_service_metadata_";
const DOCKER_LABEL = "container_label_sutazai_";
/** The kind of file that makes a service the one that scrapes. */
const PROMETHEUS_CONFIG = "prometheus-config";
/** Only there while a series is relabelled. */
const SCOPE = "__tmp_scope";

/** How Prometheus logs in where it asks; empty where nobody asks it to. */
interface Login {
  readonly basic_auth?: FileLogin;
}

/** Of the registry. Prometheus reads it anew with every request. */
interface Token {
  readonly authorization?: { readonly credentials_file: string };
}

interface Relabel {
  readonly source_labels?: readonly string[];
  readonly regex?: string;
  readonly target_label?: string;
  /** @default the first group of `regex` */
  readonly replacement?: string;
  readonly action?: "keep" | "drop" | "labeldrop";
}

/**
 * The whole configuration of a stack's Prometheus: what it scrapes and under which labels (docs/metrics.md), the rules
 * it evaluates, and where its alerts go. The same plan gives the same text, byte by byte.
 *
 * @returns YAML for `--config.file`
 */
export function prometheusConfig(plan: FleetPlan): string {
  const registry = registryServer(plan);
  const rules = plan.services.map(({ files }) => files["alert-rules"]).filter((file) => file !== undefined);
  const own = plan.services.find(({ files }) => PROMETHEUS_CONFIG in files);
  const loginOf = (service: ServicePlan): Login => {
    const login = own === undefined ? null : loginTo(service, own);
    return login === null ? {} : { basic_auth: login };
  };
  const tokenFor = (kind: string): Token => {
    const file = own?.files[kind];
    return file === undefined ? {} : { authorization: { credentials_file: file } };
  };
  const alertmanagers = plan.services.filter(({ metrics }) => metrics?.role === "notification");
  const scraped = plan.services.filter(({ metrics }) => metrics !== null);
  const config = {
    global: {
      scrape_interval: prometheusDuration(plan.monitoring.scrapeEvery),
      evaluation_interval: prometheusDuration(plan.monitoring.evaluateEvery),
      external_labels: { fleet: plan.fleet, stack: plan.stack },
    },
    rule_files: rules,
    ...(alertmanagers.length > 0
      ? {
          alerting: {
            alertmanagers: alertmanagers.map((service) => ({
              ...loginOf(service),
              static_configs: [{ targets: targetsOf(service) }],
            })),
          },
        }
      : {}),
    scrape_configs: [
      ...(registry === undefined ? [] : [jobOfAgents(plan, registry, tokenFor(REGISTRY_DISCOVERY_TOKEN))]),
      ...scraped.map((service) =>
        jobOfService(
          service,
          service === registry ? tokenFor(REGISTRY_METRICS_TOKEN) : loginOf(service),
          plan,
        ),
      ),
    ],
  };
  return HEADER + stringify(config, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** The agents, as Consul knows them. */
function jobOfAgents(plan: FleetPlan, registry: ServicePlan, token: Token): object {
  const always = plan.pools.filter(({ running }) => running).map(({ name }) => name);
  const relabel: Relabel[] = [
    // A sleeping agent is no target, so it can't be down; one that always runs stays, whatever its health.
    {
      source_labels: [`${CONSUL_META}pool`, "__meta_consul_health"],
      regex: `(?:${always.join("|")});.*|.*;passing`,
      action: "keep",
    },
    ...AGENT_LABELS.map((label) => ({ source_labels: [`${CONSUL_META}${label}`], target_label: label })),
  ];
  return {
    job_name: agentJob(plan.naming),
    metrics_path: "/metrics",
    consul_sd_configs: [
      {
        server: targetsOf(registry)[0],
        ...token,
        services: plan.routes.map(({ serviceName }) => serviceName),
        // Prometheus' own default would see an agent that starts half a minute later.
        refresh_interval: prometheusDuration(plan.monitoring.scrapeEvery),
      },
    ],
    relabel_configs: relabel,
  };
}

/** A service, replica by replica: Docker's own DNS knows each by the name of its container. */
function jobOfService(service: ServicePlan, login: Login | Token, plan: FleetPlan): object {
  const url = new URL(service.metrics?.path ?? "/metrics", "http://service");
  const params = new Map<string, string[]>();
  for (const [name, value] of url.searchParams) params.set(name, [...(params.get(name) ?? []), value]);
  const relabel = relabelOf(service, plan);
  return {
    job_name: serviceJob(plan.naming, service.name),
    metrics_path: url.pathname,
    ...login,
    ...(params.size > 0 ? { params: Object.fromEntries(params) } : {}),
    // With cAdvisor's own timestamps the series of a stopped container would live on for five minutes.
    ...(service.metrics?.role === "containers" ? { honor_timestamps: false } : {}),
    static_configs: [
      { targets: targetsOf(service), labels: { service: service.name, owner: service.owner } },
    ],
    ...(relabel.length > 0 ? { metric_relabel_configs: relabel } : {}),
  };
}

/** What makes the series of a source speak of agents. Series that Prometheus itself makes, as `up`, are left alone. */
function relabelOf({ metrics }: ServicePlan, plan: FleetPlan): readonly Relabel[] {
  if (metrics?.role === "containers") {
    // Two fleets may share a Docker Engine: by name alone, `local` would take the containers of `local-two` too.
    const mine = [`${DOCKER_LABEL}fleet`, `${DOCKER_LABEL}stack`];
    return [
      { source_labels: mine, regex: `${plan.fleet};${plan.stack}`, action: "keep" },
      // A label that the container lacks goes: that of the target would be the scraper's own.
      ...[...AGENT_LABELS, "service"].map((label) => ({
        source_labels: [`${DOCKER_LABEL}${label}`],
        target_label: label,
      })),
      { regex: "container_label_.+", action: "labeldrop" },
    ];
  }
  if (metrics?.role === "health") {
    const mine = `consul_health_.+;${plan.naming.consulNode}`;
    const named = `consul_health_.+;${plan.naming.scope}-(.+)`;
    return [
      // A Consul may know other fleets too; the exporter's other series tell of Consul itself, and stay.
      { source_labels: ["__name__"], regex: "consul_health_.+", target_label: SCOPE, replacement: "other" },
      { source_labels: ["__name__", "node"], regex: mine, target_label: SCOPE, replacement: "own" },
      { source_labels: [SCOPE], regex: "other", action: "drop" },
      { source_labels: ["__name__", "service_id"], regex: named, target_label: "agent" },
      { source_labels: ["__name__", "service_name"], regex: named, target_label: "pool" },
      // They speak of agents, not of the exporter.
      { source_labels: [SCOPE], regex: "own", target_label: "service", replacement: "" },
      { source_labels: [SCOPE], regex: "own", target_label: "owner", replacement: "" },
      { regex: SCOPE, action: "labeldrop" },
    ];
  }
  return [];
}

function targetsOf({ containerNames, metrics }: ServicePlan): readonly string[] {
  return containerNames.map((name) => `${name}:${metrics?.port ?? 0}`);
}
