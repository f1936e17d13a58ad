import type { FleetPlan } from "../plan/types";
import { brokerSecrets } from "./broker";
import { loginSecrets } from "./logins";
import { receiverSecrets } from "./receivers";
import { registrySecrets } from "./registry";
import type { NeededSecret, Secrets } from "./types";

/** Every part of a fleet that needs secrets says which. */
const PARTS: readonly ((plan: FleetPlan) => readonly NeededSecret[])[] = [
  brokerSecrets,
  loginSecrets,
  registrySecrets,
  receiverSecrets,
];

/** The secrets of a stack: what services and agents prove with who they are. Sorted by name. */
export function secretsNeeded(plan: FleetPlan): readonly NeededSecret[] {
  const needed = PARTS.flatMap((part) => part(plan));
  return needed.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** What a stack can't be deployed without and `secrets` lacks; what people give may be missing. */
export function secretsMissing(plan: FleetPlan, secrets: Secrets): readonly NeededSecret[] {
  return secretsNeeded(plan).filter(({ name, kind }) => kind !== "given" && secrets[name] === undefined);
}

/** What people may give and `secrets` lacks: the stack runs without it, and does less. */
export function secretsNotGiven(plan: FleetPlan, secrets: Secrets): readonly NeededSecret[] {
  return secretsNeeded(plan).filter(({ name, kind }) => kind === "given" && secrets[name] === undefined);
}
