import type { AlertThreshold, Catalog } from "../../catalog/types";
import type { AlertPlan, Naming } from "../types";

/** The five thresholds of the profile, each as one alert. Metrics: docs/metrics.md. */
export function thresholdAlerts(catalog: Catalog, naming: Naming): AlertPlan[] {
  const { alerts } = catalog.profiles;
  const containers = `name=~"${naming.scope}-.+"`;
  const agents = `job="${naming.consulNode}"`;
  const make = (
    key: keyof typeof alerts,
    name: string,
    expr: (threshold: AlertThreshold) => string,
    summary: string,
    description: string,
  ): AlertPlan => ({
    name,
    group: "fleet-thresholds",
    expr: expr(alerts[key]),
    for: alerts[key].for,
    severity: alerts[key].severity,
    owner: "platform",
    summary,
    description,
    runbook: `docs/runbooks/${name}.md`,
    covers: [`alerts.${key}`],
    threshold: {
      value: alerts[key].above,
      why: "the threshold of the profile",
      from: catalog.places.profile("alerts", key),
    },
    labels: {},
  });
  return [
    make(
      "memory",
      "FleetAgentMemoryHigh",
      ({ above }) =>
        `container_memory_working_set_bytes{${containers}} / (container_spec_memory_limit_bytes{${containers}} > 0) > ${above}`,
      "{{ $labels.name }} uses more than its memory threshold",
      "It uses {{ $value | humanizePercentage }} of its limit.",
    ),
    make(
      "cpu",
      "FleetAgentCpuHigh",
      ({ above }) =>
        `rate(container_cpu_usage_seconds_total{${containers}}[5m]) / (container_spec_cpu_quota{${containers}} / container_spec_cpu_period{${containers}}) > ${above}`,
      "{{ $labels.name }} is short of CPU",
      "It uses {{ $value | humanizePercentage }} of its CPU cap.",
    ),
    make(
      "responseTime",
      "FleetResponseTimeHigh",
      ({ above }) =>
        `histogram_quantile(0.95, sum by (le) (rate(fleet_agent_request_duration_seconds_bucket{${agents}}[5m]))) > ${above}`,
      "Requests take too long",
      "95 % of requests are answered within {{ $value | humanizeDuration }}.",
    ),
    make(
      "agentFailures",
      "FleetAgentFailures",
      ({ above }) => `1 - avg(up{${agents}}) > ${above}`,
      "Too many agents fail",
      "{{ $value | humanizePercentage }} of the agents that should answer do not.",
    ),
    make(
      "queueDepth",
      "FleetQueueDeep",
      ({ above }) => `sum(rabbitmq_detailed_queue_messages_ready{vhost="${catalog.fleet}"}) > ${above}`,
      "The task queue is filling",
      "{{ $value }} messages are waiting.",
    ),
  ];
}
