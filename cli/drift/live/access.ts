import { loaderName } from "../../../components/docker/file-loader";
import type { FleetPlan } from "../../../fleet/plan/types";
import { REGISTRY_ACCESS_POLICIES, REGISTRY_ACCESS_TOKENS } from "../../../fleet/registry/files";
import { registryServer } from "../../../fleet/registry/policies";
import { ACL_POLICY, ACL_TOKEN, CONTAINER } from "../../../fleet/resource";
import { needsRegistryTokens, registryTokensOf } from "../../../fleet/secrets/registry";
import type { Secrets } from "../../../fleet/secrets/types";
import type { ConsulClient } from "../../engine/consul/client";
import type { Difference, DriftReport } from "../model";
import { lookAtAccess } from "./access-snapshot";
import { compareAccess } from "./compare-access";

/** With what access to the stack's own Consul is looked at. */
export interface AccessWitness {
  readonly consul: ConsulClient;
  /** null where the token for everything is not known here. */
  readonly management: ConsulClient | null;
  readonly secrets: Secrets;
}

interface Looked {
  readonly differences: readonly Difference[];
  readonly notLooked: DriftReport["notLooked"];
}

/** Nothing where the registry is open to everybody. @throws EngineError `consul-unreachable` */
export async function lookAtTokens(plan: FleetPlan, witness: AccessWitness): Promise<Looked> {
  const server = registryServer(plan);
  if (server === undefined || !needsRegistryTokens(plan)) return { differences: [], notLooked: [] };
  const { consul, management, secrets } = witness;
  const snapshot = await lookAtAccess(consul, management, plan);
  if (snapshot === null)
    return {
      differences: [],
      notLooked: [{ what: "policies and tokens of the registry", why: "the token may not read them" }],
    };
  return {
    differences: compareAccess(plan, server, registryTokensOf(secrets), snapshot),
    notLooked: [],
  };
}

const ACCESS_TYPES: readonly string[] = [ACL_POLICY, ACL_TOKEN];

/**
 * Policies and tokens are no resources of the engine, so only the files that declare them tell whether they were
 * deployed: where the new ones are still to be brought, what is in Consul is what was declared before.
 */
export function pendingAccess(plan: FleetPlan, differences: readonly Difference[]): readonly Difference[] {
  const keepers = plan.services.filter(({ files }) =>
    [REGISTRY_ACCESS_POLICIES, REGISTRY_ACCESS_TOKENS].some((kind) => kind in files),
  );
  const loaders = new Set(keepers.map(({ name }) => loaderName(name)));
  const pending = differences.some(
    ({ resource, class: kind }) =>
      resource.type === CONTAINER && loaders.has(resource.name) && kind === "pending",
  );
  if (!pending) return differences;
  const reason = "what declares it is still to be brought: fleet up";
  return differences.map((one) =>
    ACCESS_TYPES.includes(one.resource.type) && one.class === "drifted"
      ? { ...one, class: "pending", reason }
      : one,
  );
}
