import { PASS, notEvaluated } from "../rule";
import type { FleetRule, Outcome } from "../rule";
import { numbersOf } from "../read/promql";

export const alertsCoverKpis: FleetRule = {
  id: "alerts-cover-kpis",
  description: "Every KPI of the profile is watched by an alert with the number of its target.",
  category: "monitoring",
  severity: "high",
  rationale: "A target that nothing compares with is missed without anybody knowing.",
  remediation: "Derive an alert from the KPI's target and name it in its `covers`.",
  scope: "fleet",
  needsAlerts: true,
  check(_resources, { catalog, alerts }) {
    if (alerts === null) return [notEvaluated("alerts")];
    return Object.entries<number>({ ...catalog.profiles.kpis }).map(([key, target]): Outcome => {
      const property = `kpis.${key}`;
      const candidates = alerts.filter((alert) => alert.covers.includes(property));
      if (candidates.some((alert) => numbersOf(alert.expr).includes(target))) return PASS;
      return {
        status: "fail",
        property,
        cause: { file: "profiles", path: ["kpis", key] },
        found:
          candidates.length === 0
            ? "no alert"
            : candidates.map(({ name, expr }) => `${name}: ${numbersOf(expr).join(", ")}`).join("; "),
        wanted: `an alert that compares with ${target}`,
      };
    });
  },
};
