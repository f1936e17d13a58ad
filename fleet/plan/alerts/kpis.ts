import type { AlertPlan } from "../types";
import { kpiSeries } from "./expressions";
import { makeAlert } from "./make";
import type { AlertContext, AlertSpec } from "./make";

/**
 * The targets of the profile, each as a ticket when it is missed. A fleet at rest misses none: throughput and
 * utilisation are only judged while work waits, response time and memory efficiency while requests come.
 * Errors have a budget of their own: burn-rates.ts.
 */
export function kpiAlerts(context: AlertContext): AlertPlan[] {
  const { recorded } = context;
  const { kpis, alerting } = context.catalog.profiles;
  const series = kpiSeries(recorded);
  const busy = `${series.throughput} >= ${alerting.minTraffic}`;
  const backlog = `${recorded.queueReady} >= ${alerting.minBacklog}`;
  const make = (
    key: keyof typeof alerting.kpis,
    spec: Pick<AlertSpec, "name" | "expr" | "summary" | "description">,
  ): AlertPlan =>
    makeAlert(context, {
      ...spec,
      group: "fleet-kpis",
      scope: "fleet",
      signal: alerting.kpis[key],
      covers: [`kpis.${key}`, `alerting.kpis.${key}`],
      threshold: { value: kpis[key], why: "the target of the profile", at: ["kpis", key] },
    });
  return [
    make("agentUtilisation", {
      name: "FleetUtilisationLow",
      expr: `${series.agentUtilisation} < ${kpis.agentUtilisation} and ${backlog}`,
      summary: "Agents idle while work waits",
      description: "Only {{ $value | humanizePercentage }} of the running agents work, though messages wait.",
    }),
    make("responseTime", {
      name: "FleetResponseTimeAboveTarget",
      expr: `${series.responseTime} > ${kpis.responseTime} and ${busy}`,
      summary: "Requests take longer than the target",
      description: "The response time is {{ $value | humanizeDuration }}.",
    }),
    make("throughput", {
      name: "FleetThroughputLow",
      expr: `${series.throughput} < ${kpis.throughput} and ${backlog}`,
      summary: "Less is done than the target while work waits",
      description: "{{ $value | humanize }} requests a minute are done, though messages wait.",
    }),
    make("memoryEfficiency", {
      name: "FleetMemoryEfficiencyLow",
      expr: `${series.memoryEfficiency} < ${kpis.memoryEfficiency} and ${series.throughput} >= ${kpis.throughput}`,
      summary: "Agents are given more memory than they use",
      description:
        "At full throughput the running agents use {{ $value | humanizePercentage }} of the memory they are given.",
    }),
    make("healthChecksPassing", {
      name: "FleetHealthChecksFailing",
      expr: `${series.healthChecksPassing} < ${kpis.healthChecksPassing}`,
      summary: "Fewer health checks pass than the target",
      description: "{{ $value | humanizePercentage }} of the agents that should pass their check do.",
    }),
  ];
}
