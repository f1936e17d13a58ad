import type { KeysArgs, NodeArgs, ServiceArgs } from "@pulumi/consul";
import type { AgentPlan, FleetPlan } from "../../fleet/plan/types";
import { goDuration } from "../../fleet/units/duration";

/**
 * The node on which all agents stand. External with external probes: Consul's own anti-entropy leaves it alone,
 * and consul-esm runs the checks.
 */
export function consulNodeArgs(plan: FleetPlan) {
  return {
    name: plan.naming.consulNode,
    // Agents have addresses of their own; the node's is never dialled.
    address: "127.0.0.1",
    meta: { "external-node": "true", "external-probe": "true", fleet: plan.fleet, stack: plan.stack },
  } satisfies NodeArgs;
}

/**
 * The registration of an agent: one service with one check of its readiness.
 * `deregisterCriticalServiceAfter` of zero means never: a sleeping agent would vanish from the catalog and come
 * back as drift. Left out, the provider sends its default of 30 seconds.
 */
export function consulServiceArgs(agent: AgentPlan, plan: FleetPlan) {
  const { registration } = agent;
  return {
    name: registration.serviceName,
    serviceId: registration.serviceId,
    node: plan.naming.consulNode,
    address: registration.address,
    port: registration.port,
    tags: [...registration.tags],
    weights: { passing: registration.weight, warning: 1 },
    meta: { agent: agent.name, class: agent.class, owner: agent.owner, pool: agent.pool },
    checks: [
      {
        checkId: registration.check.id,
        name: "ready",
        http: registration.check.url,
        method: "GET",
        interval: goDuration(registration.check.interval),
        timeout: goDuration(registration.check.timeout),
        status: "critical",
        tlsSkipVerify: false,
        deregisterCriticalServiceAfter: "0s",
      },
    ],
  } satisfies ServiceArgs;
}

/** What others may read about the fleet in Consul's key-value store. */
export function consulKeysArgs(plan: FleetPlan) {
  const { keyPrefix } = plan.naming;
  return {
    keys: [
      { path: `${keyPrefix}/version`, value: String(plan.schemaVersion), delete: true },
      ...plan.pools.map((pool) => ({
        path: `${keyPrefix}/pools/${pool.name}`,
        value: String(pool.agents),
        delete: true,
      })),
    ],
  } satisfies KeysArgs;
}
