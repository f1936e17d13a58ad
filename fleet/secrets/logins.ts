import type { FleetPlan } from "../plan/types";
import {
  ALERTMANAGER_PASSWORD,
  ALERTMANAGER_WEB_CONFIG,
  GRAFANA_ADMIN_PASSWORD,
  GRAFANA_METRICS_PASSWORD,
  PROMETHEUS_PASSWORD,
  PROMETHEUS_WEB_CONFIG,
} from "../render/logins/kinds";
import type { NeededSecret } from "./types";

/** Of which secret a file is made, by its kind. */
export const LOGIN_PASSWORD: Readonly<Record<string, string>> = {
  [PROMETHEUS_WEB_CONFIG]: "prometheusPassword",
  [PROMETHEUS_PASSWORD]: "prometheusPassword",
  [ALERTMANAGER_WEB_CONFIG]: "alertmanagerPassword",
  [ALERTMANAGER_PASSWORD]: "alertmanagerPassword",
  [GRAFANA_ADMIN_PASSWORD]: "grafanaAdminPassword",
  [GRAFANA_METRICS_PASSWORD]: "grafanaMetricsPassword",
};

const FOR: Readonly<Record<string, string>> = {
  prometheusPassword: "whoever asks Prometheus",
  alertmanagerPassword: "whoever asks Alertmanager",
  grafanaAdminPassword: "the administrator of Grafana",
  grafanaMetricsPassword: "Prometheus, where it scrapes Grafana",
};

/** A password for each login of the monitoring that a service of the plan wants or uses. */
export function loginSecrets(plan: FleetPlan): readonly NeededSecret[] {
  const kinds = plan.services.flatMap(({ files }) => Object.keys(files));
  const names = kinds.flatMap((kind) => LOGIN_PASSWORD[kind] ?? []);
  return [...new Set(names)].map((name) => ({ name, kind: "password", for: FOR[name] ?? "a login" }));
}
