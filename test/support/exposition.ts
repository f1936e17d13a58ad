import type { FleetPlan, AgentPlan } from "../../fleet/plan/types";

/** The raw metrics of a running stack's services, as their own exporters write them, before any relabelling. */
const MIB = 2 ** 20;
type Labels = Readonly<Record<string, string>>;

/**
 * What each service serves, by its role, with counters that have gone on for `scrapes` scrapes (docs/metrics.md).
 *
 * @param agents those that run; all others are critical in Consul and have no container
 */
export function serviceMetrics(
  plan: FleetPlan,
  agents: readonly AgentPlan[],
  scrapes: number,
): ReadonlyMap<string, string> {
  return new Map([
    ["containers", agents.map((agent) => container(plan, agent, scrapes)).join("")],
    ["health", checks(plan, agents)],
    ["queue", broker(plan, agents.length, scrapes)],
    ["router", router(agents.length, scrapes)],
    ["model-gateway", gateway(scrapes)],
  ]);
}

function line(metric: string, labels: Labels, value: number): string {
  const inside = Object.entries(labels).map(([label, text]) => `${label}="${text}"`);
  return `${metric}{${inside.join(",")}} ${value}\n`;
}

function container(plan: FleetPlan, agent: AgentPlan, scrapes: number): string {
  const labels = {
    id: `/docker/${agent.name}`,
    name: agent.containerName,
    container_label_sutazai_fleet: plan.fleet,
    container_label_sutazai_stack: plan.stack,
    container_label_sutazai_agent: agent.name,
    container_label_sutazai_class: agent.class,
    container_label_sutazai_owner: agent.owner,
    container_label_sutazai_pool: agent.pool,
  };
  return [
    line("container_start_time_seconds", labels, 1_700_000_000),
    line("container_memory_working_set_bytes", labels, 60 * MIB),
    line("container_spec_memory_limit_bytes", labels, 128 * MIB),
    line("container_cpu_usage_seconds_total", { ...labels, cpu: "total" }, scrapes * 0.01),
    line("container_spec_cpu_quota", labels, 100_000),
    line("container_spec_cpu_period", labels, 100_000),
    line("container_cpu_cfs_periods_total", labels, scrapes * 10),
    line("container_cpu_cfs_throttled_periods_total", labels, scrapes),
    line("container_oom_events_total", labels, 0),
  ].join("");
}

function checks(plan: FleetPlan, running: readonly AgentPlan[]): string {
  return plan.agents
    .flatMap((agent) => {
      const passing = running.includes(agent);
      const labels = {
        check: agent.registration.check.id,
        node: plan.naming.consulNode,
        service_id: agent.registration.serviceId,
        service_name: agent.registration.serviceName,
      };
      const status = (name: string, holds: boolean) =>
        line("consul_health_service_status", { ...labels, status: name }, holds ? 1 : 0);
      return [status("passing", passing), status("critical", !passing)];
    })
    .join("");
}

function broker({ fleet }: FleetPlan, consumers: number, scrapes: number): string {
  return ["tasks", "overflow", "dead-letter"]
    .flatMap((queue) => [
      line("rabbitmq_detailed_queue_messages_ready", { vhost: fleet, queue }, scrapes),
      line("rabbitmq_detailed_queue_messages_unacked", { vhost: fleet, queue }, 1),
      line("rabbitmq_detailed_queue_consumers", { vhost: fleet, queue }, queue === "tasks" ? consumers : 0),
    ])
    .join("");
}

function router(agents: number, scrapes: number): string {
  return [
    line("haproxy_backend_active_servers", { proxy: "hot" }, agents),
    line("haproxy_backend_active_servers", { proxy: "warm" }, 0),
    line("haproxy_frontend_http_responses_total", { proxy: "router", code: "2xx" }, scrapes * 10),
    line("haproxy_frontend_http_responses_total", { proxy: "router", code: "5xx" }, 0),
  ].join("");
}

function gateway(scrapes: number): string {
  const states = (proxy: string) =>
    ["UP", "DOWN", "MAINT"].map((state) =>
      line("haproxy_server_status", { proxy, server: "model1", state }, state === "UP" ? 1 : 0),
    );
  return [
    line("haproxy_backend_active_servers", { proxy: "model_primary" }, 1),
    line("haproxy_backend_active_servers", { proxy: "model_fallback" }, 1),
    ...states("model_primary"),
    ...states("model_fallback"),
    line("haproxy_frontend_http_responses_total", { proxy: "gateway", code: "2xx" }, scrapes * 10),
    line("haproxy_frontend_http_responses_total", { proxy: "gateway", code: "5xx" }, 0),
  ].join("");
}
