import type { Checked } from "../pipeline";

/** The report with the budgets, as one JSON document. */
export function jsonReport({ plan, report }: Checked): string {
  return `${JSON.stringify({ ...report, budgets: plan.budgets }, null, 2)}\n`;
}
