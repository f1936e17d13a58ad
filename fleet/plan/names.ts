import type { Pool } from "../catalog/types";
import type { Naming } from "./types";

/** The names of a fleet on one Docker Engine and in one Consul. */
export function namingOf(fleet: string, stack: string): Naming {
  const scope = `${fleet}-${stack}`;
  return { scope, network: scope, consulNode: `${scope}-agents`, keyPrefix: `${fleet}/fleet/${stack}` };
}

/** The Consul service that the agents of a pool share. */
export function poolService(naming: Naming, pool: Pool): string {
  return `${naming.scope}-${pool}`;
}

/** The container of a member; replicas after the first carry their number. */
export function containerName(naming: Naming, member: string, replica = 1): string {
  return replica === 1 ? `${naming.scope}-${member}` : `${naming.scope}-${member}-${replica}`;
}

/** The scrape job of all agents. */
export function agentJob(naming: Naming): string {
  return naming.consulNode;
}

/** The scrape job of a service, whatever the number of its replicas. */
export function serviceJob(naming: Naming, service: string): string {
  return containerName(naming, service);
}
