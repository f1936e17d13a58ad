import { createHash } from "node:crypto";
import type { FleetPlan } from "../plan/types";
import { PURPOSE_WORDS, REGISTRY_PURPOSES } from "./purposes";
import type { RegistryTokens } from "./purposes";

/** Consul's own accessor of the token that stands for requests without one. */
export const ANONYMOUS = "00000000-0000-0000-0000-000000000002";

/** A token as Consul's API takes it. */
export interface TokenEntry {
  readonly AccessorID: string;
  /** Left out for the anonymous token, which has none. */
  readonly SecretID?: string;
  readonly Description: string;
  readonly Policies: readonly { readonly Name: string }[];
  readonly Local: false;
}

/** How the descriptions of a stack's tokens begin: by it they are known when they are not wanted any more. */
export function tokenMark({ naming }: FleetPlan): string {
  return `fleet ${naming.scope}: `;
}

/**
 * Every token of a stack, and the anonymous one, which may do nothing.
 *
 * Consul changes the secret of no token: another secret is another token, with an accessor of its own, and the one
 * before it is taken out.
 */
export function tokenList(plan: FleetPlan, tokens: RegistryTokens): TokenEntry[] {
  const { scope } = plan.naming;
  return [
    { AccessorID: ANONYMOUS, Description: "Anonymous Token", Policies: [], Local: false },
    ...REGISTRY_PURPOSES.map((purpose): TokenEntry => ({
      AccessorID: accessorOf(`${scope} ${purpose}`, tokens[purpose]),
      SecretID: tokens[purpose],
      Description: `${tokenMark(plan)}${PURPOSE_WORDS[purpose]}`,
      Policies: [{ Name: `${scope}-${purpose}` }],
      Local: false,
    })),
  ];
}

/** The same for the same secret, and no way back to it. */
function accessorOf(owner: string, secret: string): string {
  const hex = createHash("sha256").update(`sutazai-fleet accessor\0${owner}\0${secret}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    "-",
  );
}
