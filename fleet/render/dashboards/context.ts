import { metricsOf } from "../../plan/alerts/metrics";
import type { Metrics } from "../../plan/alerts/metrics";
import { recordingNames } from "../../plan/alerts/recordings";
import type { RecordingNames } from "../../plan/alerts/recordings";
import type { FleetPlan } from "../../plan/types";
import { prometheusDuration } from "../../units/duration";

/** Everything that the dashboards of a stack are made of. */
export interface DashboardContext {
  readonly plan: FleetPlan;
  readonly metrics: Metrics;
  readonly recorded: RecordingNames;
  /** The window of rates, as Prometheus writes it. */
  readonly rate: string;
  /** The response time's share of the requests, as people say it: `95 %`. */
  readonly percentile: string;
}

export function dashboardContext(plan: FleetPlan): DashboardContext {
  const { rateWindow, quantile } = plan.monitoring;
  return {
    plan,
    metrics: metricsOf(plan, plan.naming),
    recorded: recordingNames(plan.monitoring),
    rate: prometheusDuration(rateWindow),
    percentile: `${Math.round(quantile * 1000) / 10} %`,
  };
}
