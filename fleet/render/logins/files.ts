import { stringify } from "yaml";
import type { FleetPlan } from "../../plan/types";
import { LOGIN_PASSWORD } from "../../secrets/logins";
import type { Secrets } from "../../secrets/types";
import { NOT_KNOWN, secretOf } from "../secret-text";
import {
  ALERTMANAGER_CLIENT,
  ALERTMANAGER_WEB_CONFIG,
  PROMETHEUS_CLIENT,
  PROMETHEUS_WEB_CONFIG,
  loginTo,
} from "./kinds";
import { webConfig } from "./web-config";

/** The files with passwords and their hashes, by kind. @param secrets null: as everybody may see them */
export function loginSecretFiles(plan: FleetPlan, secrets: Secrets | null): Record<string, string> {
  const asked = new Set(plan.services.flatMap(({ files }) => Object.keys(files)));
  const files: Record<string, string> = {};
  for (const [kind, name] of Object.entries(LOGIN_PASSWORD)) {
    if (!asked.has(kind)) continue;
    if (secrets === null) files[kind] = NOT_KNOWN;
    else if (kind === PROMETHEUS_WEB_CONFIG || kind === ALERTMANAGER_WEB_CONFIG)
      files[kind] = webConfig(`${plan.naming.scope} ${kind}`, secretOf(secrets, name));
    else files[kind] = `${secretOf(secrets, name)}\n`;
  }
  return files;
}

/** With what the health checks of Prometheus and Alertmanager log in: `--http.config.file` of their own tools. */
export function clientFiles(plan: FleetPlan): Record<string, string> {
  const files: Record<string, string> = {};
  for (const kind of [PROMETHEUS_CLIENT, ALERTMANAGER_CLIENT]) {
    const service = plan.services.find((each) => kind in each.files);
    if (service === undefined) continue;
    // Without a login of its own it lets everybody in, and nothing has to be said.
    const login = loginTo(service, service);
    files[kind] = stringify(login === null ? { follow_redirects: false } : { basic_auth: login });
  }
  return files;
}
