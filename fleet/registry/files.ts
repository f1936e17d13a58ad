/** Kinds of files about access to the registry, as the catalog names them. */
export const REGISTRY_SERVER_ACCESS = "registry-server-access";
export const REGISTRY_ACCESS_SCRIPT = "registry-access-script";
export const REGISTRY_ACCESS_POLICIES = "registry-access-policies";
export const REGISTRY_ACCESS_TOKENS = "registry-access-tokens";
export const REGISTRY_ACCESS_HEADER = "registry-access-header";
export const REGISTRY_DISCOVERY_TOKEN = "registry-discovery-token";
export const REGISTRY_METRICS_TOKEN = "registry-metrics-token";
export const REGISTRY_HEALTH_TOKEN = "registry-health-token";

/** What consul-esm is told; there in every stack, with a token where one is asked for. */
export const CHECKS_CONFIG = "registry-checks-config";

/** The files that a stack whose registry is open to everybody does without. */
export const ACCESS_FILES: ReadonlySet<string> = new Set([
  REGISTRY_SERVER_ACCESS,
  REGISTRY_ACCESS_SCRIPT,
  REGISTRY_ACCESS_POLICIES,
  REGISTRY_ACCESS_TOKENS,
  REGISTRY_ACCESS_HEADER,
  REGISTRY_DISCOVERY_TOKEN,
  REGISTRY_METRICS_TOKEN,
  REGISTRY_HEALTH_TOKEN,
]);
