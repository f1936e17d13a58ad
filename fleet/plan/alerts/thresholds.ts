import type { AlertThreshold } from "../../catalog/types";
import type { AlertPlan } from "../types";
import { cpuShare, memoryShare } from "./expressions";
import { makeAlert } from "./make";
import type { AlertContext, AlertSpec } from "./make";

/** The five thresholds of the profile, each as one alert. */
export function thresholdAlerts(context: AlertContext): AlertPlan[] {
  const { metrics, recorded, rate } = context;
  const { alerts, alerting } = context.catalog.profiles;
  const busy = `${recorded.requests} * 60 >= ${alerting.minTraffic}`;
  const make = (
    key: keyof typeof alerts,
    spec: Pick<AlertSpec, "name" | "scope" | "summary" | "description">,
    expr: (threshold: AlertThreshold) => string,
  ): AlertPlan =>
    makeAlert(context, {
      ...spec,
      group: "fleet-thresholds",
      signal: alerts[key],
      expr: expr(alerts[key]),
      covers: [`alerts.${key}`],
      threshold: { value: alerts[key].above, why: "the threshold of the profile", at: ["alerts", key] },
    });
  return [
    make(
      "memory",
      {
        name: "FleetAgentMemoryHigh",
        scope: "agent",
        summary: "{{ $labels.agent }} is short of memory",
        description: "It uses {{ $value | humanizePercentage }} of its limit.",
      },
      ({ above }) => `${memoryShare(metrics)} > ${above}`,
    ),
    make(
      "cpu",
      {
        name: "FleetAgentCpuHigh",
        scope: "agent",
        summary: "{{ $labels.agent }} is short of CPU",
        description: "It uses {{ $value | humanizePercentage }} of its CPU cap.",
      },
      ({ above }) => `${cpuShare(metrics, rate)} > ${above}`,
    ),
    make(
      "responseTime",
      {
        name: "FleetResponseTimeHigh",
        scope: "fleet",
        summary: "Requests take too long",
        description: `The slowest ${percent(1 - alerting.quantile)} of the requests take longer than {{ $value | humanizeDuration }}.`,
      },
      ({ above }) => `${recorded.responseTime} > ${above} and ${busy}`,
    ),
    make(
      "agentFailures",
      {
        name: "FleetAgentFailures",
        scope: "fleet",
        summary: "Too many agents fail",
        description: "{{ $value | humanizePercentage }} of the agents that should answer do not.",
      },
      // Not 1 - avg(up): that is a hair above the threshold where exactly so many fail.
      ({ above }) => `sum(1 - ${metrics.agent("up")}) / count(${metrics.agent("up")}) > ${above}`,
    ),
    make(
      "queueDepth",
      {
        name: "FleetQueueDeep",
        scope: "fleet",
        summary: "The task queue is deep",
        description: "{{ $value }} messages wait.",
      },
      ({ above }) => `${recorded.queueReady} > ${above}`,
    ),
  ];
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
