import type Docker from "dockerode";
import type { FleetPlan, ServicePlan } from "../../../fleet/plan/types";
import { registryServer } from "../../../fleet/registry/policies";
import type { RegistryPurpose } from "../../../fleet/registry/purposes";
import { needsRegistryTokens, tokenName } from "../../../fleet/secrets/registry";
import type { Secrets } from "../../../fleet/secrets/types";
import { reachConsul } from "../surroundings";
import { openTunnel } from "../tunnel";

/** The Consul in which a stack is registered. */
export interface Registry {
  /** Where the engine reaches it, `host:port`. */
  readonly address: string;
  /** The stack's own, which the plan declares; null when it is one that runs anyway. */
  readonly own: ServicePlan | null;
  close(): Promise<void>;
}

/**
 * With what the Consul of a stack is asked: the stack's own token of this purpose where its own Consul wants one, else
 * what `CONSUL_HTTP_TOKEN` says; "" for none.
 *
 * @param secrets that this machine knows of the stack
 */
export function registryToken(
  plan: FleetPlan,
  { own }: Pick<Registry, "own">,
  secrets: Secrets,
  purpose: RegistryPurpose,
  env: NodeJS.ProcessEnv = process.env,
): string {
  const known = own !== null && needsRegistryTokens(plan) ? secrets[tokenName(purpose)] : undefined;
  return known ?? env["CONSUL_HTTP_TOKEN"] ?? "";
}

/** The Consul that a plan declares, when it is reached over HTTP. */
export function ownRegistry(plan: FleetPlan): ServicePlan | null {
  return registryServer(plan) ?? null;
}

/**
 * Finds the Consul of a stack: the one that `CONSUL_HTTP_ADDR` names, else the one that the plan declares, else the one
 * of this machine. The plan's own is reached through a tunnel, which is there before it is.
 *
 * @throws EngineError `consul-unreachable` when it has to run already and doesn't answer
 */
export async function openRegistry(
  docker: Docker,
  plan: FleetPlan,
  say: (line: string) => void,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Registry> {
  const own = ownRegistry(plan);
  const said = env["CONSUL_HTTP_ADDR"] ?? "";
  const [container] = own?.containerNames ?? [];
  if (own === null || container === undefined || said !== "") {
    if (own !== null)
      say(
        `agents are registered in the Consul at ${said}, which CONSUL_HTTP_ADDR names, not in the stack's own`,
      );
    return { address: await reachConsul(env), own: null, close: () => Promise.resolve() };
  }
  const port = own.metrics?.port ?? 0;
  const tunnel = await openTunnel(docker, { container, network: plan.naming.network, port });
  return { ...tunnel, own };
}
