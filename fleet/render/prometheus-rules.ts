import { stringify } from "yaml";
import type { AlertPlan, RecordingPlan } from "../plan/types";
import { prometheusDuration } from "../units/duration";

const HEADER = "# Generated from the catalog by `fleet report`. Do not edit.\n";
/** The group that Prometheus reads first. */
export const RECORDINGS = "fleet-recordings";

/**
 * The rule file of a stack. The same rules give the same text, byte by byte.
 *
 * @param alerts in the order of the file; alerts of one group stand together
 * @returns YAML for `rule_files` of Prometheus
 */
export function prometheusRules(alerts: readonly AlertPlan[], recordings: readonly RecordingPlan[]): string {
  const groups = new Map<string, object[]>();
  for (const alert of alerts) groups.set(alert.group, [...(groups.get(alert.group) ?? []), alertRule(alert)]);
  const recorded = recordings.map(({ name, expr }) => ({ record: name, expr }));
  const all = [
    ...(recorded.length > 0 ? [{ name: RECORDINGS, rules: recorded }] : []),
    ...[...groups].map(([name, rules]) => ({ name, rules })),
  ];
  return HEADER + stringify({ groups: all }, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** Group names in the order of the file. */
export function ruleGroups(alerts: readonly AlertPlan[]): string[] {
  return [RECORDINGS, ...new Set(alerts.map((alert) => alert.group))];
}

function alertRule(alert: AlertPlan): object {
  // Series of an agent or a service carry its owner: who is called is who owns what fails.
  const owner =
    alert.labels.scope === "fleet" ? alert.owner : `{{ or $labels.owner ${quoted(alert.owner)} }}`;
  return {
    alert: alert.name,
    expr: alert.expr,
    ...(alert.for > 0 ? { for: prometheusDuration(alert.for) } : {}),
    ...(alert.keepFiringFor > 0 ? { keep_firing_for: prometheusDuration(alert.keepFiringFor) } : {}),
    labels: { severity: alert.severity, owner, ...alert.labels },
    annotations: { summary: alert.summary, description: alert.description, runbook_url: alert.runbook },
  };
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
