import type { FleetPlan } from "../../../fleet/plan/types";
import type { ConsulClient } from "../../engine/consul/client";
import { REFUSED } from "../../engine/consul/client";

export interface FoundPolicy {
  readonly name: string;
  readonly description: string;
  readonly rules: string;
  /** Where alone it counts; empty: everywhere. */
  readonly datacenters: readonly string[];
}

/** A token as it may be shown: never its secret. */
export interface FoundToken {
  readonly accessor: string;
  readonly description: string;
  /** Names, sorted. */
  readonly policies: readonly string[];
  /** What else gives it rights, such as `role operators`; sorted. */
  readonly more: readonly string[];
  /** Names of the policies that it has by its roles, sorted. */
  readonly byRoles: readonly string[];
}

/** What Consul says of who may do what. */
export interface AccessSnapshot {
  /** Those that carry the stack's name. */
  readonly policies: readonly FoundPolicy[];
  /** All of them. */
  readonly tokens: readonly FoundToken[];
  /** Names of policies by which one may do everything: who may write tokens makes one for everything. */
  readonly everything: ReadonlySet<string>;
  /** The accessor of the stack's own token for everything; null where that token is not known here. */
  readonly management: string | null;
}

/** Part of what Consul answers. Secrets are in it where the asking token may see them, and are not read. */
interface TokenAnswer {
  readonly AccessorID: string;
  readonly Description: string;
  readonly Policies?: readonly Named[] | null;
  readonly Roles?: readonly Named[] | null;
  readonly ServiceIdentities?: readonly { readonly ServiceName: string }[] | null;
  readonly NodeIdentities?: readonly { readonly NodeName: string }[] | null;
  readonly TemplatedPolicies?: readonly { readonly TemplateName: string }[] | null;
}
interface Named {
  readonly Name: string;
}
interface RoleAnswer extends Named {
  readonly Policies?: readonly Named[] | null;
}
interface PolicyAnswer extends Named {
  readonly ID: string;
  readonly Description: string;
  readonly Rules: string;
  readonly Datacenters?: readonly string[] | null;
}

/** Consul's own policy that allows everything. */
const MANAGEMENT = "global-management";
/** In HCL and in JSON, which Consul both takes; comments are no rules. */
const WRITES_TOKENS = /(?:^|[\s{,;"])acl"?\s*[=:]\s*"write"/;
const COMMENT = /(?:#|\/\/).*$|\/\*[\s\S]*?\*\//gm;

/**
 * @param consul asks with the token that only looks
 * @param management asks with the token for everything, and only who that is; null where it is not known
 * @returns null when the token may not look
 * @throws EngineError `consul-unreachable`
 */
export async function lookAtAccess(
  consul: ConsulClient,
  management: ConsulClient | null,
  { naming }: FleetPlan,
): Promise<AccessSnapshot | null> {
  const [tokens, policies, roles, self] = await Promise.all([
    consul.getUnlessRefused<readonly TokenAnswer[]>("/v1/acl/tokens"),
    consul.getUnlessRefused<readonly PolicyAnswer[]>("/v1/acl/policies"),
    consul.getUnlessRefused<readonly RoleAnswer[]>("/v1/acl/roles"),
    management?.getUnlessRefused<TokenAnswer>("/v1/acl/token/self"),
  ]);
  if (tokens === REFUSED || policies === REFUSED || roles === REFUSED) return null;
  const found = (tokens ?? []).map((token) => foundToken(token, roles ?? []));
  const isOwn = ({ Name }: Named) => Name.startsWith(`${naming.scope}-`);
  const used = new Set(found.flatMap((token) => [...token.policies, ...token.byRoles]));
  const wanted = (policies ?? []).filter((policy) => isOwn(policy) || used.has(policy.Name));
  const answers = await Promise.all(wanted.map(({ ID }) => consul.get<PolicyAnswer>(`/v1/acl/policy/${ID}`)));
  // One that was taken out between two questions is gone.
  const whole = answers.filter((policy) => policy !== null);
  const writing = whole.filter(({ Rules }) => WRITES_TOKENS.test(Rules.replaceAll(COMMENT, "")));
  return {
    everything: new Set([MANAGEMENT, ...writing.map(({ Name }) => Name)]),
    policies: whole.filter(isOwn).map(({ Name, Description, Rules, Datacenters }) => ({
      name: Name,
      description: Description,
      rules: Rules,
      datacenters: Datacenters ?? [],
    })),
    tokens: found,
    management: self === undefined || self === null || self === REFUSED ? null : self.AccessorID,
  };
}

function foundToken(token: TokenAnswer, roles: readonly RoleAnswer[]): FoundToken {
  const { Roles, ServiceIdentities, NodeIdentities, TemplatedPolicies } = token;
  const its = new Set((Roles ?? []).map(({ Name }) => Name));
  const ofRoles = roles.filter(({ Name }) => its.has(Name)).flatMap(({ Policies }) => Policies ?? []);
  return {
    accessor: token.AccessorID,
    description: token.Description,
    policies: (token.Policies ?? []).map(({ Name }) => Name).sort(),
    more: [
      ...(Roles ?? []).map(({ Name }) => `role ${Name}`),
      ...(ServiceIdentities ?? []).map(({ ServiceName }) => `identity of service ${ServiceName}`),
      ...(NodeIdentities ?? []).map(({ NodeName }) => `identity of node ${NodeName}`),
      ...(TemplatedPolicies ?? []).map(({ TemplateName }) => `templated policy ${TemplateName}`),
    ].sort(),
    byRoles: [...new Set(ofRoles.map(({ Name }) => Name))].sort(),
  };
}
