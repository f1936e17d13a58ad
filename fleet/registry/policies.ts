import { POOLS } from "../catalog/types";
import { poolService } from "../plan/names";
import type { FleetPlan, ServicePlan } from "../plan/types";
import { PURPOSE_WORDS, REGISTRY_PURPOSES } from "./purposes";
import type { RegistryPurpose } from "./purposes";

/** A policy as Consul keeps it. */
export interface RegistryPolicy {
  /** `<scope>-<purpose>`. */
  readonly name: string;
  readonly purpose: RegistryPurpose;
  readonly description: string;
  /** In HCL, the language of Consul's rules. */
  readonly rules: string;
}

type Resource = "acl" | "agent" | "key_prefix" | "node" | "node_prefix" | "service" | "session";
/** Of what, named how, and how much. */
type Right = readonly [resource: Resource, name: string, level: "read" | "write"];

/** Where consul-esm keeps who of its instances runs which checks, and the service under which it registers itself. */
export const CHECKS_SERVICE = "consul-esm";

/** The Consul of a plan; undefined when the stack runs none of its own. */
export function registryServer(plan: FleetPlan): ServicePlan | undefined {
  return plan.services.find(({ metrics }) => metrics?.role === "registry");
}

/** The name of the server's own node in its catalog. Its container's host name would be another after each replacement. */
export function serverNode(server: ServicePlan): string {
  return server.containerNames[0] ?? server.name;
}

/**
 * The rights of every purpose: exact names wherever Consul lets one name them, so that a token of this stack can do
 * nothing to what others keep in the same registry.
 */
export function registryPolicies(plan: FleetPlan, server: ServicePlan): RegistryPolicy[] {
  const rights = rightsOf(plan, serverNode(server));
  return REGISTRY_PURPOSES.map((purpose) => ({
    name: `${plan.naming.scope}-${purpose}`,
    purpose,
    description: PURPOSE_WORDS[purpose],
    rules: rights[purpose].map(ruleText).join("\n"),
  }));
}

function rightsOf({ naming }: FleetPlan, server: string): Record<RegistryPurpose, readonly Right[]> {
  const { consulNode, keyPrefix } = naming;
  // Also of pools that are empty now: what stands there from before has to be taken out.
  const pools = (level: "read" | "write"): Right[] =>
    POOLS.map((pool) => ["service", poolService(naming, pool), level]);
  const agents: Right[] = [["node", consulNode, "read"], ...pools("read")];
  return {
    agent: [["node", server, "write"]],
    dns: agents,
    registration: [
      // The name of the datacenter, which Pulumi's provider asks for.
      ["agent", server, "read"],
      ["node", consulNode, "write"],
      ...pools("write"),
      ["key_prefix", `${keyPrefix}/`, "write"],
    ],
    checks: [
      ["agent", server, "read"],
      ["node", consulNode, "write"],
      ["node_prefix", "", "read"],
      ...pools("write"),
      ["service", "consul", "read"],
      ["service", CHECKS_SERVICE, "write"],
      ["key_prefix", `${CHECKS_SERVICE}/`, "write"],
      ["session", server, "write"],
    ],
    // The name of the datacenter again.
    discovery: [["agent", server, "read"], ...agents],
    metrics: [["agent", server, "read"]],
    health: [["node", server, "read"], ...agents],
    // Policies and tokens too, without their secrets: those are told to nobody who may not write them.
    look: [...agents, ["key_prefix", `${keyPrefix}/`, "read"], ["acl", "", "read"]],
  };
}

function ruleText([resource, name, level]: Right): string {
  // There is one access control, and it has no name.
  if (resource === "acl") return `acl = "${level}"`;
  return `${resource} ${JSON.stringify(name)} { policy = "${level}" }`;
}
