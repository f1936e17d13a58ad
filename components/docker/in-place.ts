/**
 * Properties of a container that change without replacing it: the Docker provider updates them on the running
 * container, or only the provider itself reads them. Everything else makes a new container.
 * Source: the provider's update function, and the recorded operations of the official plugin.
 */
export const CHANGED_IN_PLACE: ReadonlySet<string> = new Set([
  // Updated on the container.
  "cpuShares",
  "cpuSet",
  "maxRetryCount",
  "memory",
  "memoryReservation",
  "memorySwap",
  "restart",
  // Read by the provider only.
  "destroyGraceSeconds",
  "mustRun",
  "removeVolumes",
  "start",
  "wait",
  "waitTimeout",
]);
