import type { FleetPlan } from "../plan/types";
import { REGISTRY_SERVER_ACCESS } from "../registry/files";
import { PURPOSE_WORDS, REGISTRY_TOKENS } from "../registry/purposes";
import type { RegistryTokens } from "../registry/purposes";
import type { NeededSecret, Secrets } from "./types";

/** The name of a token among the secrets of a stack, such as `registryChecksToken`. */
export function tokenName(token: keyof RegistryTokens): string {
  return `registry${token.charAt(0).toUpperCase()}${token.slice(1)}Token`;
}

/** True when the stack runs a Consul of its own that wants tokens. */
export function needsRegistryTokens(plan: FleetPlan): boolean {
  return plan.services.some(({ files }) => REGISTRY_SERVER_ACCESS in files);
}

/** A token for each purpose, and the one that keeps the others, where the stack's own registry wants them. */
export function registrySecrets(plan: FleetPlan): readonly NeededSecret[] {
  if (!needsRegistryTokens(plan)) return [];
  return REGISTRY_TOKENS.map((token) => ({
    name: tokenName(token),
    kind: "uuid",
    for: token === "management" ? "what keeps policies and tokens of the registry" : PURPOSE_WORDS[token],
  }));
}

/** The tokens among the secrets of a stack; null where one is missing. */
export function registryTokensOf(secrets: Secrets | null): RegistryTokens | null {
  const found = REGISTRY_TOKENS.map((token) => [token, secrets?.[tokenName(token)]] as const);
  if (found.some(([, value]) => value === undefined)) return null;
  return Object.fromEntries(found) as unknown as RegistryTokens;
}
