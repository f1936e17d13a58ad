import { LABEL } from "../../../fleet/labels";
import type { Catalog, CatalogAgent } from "../../../fleet/catalog/types";
import { CLASSES } from "../../../fleet/catalog/types";
import type { Json } from "../../../fleet/source/json";
import type { Tier } from "../../../fleet/tier";
import type { Refusal, Wish } from "./model";
import { criticalityOf, memoryText } from "./values";

const AGENTS = "catalog/agents.yaml";

/**
 * The key of an agent's entry that decides a property. Most properties are computed from what all agents share, so
 * one agent alone can't be given another value: the reason then names the place that all share.
 */
export function agentWish(
  agent: CatalogAgent,
  property: string,
  found: Json,
  catalog: Catalog,
  tier: Tier,
): Wish | Refusal {
  const wish = (key: string, value: string | null, wanted: string): Wish | Refusal =>
    value === null
      ? { reason: `no value of ${key} gives ${JSON.stringify(found)}: ${wanted}` }
      : { file: AGENTS, path: ["agents", agent.index], key, value };
  switch (property) {
    case "memory":
      return wish("memory", memoryText(found), "the catalog takes whole MiB");
    case "cpuShares":
      return wish(
        "criticality",
        criticalityOf(found, catalog),
        `each criticality has a weight under sizing.cpuShares in catalog/profiles.yaml`,
      );
    case `labels.${LABEL.criticality}`:
      return wish("criticality", oneOf(found, Object.keys(catalog.profiles.cpuShares)), "it is none");
    case `labels.${LABEL.class}`:
    case "meta.class":
      return wish("class", oneOf(found, CLASSES), `it is one of ${CLASSES.join(", ")}`);
    case `labels.${LABEL.owner}`:
    case "meta.owner":
      return wish("owner", typeof found === "string" && found !== "" ? found : null, "an owner has a name");
    case "image":
      return imageWish(agent, found, catalog, tier);
    default:
      return { reason: reasonOf(property) };
  }
}

function oneOf(found: Json, known: readonly string[]): string | null {
  return known.find((each) => each === found) ?? null;
}

function imageWish(agent: CatalogAgent, found: Json, catalog: Catalog, tier: Tier): Wish | Refusal {
  const [reference, digest] = typeof found === "string" ? found.split("@") : [];
  if (tier.agentImage !== null)
    return { reason: `tier ${tier.name} runs image ${tier.agentImage} for every agent (agentImage)` };
  if (reference === agent.image.reference)
    return {
      reason: `another digest under the same tag${digest === undefined ? "" : ` (${digest})`}: \`fleet images lock\` records the digest for all agents with this image`,
    };
  for (const image of catalog.images.values()) {
    if (image.reference === reference)
      return { file: AGENTS, path: ["agents", agent.index], key: "image", value: image.name };
  }
  return {
    reason: `no image of catalog/agents.yaml is ${JSON.stringify(found)}: declare it under \`images\` with its runtime, user and port, then name it as the agent's \`image\``,
  };
}

const SHARED = "all agents share it";
/** Why a property is not one agent's own, by the first part of its name. */
const REASONS: Readonly<Record<string, string>> = {
  memorySwap: "the catalog gives no swap: it always equals the memory",
  memoryReservation: `${SHARED}: sizing.memory.reservation in catalog/profiles.yaml`,
  cpus: `${SHARED}: sizing.cpu.burst in catalog/profiles.yaml`,
  healthcheck: `${SHARED}: health in catalog/profiles.yaml`,
  checks: `${SHARED}: health in catalog/profiles.yaml`,
  logDriver: `${SHARED}: container in catalog/profiles.yaml`,
  logOpts: `${SHARED}: container in catalog/profiles.yaml`,
  stopTimeout: `${SHARED}: container in catalog/profiles.yaml`,
  shmSize: `${SHARED}: container in catalog/profiles.yaml`,
  ulimits: `${SHARED}: container in catalog/profiles.yaml`,
  tmpfs: `${SHARED}: container in catalog/profiles.yaml`,
  weights: `${SHARED}: routing in catalog/profiles.yaml`,
  port: "it comes from the image: images in catalog/agents.yaml",
  running:
    "the pool decides what runs, and a stopped agent is no decision; move it to another `pool` by hand",
  mustRun:
    "the pool decides what runs, and a stopped agent is no decision; move it to another `pool` by hand",
  restart: "the pool decides it; move it to another `pool` by hand",
  name: "the name of a container follows from the agent's; rename the agent and keep the old name in `formerly`",
  exists: "an agent that is gone is no decision; remove its entry by hand if it should stay away",
  envs: "its environment is computed from its entry and from what it depends on",
  tags: "its tags are computed from its name, pool and class",
  meta: "its meta data is computed from its entry",
  labels: "its labels are computed from its entry",
  imageId: "which content a tag has is recorded with `fleet images lock`, for all agents with this image",
  files: "files written into a container are in no image; build an image that has them",
};
const HARDENING = new Set(
  "readOnly capabilities securityOpts user init privileged networkMode pidMode ipcMode usernsMode devices".split(
    " ",
  ),
);

function reasonOf(property: string): string {
  const [head = ""] = property.split(/[.[]/);
  if (HARDENING.has(head)) return "a weaker container is never adopted: it is part of the hardening of all";
  return REASONS[head] ?? "the catalog has no key for it";
}
