import type { Catalog } from "../../fleet/catalog/types";
import type { AgentPlan, FleetPlan } from "../../fleet/plan/types";

/** How a series goes on, minute by minute. */
export type Course =
  | number
  | string // as promtool writes it
  | { readonly from: number; readonly perMinute: number }
  | readonly (readonly [value: number | null, minutes: number])[];

/** What Prometheus scrapes, by series. `null` takes a series away. */
export type Series = Record<string, Course | null>;

export const MIB = 2 ** 20;
const LONG_AGO = -30 * 86_400;

/** The series of docs/metrics.md, written by hand: the alerts must not be judged by their own selectors. */
export class Names {
  constructor(private readonly plan: FleetPlan) {}

  service(service: string, metric: string, labels: Record<string, string> = {}): string {
    return series(metric, { job: `${this.plan.naming.scope}-${service}`, ...labels });
  }

  agent(metric: string, agent: AgentPlan, labels: Record<string, string> = {}): string {
    const job = `${this.plan.naming.scope}-agents`;
    return series(metric, {
      job,
      instance: `${agent.containerName}:${agent.registration.port}`,
      ...who(agent),
      ...labels,
    });
  }

  container(metric: string, agent: AgentPlan, labels: Record<string, string> = {}): string {
    const id = `/docker/${agent.name}`;
    return this.service("cadvisor", metric, { id, name: agent.containerName, ...who(agent), ...labels });
  }

  check(status: "passing" | "warning" | "critical", agent: AgentPlan): string {
    return this.service("consul-exporter", "consul_health_service_status", {
      agent: agent.name,
      check: `${agent.containerName}:ready`,
      pool: agent.pool,
      service_id: agent.containerName,
      status,
    });
  }

  queue(metric: "messages_ready" | "consumers", queue: string): string {
    return this.service("rabbitmq", `rabbitmq_detailed_queue_${metric}`, { queue, vhost: this.plan.fleet });
  }
}

/** The fleet at rest: hot agents run and wait, warm and cold ones are created and critical in Consul. */
export function atRest(
  plan: FleetPlan,
  catalog: Catalog,
  detailed: (agent: AgentPlan) => boolean = () => true,
): Series {
  const names = new Names(plan);
  const world: Series = {};
  for (const agent of plan.agents) {
    if (agent.running) {
      world[names.agent("up", agent)] = 1;
      world[names.container("container_start_time_seconds", agent)] = LONG_AGO;
    }
    if (!detailed(agent)) {
      if (agent.running) Object.assign(world, memorySeries(names, agent));
      continue;
    }
    world[names.check("passing", agent)] = agent.running ? 1 : 0;
    world[names.check("warning", agent)] = 0;
    world[names.check("critical", agent)] = agent.running ? 0 : 1;
    if (agent.running) Object.assign(world, ownSeries(names, agent), containerSeries(names, agent));
  }
  for (const service of catalog.services.values()) {
    const labels = { owner: service.owner, service: service.name };
    if (service.metrics !== null) world[names.service(service.name, "up", labels)] = 1;
    world[names.service("cadvisor", "container_start_time_seconds", labels)] = LONG_AGO;
  }
  const hot = plan.agents.filter((agent) => agent.running).length;
  return {
    ...world,
    [names.queue("messages_ready", "tasks")]: 0,
    [names.queue("messages_ready", "overflow")]: 0,
    [names.queue("messages_ready", "dead-letter")]: 0,
    [names.queue("consumers", "tasks")]: hot,
    [names.service("router", "haproxy_backend_active_servers", { proxy: "hot" })]: hot,
    [names.service("router", "haproxy_backend_active_servers", { proxy: "warm" })]: 0,
    [names.service("router", "haproxy_frontend_http_responses_total", { proxy: "router", code: "2xx" })]: 0,
    [names.service("router", "haproxy_frontend_http_responses_total", { proxy: "router", code: "5xx" })]: 0,
    ...model(names, "model_primary"),
    ...model(names, "model_fallback"),
    [names.service("consul-exporter", "consul_raft_leader")]: 1,
    [names.service("prometheus", "prometheus_rule_evaluation_failures_total", { rule_group: "fleet" })]: 0,
    [names.service("alertmanager", "alertmanager_notifications_failed_total", { integration: "webhook" })]: 0,
  };
}

