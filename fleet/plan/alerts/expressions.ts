import type { Profiles } from "../../catalog/types";
import { AGENT_LABELS } from "./metrics";
import type { Metrics } from "./metrics";
import type { RecordingNames } from "./recordings";

const BY_AGENT = `sum by (${AGENT_LABELS.join(", ")})`;

/** How each KPI is measured, in the unit of its target in profiles.yaml. Alerts and dashboards ask alike. */
export function kpiSeries(recorded: RecordingNames): Readonly<Record<keyof Profiles["kpis"], string>> {
  return {
    agentUtilisation: recorded.agentsAtWork,
    responseTime: recorded.responseTime,
    throughput: `${recorded.requests} * 60`,
    memoryEfficiency: recorded.memoryEfficiency,
    errors: `${recorded.errors} / (${recorded.requests} > 0)`,
    healthChecksPassing: recorded.checksPassing,
  };
}

/** The share of its memory limit that each running agent uses. */
export function memoryShare(metrics: Metrics, ...matchers: readonly string[]): string {
  const used = metrics.container("container_memory_working_set_bytes", ...matchers);
  const limit = metrics.container("container_spec_memory_limit_bytes", ...matchers);
  return `${BY_AGENT} (${used}) / (${BY_AGENT} (${limit}) > 0)`;
}

/** The share of its CPU cap that each running agent uses. @param rate the window, as Prometheus writes it */
export function cpuShare(metrics: Metrics, rate: string, ...matchers: readonly string[]): string {
  const used = metrics.container("container_cpu_usage_seconds_total", ...matchers);
  const quota = metrics.container("container_spec_cpu_quota", ...matchers);
  const period = metrics.container("container_spec_cpu_period", ...matchers);
  return `${BY_AGENT} (rate(${used}[${rate}])) / (${BY_AGENT} (${quota}) / ${BY_AGENT} (${period}) > 0)`;
}
