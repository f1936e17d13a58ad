import { Problems } from "../problem";
import { readSource } from "../source/read";
import { YamlFile } from "../source/yaml-file";
import { readAgents, readImages } from "./agents";
import { checkConsistency } from "./consistency";
import { depthsOf } from "./graph";
import { readProfiles } from "./profiles";
import type { AgentsFile, ServicesFile } from "./schema.generated";
import { readServices } from "./services";
import type { Catalog, CatalogAgent, Places } from "./types";
import { validate } from "./validate";
import type { FileKinds } from "./validate";

const FILES = {
  agents: "catalog/agents.yaml",
  profiles: "catalog/profiles.yaml",
  services: "catalog/services.yaml",
  imagesLock: "catalog/images.lock.yaml",
} as const;

/** A file that was read: its typed value, if it has one, and where its parts stand. */
interface Loaded<Kind extends keyof FileKinds> {
  readonly file: YamlFile | null;
  readonly data: FileKinds[Kind] | null;
}

/** Reads and checks one file of the project. What is wrong with it is in `problems`. */
export function loadFile<Kind extends keyof FileKinds>(
  root: string,
  path: string,
  kind: Kind,
  problems: Problems,
): Loaded<Kind> {
  const source = readSource(root, path);
  if ("code" in source) {
    problems.add(source);
    return { file: null, data: null };
  }
  const file = YamlFile.parse(source, problems, kind === "agents" ? "agents" : null);
  return { file, data: file === null ? null : validate(kind, file, problems) };
}

/**
 * Reads `catalog/` and checks it as a whole.
 *
 * @param root folder of the project
 * @throws InputError with every problem of every file
 */
export function loadCatalog(root: string): Catalog {
  const problems = new Problems();
  const agents = loadFile(root, FILES.agents, "agents", problems);
  const profiles = loadFile(root, FILES.profiles, "profiles", problems);
  const services = loadFile(root, FILES.services, "services", problems);
  const lock = loadFile(root, FILES.imagesLock, "imagesLock", problems);

  const numbers = profiles.data === null ? null : readProfiles(profiles.data);
  if (agents.data !== null && agents.file !== null) {
    checkConsistency(agents.data, agents.file, services.data, services.file, problems);
  }
  const digests = new Map(Object.entries(lock.data?.images ?? {}));
  const images =
    agents.data === null || agents.file === null
      ? new Map<string, never>()
      : readImages(agents.data, agents.file, digests, numbers?.runtimes ?? null, problems);
  const list =
    agents.data === null || agents.file === null
      ? []
      : readAgents(agents.data, agents.file, images, problems);
  if (agents.data !== null && services.data !== null && agents.file !== null) {
    checkCycles(agents.data, services.data, agents.file, problems);
  }
  problems.throwIfAny();
  if (
    agents.data === null ||
    agents.file === null ||
    numbers === null ||
    profiles.file === null ||
    services.data === null ||
    services.file === null ||
    lock.file === null
  ) {
    throw new Error("a file without problems has a value");
  }

  return {
    fleet: agents.data.fleet,
    agents: list,
    agentsByName: new Map(list.map((agent) => [agent.name, agent])),
    images,
    pools: agents.data.pools,
    profiles: numbers,
    services: readServices(services.data, digests),
    digests,
    places: placesOf(agents.file, profiles.file, services.file, lock.file),
  };
}

/** Services and agents are one graph: a cycle anywhere means that nothing in it can start. */
function checkCycles(agents: AgentsFile, services: ServicesFile, file: YamlFile, problems: Problems): void {
  const edges = new Map<string, readonly string[]>();
  for (const [name, service] of Object.entries(services.services)) edges.set(name, service.dependsOn ?? []);
  for (const agent of agents.agents) edges.set(agent.name, agent.dependsOn ?? agents.defaults.dependsOn);
  const result = depthsOf(edges);
  if (result.kind === "depths") return;
  const index = agents.agents.findIndex((agent) => agent.name === result.path[0]);
  problems.add({
    code: "dependency-cycle",
    message: "dependencies go round in a circle",
    place: file.placeOf(index < 0 ? [] : ["agents", index, "dependsOn"]),
    found: result.path.join(" -> "),
    wanted: "an order in which everything can start",
    fix: "remove one of these dependencies",
  });
}

function placesOf(agents: YamlFile, profiles: YamlFile, services: YamlFile, lock: YamlFile): Places {
  return {
    agent: (agent: CatalogAgent, key?: string) =>
      key === undefined ? agents.placeOfItem(agent.index) : agents.placeOf(["agents", agent.index, key]),
    profile: (...path) => profiles.placeOf(path),
    service: (name, ...path) =>
      services.placeOf(["services", name, ...path], path.length === 0 ? "key" : "value"),
    agentsFile: (...path) => agents.placeOf(path),
    imagesLock: (reference) => lock.placeOf(reference === undefined ? ["images"] : ["images", reference]),
  };
}
