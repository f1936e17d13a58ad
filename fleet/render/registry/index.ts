import type { FleetPlan } from "../../plan/types";
import {
  CHECKS_CONFIG,
  REGISTRY_ACCESS_HEADER,
  REGISTRY_ACCESS_POLICIES,
  REGISTRY_ACCESS_SCRIPT,
  REGISTRY_ACCESS_TOKENS,
  REGISTRY_DISCOVERY_TOKEN,
  REGISTRY_HEALTH_TOKEN,
  REGISTRY_METRICS_TOKEN,
  REGISTRY_SERVER_ACCESS,
} from "../../registry/files";
import { CHECKS_SERVICE, registryPolicies, registryServer, serverNode } from "../../registry/policies";
import type { RegistryTokens } from "../../registry/purposes";
import { tokenList, tokenMark } from "../../registry/token-list";
import { needsRegistryTokens, registryTokensOf } from "../../secrets/registry";
import type { Secrets } from "../../secrets/types";
import { NOT_KNOWN } from "../secret-text";
import { KEEPER_SCRIPT } from "./keeper";

/** The files about access that hold no secret; null for what the stack has no use for. */
export function registryFiles(plan: FleetPlan): Record<string, string | null> {
  const server = registryServer(plan);
  const restricted = needsRegistryTokens(plan) && server !== undefined;
  const policies = restricted ? registryPolicies(plan, server) : [];
  return {
    [REGISTRY_ACCESS_SCRIPT]: restricted ? KEEPER_SCRIPT : null,
    [REGISTRY_ACCESS_POLICIES]: restricted
      ? json(
          policies.map(({ name, description, rules }) => ({
            Name: name,
            Description: description,
            Rules: rules,
          })),
        )
      : null,
    ...(restricted ? {} : { [CHECKS_CONFIG]: checksConfig(plan, null) }),
  };
}

/**
 * The files about access that hold secrets; none where the registry is open.
 *
 * @param secrets of the stack, by name; null leaves them out
 */
export function registrySecretFiles(plan: FleetPlan, secrets: Secrets | null): Record<string, string> {
  if (!needsRegistryTokens(plan)) return {};
  const tokens = registryTokensOf(secrets);
  const known = (token: keyof RegistryTokens): string => tokens?.[token] ?? NOT_KNOWN;
  return {
    [REGISTRY_SERVER_ACCESS]: serverAccess(plan, tokens),
    [REGISTRY_ACCESS_TOKENS]: json(
      tokens === null
        ? NOT_KNOWN
        : { management: tokens.management, mark: tokenMark(plan), tokens: tokenList(plan, tokens) },
    ),
    [REGISTRY_ACCESS_HEADER]: `X-Consul-Token: ${known("management")}\n`,
    [REGISTRY_DISCOVERY_TOKEN]: `${known("discovery")}\n`,
    [REGISTRY_METRICS_TOKEN]: `${known("metrics")}\n`,
    [REGISTRY_HEALTH_TOKEN]: `${known("health")}\n`,
    [CHECKS_CONFIG]: checksConfig(plan, tokens) ?? NOT_KNOWN,
  };
}

/**
 * What makes Consul ask for a token. `tokens.default` is left out on purpose: it would stand in for every request
 * that has none, and anonymous would get its rights.
 */
function serverAccess(plan: FleetPlan, tokens: RegistryTokens | null): string {
  const server = registryServer(plan);
  return json({
    ...(server === undefined ? {} : { node_name: serverNode(server) }),
    acl: {
      enabled: true,
      default_policy: "deny",
      tokens:
        tokens === null
          ? {}
          : { initial_management: tokens.management, agent: tokens.agent, dns: tokens.dns },
    },
  });
}

/** The configuration of consul-esm; null when there is no registry to be asked. */
function checksConfig(plan: FleetPlan, tokens: RegistryTokens | null): string | null {
  const server = registryServer(plan);
  const service = plan.services.find(({ files }) => CHECKS_CONFIG in files);
  if (server === undefined || service === undefined) return null;
  return json({
    http_addr: `${serverNode(server)}:${server.metrics?.port ?? 0}`,
    consul_service: CHECKS_SERVICE,
    consul_kv_path: `${CHECKS_SERVICE}/`,
    external_node_meta: { "external-node": "true" },
    // The node stands for containers all over a network: there is no way to it that could be measured.
    disable_coordinate_updates: true,
    ...(service.metrics === null ? {} : { client_address: `0.0.0.0:${service.metrics.port}` }),
    telemetry: { prometheus_retention_time: "1m" },
    ...(tokens === null ? {} : { token: tokens.checks }),
  });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
