import type { CatalogAgent, Pool } from "../../fleet/catalog/types";
import type { Expected } from "../rule";

/*
 * How things of a fleet are named, said a second time on purpose: were the names taken from the plan,
 * a mistake in the plan would be what the rules expect.
 */

/** The first part of every name on Docker and in Consul. */
export function scopeOf({ catalog, stack }: Expected): string {
  return `${catalog.fleet}-${stack.name}`;
}

/** The Consul node on which all agents stand. */
export function consulNodeOf(expected: Expected): string {
  return `${scopeOf(expected)}-agents`;
}

/** The Consul service that the agents of a pool share. */
export function poolServiceOf(pool: Pool, expected: Expected): string {
  return `${scopeOf(expected)}-${pool}`;
}

/** The container of an agent, which is its address and its id in Consul too. */
export function agentContainerOf(agent: CatalogAgent, expected: Expected): string {
  return `${scopeOf(expected)}-${agent.name}`;
}
