import type { Profiles } from "../../catalog/types";
import type { Metrics } from "./metrics";
import type { RecordingNames } from "./recordings";
import { usageOf } from "./usage";

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
  const { memory, memoryLimit } = usageOf(metrics, ...matchers);
  return `${memory} / (${memoryLimit} > 0)`;
}

/** The share of its CPU cap that each running agent uses. @param rate the window, as Prometheus writes it */
export function cpuShare(metrics: Metrics, rate: string, ...matchers: readonly string[]): string {
  const { cpu, cpuLimit } = usageOf(metrics, ...matchers);
  return `${cpu(rate)} / (${cpuLimit} > 0)`;
}
