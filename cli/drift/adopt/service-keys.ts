import type { Catalog, CatalogService } from "../../../fleet/catalog/types";
import { LABEL } from "../../../fleet/labels";
import type { Json } from "../../../fleet/source/json";
import { secretIn } from "../../../policies/read/secrets";
import type { Refusal, Wish } from "./model";
import { coresOf, criticalityOf, memoryText } from "./values";

const SERVICES = "catalog/services.yaml";

/** The key of a service's entry that decides a property. All replicas of a service share its entry. */
export function serviceWish(
  service: CatalogService,
  property: string,
  found: Json,
  catalog: Catalog,
): Wish | Refusal {
  const path = ["services", service.name];
  const wish = (key: string, value: string | number | null, wanted: string): Wish | Refusal =>
    value === null
      ? { reason: `no value of ${key} gives ${JSON.stringify(found)}: ${wanted}` }
      : { file: SERVICES, path, key, value };
  switch (property) {
    case "memory":
      return wish("memory", memoryText(found), "the catalog takes whole MiB");
    case "cpus":
      return wish("cpu", coresOf(found), "the catalog takes whole millicores");
    case "cpuShares":
      return wish(
        "criticality",
        criticalityOf(found, catalog),
        `each criticality has a weight under sizing.cpuShares in catalog/profiles.yaml`,
      );
    case `labels.${LABEL.owner}`:
      return wish("owner", typeof found === "string" && found !== "" ? found : null, "an owner has a name");
    case "image":
      return imageWish(service, found);
  }
  if (property.startsWith("envs.")) return environmentWish(property.slice("envs.".length), found, path);
  return { reason: REASONS[property.split(/[.[]/)[0] ?? ""] ?? "the catalog has no key for it" };
}

function imageWish(service: CatalogService, found: Json): Wish | Refusal {
  const [reference = "", digest] = typeof found === "string" ? found.split("@") : [];
  if (reference === service.image)
    return {
      reason: `another digest under the same tag${digest === undefined ? "" : ` (${digest})`}: \`fleet images lock\` records it`,
    };
  if (reference === "" || !reference.includes(":"))
    return { reason: "the catalog names images with their tag, and this one has none" };
  return { file: SERVICES, path: ["services", service.name], key: "image", value: reference };
}

/** What is secret by its name or its form never gets into a catalog, nor into the reason. */
function environmentWish(name: string, found: Json, path: readonly string[]): Wish | Refusal {
  if (typeof found !== "string")
    return { reason: "a variable that was removed is no decision; remove it from `environment` by hand" };
  if (secretIn(`${name}=${found}`) !== null)
    return { reason: "it looks like a secret, and a catalog holds none" };
  return { file: SERVICES, path: [...path, "environment"], key: name, value: found };
}

const REASONS: Readonly<Record<string, string>> = {
  memorySwap: "the catalog gives no swap: it always equals the memory",
  running: "a stopped service is no decision; leave it out of the tier's `services` by hand",
  mustRun: "a stopped service is no decision; leave it out of the tier's `services` by hand",
  exists: "a service that is gone is no decision; leave it out of the tier's `services` by hand",
  command: "another command is another program; change `command` by hand",
  user: "a weaker container is never adopted: it is part of the hardening",
  readOnly: "a weaker container is never adopted: it is part of the hardening of all",
  capabilities: "a weaker container is never adopted: it is part of the hardening of all",
  securityOpts: "a weaker container is never adopted: it is part of the hardening of all",
  privileged: "a weaker container is never adopted: it is part of the hardening of all",
  imageId: "which content a tag has is recorded with `fleet images lock`",
  files: "files written into a container are in no image; build an image that has them",
  healthcheck: "the entry's `health` and the profile decide it; change it by hand",
  volumes: "mounts hold data; change `volumes` by hand",
  labels: "its labels are computed from its entry",
};
