import type { ResourceView } from "../../../fleet/resource";

/**
 * Properties that only count when they are declared: Docker, its daemon's settings or the image choose them
 * otherwise.
 */
export const ONLY_DECLARED: ReadonlySet<string> = new Set([
  ...["hostname", "memorySwap", "shmSize", "stopTimeout", "ulimits", "logDriver", "logOpts", "workingDir"],
]);

/** Compared property by property. */
const COMPARED: ReadonlySet<string> = new Set([
  ...["memory", "memorySwap", "memoryReservation", "cpuShares", "cpuSet", "cpus", "restart", "maxRetryCount"],
  ...[
    "name",
    "networksAdvanced",
    "image",
    "uploads",
    "hostname",
    "user",
    "workingDir",
    "entrypoints",
    "command",
  ],
  ...[
    "shmSize",
    "readOnly",
    "init",
    "privileged",
    "publishAllPorts",
    "tty",
    "stdinOpen",
    "pidMode",
    "usernsMode",
  ],
  ...[
    "cgroupParent",
    "stopTimeout",
    "capabilities",
    "securityOpts",
    "healthcheck",
    "envs",
    "labels",
    "volumes",
  ],
  ...["tmpfs", "ulimits", "logDriver", "logOpts", "ports", "devices", "groupAdds", "hosts", "dns", "sysctls"],
  ...["start", "mustRun"],
]);

/** Read by the provider alone: nothing of them is on Docker. */
const PROVIDERS: ReadonlySet<string> = new Set([
  ...["wait", "waitTimeout", "destroyGraceSeconds", "removeVolumes", "attach", "logs", "rm"],
]);

/** Declared properties that nobody compares. */
export function uncovered(properties: ResourceView["properties"]): string[] {
  return Object.keys(properties).filter((name) => !COMPARED.has(name) && !PROVIDERS.has(name));
}
