import type { FleetPlan } from "../fleet/plan/types";
import { ALERTMANAGER_CONFIG, alertmanagerConfig } from "../fleet/render/alertmanager";
import { brokerConfig } from "../fleet/render/broker-files";
import { BROKER_CONFIG } from "../fleet/render/broker-kinds";
import { grafanaFiles } from "../fleet/render/dashboards";
import {
  DOCKER_SOCKET_CONFIG,
  dockerSocketConfig,
  GATEWAY_CONFIG,
  gatewayConfig,
  ROUTER_CONFIG,
  routerConfig,
} from "../fleet/render/haproxy";
import { clientFiles } from "../fleet/render/logins/files";
import { MODEL_CHECK, MODEL_SERVER, modelCheckScript, modelServerScript } from "../fleet/render/model-server";
import { prometheusConfig } from "../fleet/render/prometheus-config";
import { prometheusRules } from "../fleet/render/prometheus-rules";
import { registryFiles } from "../fleet/render/registry";
import { secretFiles } from "../fleet/render/secret-files";

/** What stands in the files that services read, by the kind that the catalog names them with. */
export type RenderedFiles = Readonly<Record<string, string>>;

/** Every file that a service of the plan may ask for. What the stack runs no service for is left out. */
export function renderFiles(plan: FleetPlan): RenderedFiles {
  const files: Record<string, string | null> = {
    "alert-rules": prometheusRules(plan.alerts, plan.recordings),
    "prometheus-config": prometheusConfig(plan),
    [ALERTMANAGER_CONFIG]: alertmanagerConfig(plan),
    ...clientFiles(plan),
    ...grafanaFiles(plan),
    [ROUTER_CONFIG]: routerConfig(plan),
    [GATEWAY_CONFIG]: gatewayConfig(plan),
    [DOCKER_SOCKET_CONFIG]: dockerSocketConfig(),
    [BROKER_CONFIG]: brokerConfig(plan),
    ...registryFiles(plan),
    [MODEL_SERVER]: modelServerScript(),
    [MODEL_CHECK]: modelCheckScript(),
    // Without the secrets, which nobody who only looks has.
    ...secretFiles(plan, null),
  };
  const made = Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== null);
  return Object.fromEntries(made);
}
