import type { ServicePlan } from "../../plan/types";

/** The kinds of the files that guard a service of the monitoring, and of those with which others log in to it. */
export const PROMETHEUS_WEB_CONFIG = "prometheus-web-config";
export const PROMETHEUS_PASSWORD = "prometheus-password";
export const PROMETHEUS_CLIENT = "prometheus-client";
export const ALERTMANAGER_WEB_CONFIG = "alertmanager-web-config";
export const ALERTMANAGER_PASSWORD = "alertmanager-password";
export const ALERTMANAGER_CLIENT = "alertmanager-client";
export const GRAFANA_ADMIN_PASSWORD = "grafana-admin-password";
export const GRAFANA_METRICS_PASSWORD = "grafana-metrics-password";

/** Who logs in to Prometheus and Alertmanager, and to the metrics of Grafana. */
export const LOGIN_USER = "fleet";

/** A service that brings itself the first file wants the password of the second from whoever asks it. */
const GUARDS: readonly (readonly [string, string])[] = [
  [PROMETHEUS_WEB_CONFIG, PROMETHEUS_PASSWORD],
  [ALERTMANAGER_WEB_CONFIG, ALERTMANAGER_PASSWORD],
  [GRAFANA_METRICS_PASSWORD, GRAFANA_METRICS_PASSWORD],
];

/** A login whose password the reader finds in a file. */
export interface FileLogin {
  readonly username: string;
  readonly password_file: string;
}

/** How a service logs in to another; null when that asks for no login, or the reader is not brought the password. */
export function loginTo(
  asked: Pick<ServicePlan, "files">,
  reader: Pick<ServicePlan, "files">,
): FileLogin | null {
  const [, kind] = GUARDS.find(([guard]) => guard in asked.files) ?? [];
  const file = kind === undefined ? undefined : reader.files[kind];
  return file === undefined ? null : { username: LOGIN_USER, password_file: file };
}