export function ownSeries(names: Names, agent: AgentPlan): Series {
  const buckets = Object.fromEntries(
    LATENCIES.map((le) => [names.agent("fleet_agent_request_duration_seconds_bucket", agent, { le }), 0]),
  );
  return {
    [names.agent("up", agent)]: 1,
    [names.agent("fleet_agent_in_flight", agent)]: 0,
    [names.agent("fleet_agent_requests_total", agent, { outcome: "ok" })]: 0,
    [names.agent("fleet_agent_fallback_total", agent)]: 0,
    [names.agent("process_start_time_seconds", agent)]: LONG_AGO,
    [names.agent("process_resident_memory_bytes", agent)]: 60 * MIB,
    [names.agent("fleet_agent_memory_limit_bytes", agent)]: 128 * MIB,
    [names.agent("process_cpu_seconds_total", agent)]: { from: 0, perMinute: 0.3 },
    [names.agent("fleet_agent_cpu_limit_cores", agent)]: 1,
    [names.agent("fleet_agent_breaker_state", agent, { state: "closed" })]: 1,
    [names.agent("fleet_agent_breaker_state", agent, { state: "open" })]: 0,
    ...buckets,
  };
}

export function containerSeries(names: Names, agent: AgentPlan): Series {
  const of = (metric: string, labels?: Record<string, string>): string =>
    names.container(metric, agent, labels);
  return {
    [of("container_start_time_seconds")]: LONG_AGO,
    [of("container_memory_working_set_bytes")]: 60 * MIB,
    [of("container_spec_memory_limit_bytes")]: 128 * MIB,
    [of("container_cpu_usage_seconds_total", { cpu: "total" })]: { from: 0, perMinute: 0.3 },
    [of("container_spec_cpu_quota")]: 100_000,
    [of("container_spec_cpu_period")]: 100_000,
    [of("container_cpu_cfs_periods_total")]: { from: 0, perMinute: 600 },
    [of("container_cpu_cfs_throttled_periods_total")]: 0,
    [of("container_oom_events_total")]: 0,
  };
}

/** What says that somebody watches it: it uses just as much as the KPI wants. */
function memorySeries(names: Names, agent: AgentPlan): Series {
  return {
    [names.container("container_memory_working_set_bytes", agent)]: 0.7 * 128 * MIB,
    [names.container("container_spec_memory_limit_bytes", agent)]: 128 * MIB,
  };
}

/** Upper bounds of the histogram of answers, in seconds. */
export const LATENCIES = ["1", "2", "3", "5", "6", "10", "+Inf"] as const;

function model(names: Names, proxy: string): Series {
  const of = (metric: string, labels: Record<string, string>): string =>
    names.service("model-gateway", metric, { proxy, ...labels });
  return {
    [of("haproxy_backend_active_servers", {})]: 1,
    [of("haproxy_server_status", { server: "m1", state: "UP" })]: 1,
    [of("haproxy_server_status", { server: "m1", state: "DOWN" })]: 0,
    [of("haproxy_server_status", { server: "m2", state: "MAINT" })]: 1,
    [of("haproxy_server_status", { server: "m2", state: "DOWN" })]: 0,
  };
}

function who(agent: AgentPlan): Record<string, string> {
  return { agent: agent.name, class: agent.class, owner: agent.owner, pool: agent.pool };
}

function series(metric: string, labels: Record<string, string>): string {
  const list = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${metric}{${list.map(([name, value]) => `${name}="${value}"`).join(",")}}`;
}
