import { declareResources } from "../../components/declare";
import type { FleetPlan } from "../../fleet/plan/types";
import { CONTAINER } from "../../fleet/resource";
import type { PropertyValue, ResourceView } from "../../fleet/resource";
import { brokerSecretFiles, needsBrokerPasswords } from "../../fleet/render/broker-files";
import type { BrokerPasswords } from "../../fleet/render/broker-files";

/**
 * The resources as what runs is compared with them. Files that hold secrets are compared where the secrets are known,
 * and are left out where they are not: what `fleet check` has in their place was never sent.
 *
 * @param passwords of the stack's broker; null where this machine has none
 */
export function comparedResources(
  plan: FleetPlan,
  resources: readonly ResourceView[],
  passwords: BrokerPasswords | null,
): readonly ResourceView[] {
  if (!needsBrokerPasswords(plan)) return resources;
  if (passwords !== null) return declareResources(plan, brokerSecretFiles(plan, passwords));
  const kinds = Object.keys(brokerSecretFiles(plan, null));
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
