import type { AlertPlan } from "../types";

/** Adds to every alert the address of its runbook: one page an alert, under its name. */
export function withRunbooks(alerts: readonly AlertPlan[], base: string): AlertPlan[] {
  return alerts.map((alert) => ({ ...alert, runbook: `${base}/${alert.name}.md` }));
}
