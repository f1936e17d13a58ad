import type { FleetPlan, ServicePlan } from "../plan/types";
import { BROKER_USERS } from "../queue/users";
import { BROKER_DEFINITIONS } from "../render/broker-kinds";
import {
  ALERTMANAGER_PASSWORD,
  ALERTMANAGER_WEB_CONFIG,
  GRAFANA_ADMIN_PASSWORD,
  GRAFANA_METRICS_PASSWORD,
  LOGIN_USER,
  PROMETHEUS_PASSWORD,
  PROMETHEUS_WEB_CONFIG,
} from "../render/logins/kinds";
import { BROKER_PASSWORD } from "./broker";
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

/** With what people log in to a service: the user, and the name of the secret with the password. */
export interface PersonLogin {
  readonly user: string;
  readonly secret: string;
}

/** The logins of a service that people use; none where it lets everybody in. */
export function loginsOf({
  files,
  environment,
}: Pick<ServicePlan, "files" | "environment">): readonly PersonLogin[] {
  if (GRAFANA_ADMIN_PASSWORD in files) {
    return [{ user: environment["GF_SECURITY_ADMIN_USER"] ?? "admin", secret: "grafanaAdminPassword" }];
  }
  if (BROKER_DEFINITIONS in files) {
    return BROKER_USERS.map((user) => ({ user, secret: BROKER_PASSWORD[user] }));
  }
  const kind = [PROMETHEUS_WEB_CONFIG, ALERTMANAGER_WEB_CONFIG].find((each) => each in files);
  const secret = kind === undefined ? undefined : LOGIN_PASSWORD[kind];
  return secret === undefined ? [] : [{ user: LOGIN_USER, secret }];
}
