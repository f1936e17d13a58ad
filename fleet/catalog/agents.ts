import type { Problems } from "../problem";
import { suggest } from "../source/suggest";
import type { YamlFile } from "../source/yaml-file";
import { cpu, memory } from "./quantities";
import type { AgentEntry, AgentsFile } from "./schema.generated";
import type { AgentImage, CatalogAgent, Runtime } from "./types";

/** Images by name. Reports runtimes that profiles.yaml does not know. */
export function readImages(
  data: AgentsFile,
  file: YamlFile,
  digests: ReadonlyMap<string, string>,
  runtimes: ReadonlyMap<string, Runtime> | null,
  problems: Problems,
): Map<string, AgentImage> {
  const images = new Map<string, AgentImage>();
  for (const [name, entry] of Object.entries(data.images)) {
    if (runtimes !== null && !runtimes.has(entry.runtime)) {
      problems.add({
        code: "unknown-runtime",
        message: `image ${name} has a runtime that profiles.yaml does not know`,
        place: file.placeOf(["images", name, "runtime"]),
        found: entry.runtime,
        wanted: `one of ${[...runtimes.keys()].join(", ")}`,
        fix: meant(entry.runtime, runtimes.keys()) ?? "declare the runtime in catalog/profiles.yaml",
      });
    }
    images.set(name, { name, digest: digests.get(entry.reference) ?? null, ...entry });
  }
  return images;
}

/** Agents with their defaults filled in, in the order of the file. Reports groups and images that don't exist. */
export function readAgents(
  data: AgentsFile,
  file: YamlFile,
  images: ReadonlyMap<string, AgentImage>,
  problems: Problems,
): CatalogAgent[] {
  const agents: CatalogAgent[] = [];
  const fallbackImage = images.get(data.defaults.image);
  if (fallbackImage === undefined) {
    reportImage(data.defaults.image, images, file, ["defaults", "image"], problems);
  }
  for (const [index, entry] of data.agents.entries()) {
    const group = data.groups[entry.group];
    if (group === undefined) {
      problems.add({
        code: "unknown-group",
        message: `agent ${entry.name} is in a group that does not exist`,
        place: file.placeOf(["agents", index, "group"]),
        found: entry.group,
        wanted: "a group declared under groups",
        fix: meant(entry.group, Object.keys(data.groups)) ?? `declare ${entry.group} under groups`,
      });
    }
    const image = entry.image === undefined ? fallbackImage : images.get(entry.image);
    if (image === undefined && entry.image !== undefined) {
      reportImage(entry.image, images, file, ["agents", index, "image"], problems);
    }
    if (group === undefined || image === undefined) continue;
    const pool = entry.pool ?? data.defaults.pool;
    agents.push({
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
    });
  }
  return agents;
}

function sizes(entry: AgentEntry): Pick<CatalogAgent, "memory" | "cpu"> {
  return {
    memory: entry.memory === undefined ? null : memory(entry.memory),
    cpu: entry.cpu === undefined ? null : cpu(entry.cpu),
  };
}

function reportImage(
  found: string,
  images: ReadonlyMap<string, AgentImage>,
  file: YamlFile,
  path: readonly (string | number)[],
  problems: Problems,
): void {
  problems.add({
    code: "unknown-image",
    message: `the image ${found} is not declared`,
    place: file.placeOf(path),
    found,
    wanted: `one of ${[...images.keys()].join(", ")}`,
    fix: meant(found, images.keys()) ?? `declare ${found} under images`,
  });
}

function meant(found: string, known: Iterable<string>): string | null {
  const name = suggest(found, known);
  return name === null ? null : `did you mean ${name}?`;
}
