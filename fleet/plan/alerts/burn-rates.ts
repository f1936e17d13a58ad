import { prometheusDuration } from "../../units/duration";
import type { AlertPlan } from "../types";
import { makeAlert } from "./make";
import type { AlertContext } from "./make";

/**
 * The error target as a budget: fires when it is spent faster than allowed over a long window (it matters) and
 * over a short one (it still goes on). Below a number of requests a single error would be a burn rate.
 */
export function burnRateAlerts(context: AlertContext): AlertPlan[] {
  const { recorded } = context;
  const { kpis, alerting } = context.catalog.profiles;
  const names = Object.keys(alerting.burnRates) as (keyof typeof alerting.burnRates)[];
  return names.map((key) => {
    const burn = alerting.burnRates[key];
    const over = (series: string, window: string): string => `avg_over_time(${series}[${window}])`;
    const share = (window: string): string =>
      `${over(recorded.errors, window)} / ${over(recorded.requests, window)} > ${burn.factor} * ${kpis.errors}`;
    const [long, short] = [prometheusDuration(burn.long), prometheusDuration(burn.short)];
    return makeAlert(context, {
      name: `FleetErrorBudgetBurn${key.charAt(0).toUpperCase()}${key.slice(1)}`,
      group: "fleet-error-budget",
      scope: "fleet",
      signal: burn,
      expr: `${share(long)} and ${share(short)} and ${over(recorded.requests, long)} * ${burn.long} >= ${burn.minRequests}`,
      summary: "Too many requests fail",
      description: `{{ $value | humanizePercentage }} of the requests of the last ${long} failed: ${burn.factor} times the error budget, and it goes on.`,
      covers: ["kpis.errors", `alerting.burnRates.${key}`],
      threshold: {
        value: kpis.errors,
        why: `the target of the profile, of which more than ${burn.factor} times as much fails`,
        at: ["kpis", "errors"],
      },
    });
  });
}
