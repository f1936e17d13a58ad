import type { Secrets } from "../secrets/types";

/** Stands where a secret will be, wherever none is known: in `fleet check` and in the plan. */
export const NOT_KNOWN = "(a secret)\n";

/** @throws Error when it is not there: whoever deploys was told before which are missing */
export function secretOf(secrets: Secrets, name: string): string {
  const secret = secrets[name];
  if (secret === undefined) throw new Error(`secret ${name} is missing`);
  return secret;
}
