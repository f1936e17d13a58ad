import type { Filtered } from "../filter";
import type { Checked } from "../pipeline";

/** The report with the budgets, as one JSON document. Schema: docs/schemas/report.schema.json. */
export function jsonReport({ plan, report }: Checked, filter: Filtered | null = null): string {
  return `${JSON.stringify({ ...report, budgets: plan.budgets, filter }, null, 2)}\n`;
}
