import type { AlertPlan, FleetPlan } from "../fleet/plan/types";
import { goDuration } from "../fleet/units/duration";

/** What stands in the files that services read, by the kind that the catalog names them with. */
export type RenderedFiles = Readonly<Record<string, string>>;

/** Every file that a service of the plan may ask for. */
export function renderFiles(plan: FleetPlan): RenderedFiles {
  return { "alert-rules": alertRules(plan.alerts) };
}

/** Prometheus' rule file. JSON is YAML, and the same text every time. */
function alertRules(alerts: readonly AlertPlan[]): string {
  const groups = new Map<string, object[]>();
  for (const alert of alerts) {
    const { name, group, expr, severity, owner, labels, summary, description, runbook } = alert;
    const rules = groups.get(group) ?? [];
    groups.set(group, rules);
    rules.push({
      alert: name,
      expr,
      for: goDuration(alert.for),
      labels: { ...labels, severity, owner },
      annotations: { summary, description, runbook_url: runbook },
    });
  }
  return `${JSON.stringify({ groups: [...groups].map(([name, rules]) => ({ name, rules })) }, null, 2)}\n`;
}
