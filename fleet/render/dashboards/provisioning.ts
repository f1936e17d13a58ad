import { stringify } from "yaml";
import type { FleetPlan } from "../../plan/types";
import { loginTo } from "../logins/kinds";
import type { FileLogin } from "../logins/kinds";
import { datasourceUid } from "./dashboard";

/** The kinds of the files that make a Grafana the one of the stack. */
export const GRAFANA_DATASOURCES = "grafana-datasources";
export const GRAFANA_PROVIDER = "grafana-dashboard-provider";

const HEADER = "# Generated from the catalog by `fleet report`. Do not edit.\n";

/**
 * Where Grafana asks: the stack's own Prometheus, found by the name of its container.
 *
 * @returns YAML for the folder `provisioning/datasources`; null when the stack has no Prometheus
 */
export function grafanaDatasources(plan: FleetPlan): string | null {
  const prometheus = plan.services.find(({ metrics }) => metrics?.role === "monitoring");
  const [host] = prometheus?.containerNames ?? [];
  if (host === undefined) return null;
  const uid = datasourceUid(plan);
  const grafana = plan.services.find(({ files }) => GRAFANA_DATASOURCES in files);
  const login = prometheus === undefined || grafana === undefined ? null : loginTo(prometheus, grafana);
  return yaml({
    apiVersion: 1,
    datasources: [
      {
        name: uid,
        uid,
        type: "prometheus",
        access: "proxy",
        url: `http://${host}:${prometheus?.metrics?.port ?? 0}`,
        isDefault: true,
        editable: false,
        ...(login === null ? {} : basicAuth(login)),
        // Below this step a graph would show the same sample twice.
        jsonData: { httpMethod: "POST", timeInterval: `${plan.monitoring.scrapeEvery}s` },
      },
    ],
  });
}

/** Grafana reads the password from the file itself, when it is provisioned, and keeps it encrypted. */
function basicAuth({ username, password_file }: FileLogin): object {
  return {
    basicAuth: true,
    basicAuthUser: username,
    secureJsonData: { basicAuthPassword: `$__file{${password_file}}` },
  };
}

/**
 * That Grafana reads the dashboards from the folder that they are brought into.
 *
 * @returns YAML for the folder `provisioning/dashboards`; null when no service is brought one
 */
export function grafanaProvider(plan: FleetPlan): string | null {
  const file = plan.services.flatMap(({ files }) => files["dashboard-fleet"] ?? [])[0];
  if (file === undefined) return null;
  return yaml({
    apiVersion: 1,
    providers: [
      {
        name: plan.naming.scope,
        folder: plan.naming.scope,
        type: "file",
        disableDeletion: true,
        // What somebody changes here would be gone with the next deployment: they save a copy.
        allowUiUpdates: false,
        options: { path: file.slice(0, file.lastIndexOf("/")) },
      },
    ],
  });
}

function yaml(value: object): string {
  return HEADER + stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
}
