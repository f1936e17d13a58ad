import { declareResources } from "../../components/declare";
import type { FleetPlan } from "../../fleet/plan/types";
import { CONTAINER } from "../../fleet/resource";
import type { PropertyValue, ResourceView } from "../../fleet/resource";
import { secretFiles } from "../../fleet/render/secret-files";
import { secretsMissing, secretsNeeded } from "../../fleet/secrets/needed";
import type { Secrets } from "../../fleet/secrets/types";

/**
 * The resources as what runs is compared with them. Files that hold secrets are compared where the secrets are known,
 * and are left out where they are not: what `fleet check` has in their place was never sent.
 *
 * @param secrets that this machine knows of the stack, by name
 */
export function comparedResources(
  plan: FleetPlan,
  resources: readonly ResourceView[],
  secrets: Secrets,
): readonly ResourceView[] {
  if (secretsNeeded(plan).length === 0) return resources;
  if (secretsMissing(plan, secrets).length === 0) return declareResources(plan, secretFiles(plan, secrets));
  const kinds = Object.keys(secretFiles(plan, null));
  const secret = new Set(plan.services.flatMap(({ files }) => kinds.map((kind) => files[kind])));
  return resources.map((resource) => {
    const { uploads } = resource.properties;
    if (resource.type !== CONTAINER || !Array.isArray(uploads)) return resource;
    const known = (uploads as readonly PropertyValue[]).filter((upload) => !secret.has(pathOf(upload)));
    return { ...resource, properties: { ...resource.properties, uploads: known } };
  });
}

function pathOf(upload: PropertyValue): string {
  if (upload === null || typeof upload !== "object") return "";
  const { file } = upload as { readonly file?: PropertyValue };
  return typeof file === "string" ? file : "";
}
