import type { AlertThreshold } from "../../fleet/catalog/types";
import type { AlertView } from "../alert";
import { PASS, notEvaluated } from "../rule";
import type { FleetRule, Outcome } from "../rule";
import { comparisonsOf } from "../read/promql";

export const alertsCoverThresholds: FleetRule = {
  id: "alerts-cover-thresholds",
  description:
    "Every alert threshold of the profile is watched by an alert with its number, time and severity.",
  category: "monitoring",
  severity: "high",
  rationale: "A threshold that no alert compares with is a wish: nobody hears when it is crossed.",
  remediation: "Derive an alert from the threshold and name it in its `covers`.",
  scope: "fleet",
  needsAlerts: true,
  check(_resources, { catalog, alerts }) {
    if (alerts === null) return [notEvaluated("alerts")];
    const thresholds = Object.entries<AlertThreshold>({ ...catalog.profiles.alerts });
    return [
      ...thresholds.map(([key, threshold]) => covered(key, threshold, alerts)),
      ...strangers(alerts, { alerts: catalog.profiles.alerts, kpis: catalog.profiles.kpis }),
    ];
  },
};

function covered(key: string, threshold: AlertThreshold, alerts: readonly AlertView[]): Outcome {
  const property = `alerts.${key}`;
  const candidates = alerts.filter((alert) => alert.covers.includes(property));
  if (candidates.some((alert) => keeps(alert, threshold))) return PASS;
  const wanted = `> ${threshold.above} for ${threshold.for} s, severity ${threshold.severity}`;
  return {
    status: "fail",
    property,
    cause: { file: "profiles", path: ["alerts", key] },
    found: candidates.length === 0 ? "no alert" : candidates.map(describe).join("; "),
    wanted,
  };
}

function keeps(alert: AlertView, { above, for: span, severity }: AlertThreshold): boolean {
  return alert.for === span && alert.severity === severity && limitsOf(alert).includes(above);
}

/** What the alert wants something to be above of. */
function limitsOf(alert: AlertView): readonly number[] {
  return comparisonsOf(alert.expr)
    .filter(({ operator }) => operator === ">" || operator === ">=")
    .map(({ value }) => value);
}

function describe(alert: AlertView): string {
  const limits = limitsOf(alert).map((value) => `> ${value}`);
  const shown = limits.length === 0 ? "no limit" : limits.join(", ");
  return `${alert.name}: ${shown} for ${alert.for} s, severity ${alert.severity}`;
}

/** Alerts that claim to cover what the profile doesn't have: a misspelt name covers nothing. */
function strangers(alerts: readonly AlertView[], known: Readonly<Record<string, object>>): Outcome[] {
  const outcomes: Outcome[] = [];
  for (const { name, covers } of alerts) {
    for (const entry of covers) {
      const [section = "", key = ""] = entry.split(".");
      const keys = known[section];
      if (keys === undefined || Object.hasOwn(keys, key)) continue;
      outcomes.push({
        status: "fail",
        property: `covers ${entry}`,
        subject: { kind: "resource", name },
        found: entry,
        wanted: `a key of ${section} in catalog/profiles.yaml`,
        fix: `name one of ${Object.keys(keys).join(", ")}`,
      });
    }
  }
  return outcomes;
}
