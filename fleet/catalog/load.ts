import type { Place } from "../place";
import { Problems } from "../problem";
import { sourcesIn } from "../source/read";
import type { Sources, SourceText } from "../source/read";
import { YamlFile } from "../source/yaml-file";
import { readAgents, readImages } from "./agents";
import { checkConsistency } from "./consistency";
import type { Healthy } from "./healthy";
import { readProfiles } from "./profiles";
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

/** A file that can be read: its typed value when all of it is right, else what can be relied on. */
export interface Loaded<Kind extends keyof FileKinds> {
  readonly file: YamlFile;
  readonly data: FileKinds[Kind] | null;
  readonly healthy: Healthy<FileKinds[Kind]>;
}

/** What a text without problems was read as: whoever looks at several stacks parses each text once. */
const alreadyLoaded = new WeakMap<SourceText, Loaded<keyof FileKinds>>();

/**
 * Reads and checks one file of the project. What is wrong with it is in `problems`.
 *
 * @returns null when it can't be read as YAML at all
 */
export function loadFile<Kind extends keyof FileKinds>(
  sources: Sources,
  path: string,
  kind: Kind,
  problems: Problems,
): Loaded<Kind> | null {
  const source = sources.read(path);
  if ("code" in source) {
    problems.add(source);
    return null;
  }
  const known = alreadyLoaded.get(source);
  if (known !== undefined) return known as Loaded<Kind>;
  const loaded = fromChecked(sources, source, kind) ?? parsed(sources, source, kind, problems);
  if (loaded !== null && loaded.data !== null) alreadyLoaded.set(source, loaded);
  return loaded;
}

const listIn = (kind: keyof FileKinds): string | null => (kind === "agents" ? "agents" : null);

function parsed<Kind extends keyof FileKinds>(
  { checked }: Sources,
  source: SourceText,
  kind: Kind,
  problems: Problems,
): Loaded<Kind> | null {
  const file = YamlFile.parse(source, problems, listIn(kind));
  if (file === null) return null;
  const loaded = { file, ...validate(kind, file, problems) };
  if (loaded.data !== null) checked?.keep(kind, source, file.value);
  return loaded;
}

/** What somebody else in this run has parsed and validated. */
function fromChecked<Kind extends keyof FileKinds>(
  { checked }: Sources,
  source: SourceText,
  kind: Kind,
): Loaded<Kind> | null {
  const value = checked?.of(kind, source);
  if (value === undefined) return null;
  const data = value as unknown as FileKinds[Kind];
  const healthy = data as unknown as Healthy<FileKinds[Kind]>;
  return { file: YamlFile.known(source, value, listIn(kind)), data, healthy };
}

/**
 * Reads `catalog/` and checks it as a whole.
 *
 * @param root folder of the project
 * @throws InputError with every problem of every file
 */
export function loadCatalog(root: string): Catalog {
  return loadCatalogFrom(sourcesIn(root));
}

/** The same from wherever the texts come. */
export function loadCatalogFrom(sources: Sources): Catalog {
  const problems = new Problems();
  const agents = loadFile(sources, FILES.agents, "agents", problems);
  const profiles = loadFile(sources, FILES.profiles, "profiles", problems);
  const services = loadFile(sources, FILES.services, "services", problems);
  const imagesLock = loadFile(sources, FILES.imagesLock, "imagesLock", problems);
  checkConsistency({ agents, profiles, services, imagesLock }, problems);
  problems.throwIfAny();
  if (!agents?.data || !profiles?.data || !services?.data || !imagesLock?.data)
    throw new Error("a file without problems has a value");

  const digests = new Map(Object.entries(imagesLock.data.images));
  const images = readImages(agents.data, digests);
  const list = readAgents(agents.data, images);
  return {
    fleet: agents.data.fleet,
    agents: list,
    agentsByName: new Map(list.map((agent) => [agent.name, agent])),
    images,
    pools: agents.data.pools,
    profiles: readProfiles(profiles.data),
    services: readServices(services.data, digests),
    digests,
    places: placesOf(agents.file, list, profiles.file, services.file, imagesLock.file),
  };
}

/** Keys of an agent that the plan names the line of. */
const PLANNED_KEYS = ["memory", "cpu"] as const;

/**
 * The tree of a large file is let go once the places that every plan needs are known: parsing it again for a
 * finding costs seconds in a catalog of 69,000 agents, and keeping it half a gigabyte.
 */
function placesOf(
  agents: YamlFile,
  list: readonly CatalogAgent[],
  profiles: YamlFile,
  services: YamlFile,
  lock: YamlFile,
): Places {
  const known = new Map<string, Place>();
  for (const agent of agents.isLarge ? list : []) {
    for (const key of PLANNED_KEYS) {
      if (agent[key] === null) continue;
      known.set(`${agent.index}/${key}`, agents.placeOf(["agents", agent.index, key]));
    }
  }
  agents.forgetTree();
  return {
    agent: (agent: CatalogAgent, key?: string) =>
      key === undefined
        ? agents.placeOfItem(agent.index)
        : (known.get(`${agent.index}/${key}`) ?? agents.placeOf(["agents", agent.index, key])),
    profile: (...path) => profiles.placeOf(path),
    service: (name, ...path) =>
      services.placeOf(["services", name, ...path], path.length === 0 ? "key" : "value"),
    agentsFile: (...path) => agents.placeOf(path),
    imagesLock: (reference) => lock.placeOf(reference === undefined ? ["images"] : ["images", reference]),
  };
}
