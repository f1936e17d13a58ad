import type { FleetPlan, ServicePlan } from "../../../fleet/plan/types";
import { REGISTRY_ACCESS_SCRIPT } from "../../../fleet/registry/files";
import { registryPolicies } from "../../../fleet/registry/policies";
import type { RegistryTokens } from "../../../fleet/registry/purposes";
import { ANONYMOUS, tokenList, tokenMark } from "../../../fleet/registry/token-list";
import { ACL_POLICY, ACL_TOKEN } from "../../../fleet/resource";
import { sameValue } from "../model";
import type { Difference, Subject, Value } from "../model";
import type { AccessSnapshot, FoundToken } from "./access-snapshot";
import { strangerSubject } from "./subjects";

/** How Consul describes the token for everything that its configuration names. */
const FIRST_TOKEN = "Initial Management Token";
const REGISTRY: Subject = { kind: "registry", name: "registry", place: null, vital: false };

/**
 * Policies and tokens of the stack's own Consul with what is declared, and tokens of others that may do everything or
 * what only the stack's tokens may. Tokens are told by their accessors; no secret is ever here.
 *
 * @param tokens null where this machine does not know them: then they are told by their descriptions
 */
export function compareAccess(
  plan: FleetPlan,
  server: ServicePlan,
  tokens: RegistryTokens | null,
  snapshot: AccessSnapshot,
): Difference[] {
  const keeper = plan.services.find(({ files }) => REGISTRY_ACCESS_SCRIPT in files)?.name;
  const mends =
    keeper === undefined ? "fleet up mends it" : `${keeper} mends it while it runs and is healthy`;
  return [
    ...comparePolicies(plan, server, snapshot, mends),
    ...compareTokens(plan, tokens, snapshot, mends),
    ...strangers(plan, server, tokens, snapshot, mends),
  ];
}

function comparePolicies(
  plan: FleetPlan,
  server: ServicePlan,
  { policies }: AccessSnapshot,
  mends: string,
): Difference[] {
  return registryPolicies(plan, server).flatMap(({ name, rules, description }) => {
    const found = policies.find((policy) => policy.name === name);
    const resource = { type: ACL_POLICY, name, physical: found === undefined ? null : name };
    if (found === undefined) return [missing(resource, `the policy is not in Consul; ${mends}`)];
    const pairs: readonly (readonly [property: string, declared: Value, found: Value])[] = [
      ["rules", rules.split("\n"), found.rules.trim().split("\n")],
      ["description", description, found.description],
      ["datacenters", [], found.datacenters],
    ];
    return pairs
      .filter(([, declared, there]) => !sameValue(declared, there))
      .map(([property, declared, there]) =>
        drifted(resource, property, declared, there, `not as declared; ${mends}`),
      );
  });
}

function compareTokens(
  plan: FleetPlan,
  tokens: RegistryTokens | null,
  snapshot: AccessSnapshot,
  mends: string,
): Difference[] {
  return declaredTokens(plan, tokens).flatMap((token) => {
    const found = snapshot.tokens.find(token.is);
    const resource = { type: ACL_TOKEN, name: token.name, physical: found?.accessor ?? null };
    if (found === undefined)
      return [missing(resource, `the token is not in Consul, or is another one; ${mends}`)];
    const have = [...found.policies, ...found.more];
    if (sameValue(token.policies, have)) return [];
    return [drifted(resource, "policies", token.policies, have, `not as declared; ${mends}`)];
  });
}

interface DeclaredToken {
  /** The policy that it has, or `anonymous`. */
  readonly name: string;
  readonly policies: readonly string[];
  readonly is: (found: FoundToken) => boolean;
}

function declaredTokens(plan: FleetPlan, tokens: RegistryTokens | null): DeclaredToken[] {
  // Without the secrets nobody knows the accessors that follow from them.
  const unknown = new Proxy({}, { get: () => "" }) as RegistryTokens;
  return tokenList(plan, tokens ?? unknown).map(({ AccessorID, Description, Policies }) => ({
    name: Policies[0]?.Name ?? "anonymous",
    policies: Policies.map(({ Name }) => Name),
    is: ({ accessor, description }) =>
      tokens !== null || AccessorID === ANONYMOUS ? accessor === AccessorID : description === Description,
  }));
}

/** Tokens that nobody declared and that may do what the stack's own may, or everything. */
function strangers(
  plan: FleetPlan,
  server: ServicePlan,
  tokens: RegistryTokens | null,
  snapshot: AccessSnapshot,
  mends: string,
): Difference[] {
  const declared = declaredTokens(plan, tokens);
  const own = new Set(registryPolicies(plan, server).map(({ name }) => name));
  const first = firstToken(snapshot);
  const known = new Set([ANONYMOUS, ...(first === null ? [] : [first])]);
  for (const token of declared) {
    const found = snapshot.tokens.find(token.is);
    if (found !== undefined) known.add(found.accessor);
  }
  return snapshot.tokens
    .filter(({ accessor }) => !known.has(accessor))
    .flatMap((token) => {
      const { accessor, description, policies, more, byRoles } = token;
      const marked = description.startsWith(tokenMark(plan));
      const all = [...policies, ...byRoles];
      const everything = all.filter((name) => snapshot.everything.has(name));
      if (!marked && everything.length === 0 && !all.some((name) => own.has(name))) return [];
      const why = everything.length > 0 ? `it may do everything (${everything.join(", ")}), and ` : "";
      const reason = marked
        ? `marked as one of the stack's tokens, and nobody declared it; ${mends}`
        : `${why}nobody declared it; if it is not needed: consul acl token delete -accessor-id ${accessor}`;
      return [
        {
          ...{ subject: strangerSubject(accessor), unit: null, declared: null, last: null },
          resource: { type: ACL_TOKEN, name: accessor, physical: accessor },
          property: "exists",
          found: `a token with ${[...policies, ...more].join(", ") || "no policy"}`,
          class: "unmanaged",
          witnesses: ["live"],
          reason,
          interrupts: false,
        } as const,
      ];
    });
}

/**
 * The token for everything that Consul's configuration names: the one of this machine's secrets, or the only one that
 * Consul describes like it. Anybody may describe a token like that, so of several none is taken for it.
 */
function firstToken({ management, tokens }: AccessSnapshot): string | null {
  if (management !== null) return management;
  const like = tokens.filter(({ description }) => description === FIRST_TOKEN);
  return like.length === 1 ? (like[0]?.accessor ?? null) : null;
}

const SEEN = { subject: REGISTRY, unit: null, last: null, interrupts: false } as const;

function missing(resource: Difference["resource"], reason: string): Difference {
  const values = { property: "exists", declared: true, found: null, class: "drifted", reason } as const;
  return { ...SEEN, resource, ...values, witnesses: ["live"] };
}

function drifted(
  resource: Difference["resource"],
  property: string,
  declared: Value,
  found: Value,
  reason: string,
): Difference {
  return { ...SEEN, resource, property, declared, found, reason, class: "drifted", witnesses: ["live"] };
}
