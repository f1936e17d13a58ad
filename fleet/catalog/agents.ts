import { cpu, memory } from "./quantities";
import type { AgentEntry, AgentsFile } from "./schema.generated";
import type { AgentImage, CatalogAgent } from "./types";

/** Images by name, with the digests that are locked. */
export function readImages(data: AgentsFile, digests: ReadonlyMap<string, string>): Map<string, AgentImage> {
  const images = new Map<string, AgentImage>();
  for (const [name, entry] of Object.entries(data.images)) {
    images.set(name, {
      name,
      digest: digests.get(entry.reference) ?? null,
      ...entry,
      builtin: entry.builtin ?? null,
    });
  }
  return images;
}

/** Agents with their defaults filled in, in the order of the file. The catalog has been checked as a whole. */
export function readAgents(data: AgentsFile, images: ReadonlyMap<string, AgentImage>): CatalogAgent[] {
  return data.agents.map((entry, index) => {
    const group = data.groups[entry.group];
    const image = images.get(entry.image ?? data.defaults.image);
    if (group === undefined || image === undefined)
      throw new Error("a checked catalog has no such group or image");
    const pool = entry.pool ?? data.defaults.pool;
    return {
      name: entry.name,
      role: entry.role,
      group: entry.group,
      owner: entry.owner ?? group.owner,
      class: entry.class ?? group.class,
      pool,
      criticality: entry.criticality ?? group.criticality ?? data.pools[pool].criticality,
      image,
      dependsOn: entry.dependsOn ?? data.defaults.dependsOn,
      formerly: entry.formerly ?? [],
      port: entry.port ?? null,
      ...sizes(entry),
      index,
    };
  });
}

function sizes(entry: AgentEntry): Pick<CatalogAgent, "memory" | "cpu"> {
  return {
    memory: entry.memory === undefined ? null : memory(entry.memory),
    cpu: entry.cpu === undefined ? null : cpu(entry.cpu),
  };
}
