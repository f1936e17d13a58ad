import { createHash } from "node:crypto";
import type { ServicePlan } from "../../fleet/plan/types";

/**
 * What the files of a service say, in 16 hexadecimal digits: other files, another digest. As a label of the container
 * it replaces a service whose files have changed, which would go on with the old ones otherwise.
 *
 * @param files their texts by kind, without secrets: a label is read by everybody
 * @returns null for a service that reads none
 */
export function filesDigest(service: ServicePlan, files: Readonly<Record<string, string>>): string | null {
  const kinds = Object.keys(service.files).sort();
  if (kinds.length === 0) return null;
  const hash = createHash("sha256");
  for (const kind of kinds) hash.update(`${kind}\0${files[kind] ?? ""}\0`);
  return hash.digest("hex").slice(0, 16);
}
