import type { FleetPlan } from "../plan/types";
import { brokerSecrets } from "../secrets/broker";
import { loginSecrets } from "../secrets/logins";
import { receiverSecrets } from "../secrets/receivers";
import { registrySecrets } from "../secrets/registry";
import type { NeededSecret, Secrets } from "../secrets/types";
import { receiverFiles } from "./alertmanager/receivers";
import { brokerSecretFiles } from "./broker-files";
import { loginSecretFiles } from "./logins/files";
import { registrySecretFiles } from "./registry";

interface Part {
  readonly needs: (plan: FleetPlan) => readonly NeededSecret[];
  readonly files: (plan: FleetPlan, secrets: Secrets | null) => Readonly<Record<string, string>>;
}

/** Who makes files of secrets, and of which. */
const PARTS: readonly Part[] = [
  { needs: brokerSecrets, files: brokerSecretFiles },
  { needs: registrySecrets, files: registrySecretFiles },
  { needs: loginSecrets, files: loginSecretFiles },
  { needs: receiverSecrets, files: receiverFiles },
];

/**
 * The files that hold secrets, by the kind that the catalog names them with. The same secrets give the same files:
 * others would be brought again, and what reads them started again, at every run.
 *
 * @param secrets all that `secretsNeeded` names, but for those that people may give; null where none is known: the
 *   files are then what everybody may see
 */
export function secretFiles(plan: FleetPlan, secrets: Secrets | null): Readonly<Record<string, string>> {
  const made = PARTS.map(({ needs, files }) => files(plan, needs(plan).length === 0 ? null : secrets));
  return Object.assign({}, ...made) as Record<string, string>;
}
