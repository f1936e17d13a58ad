import { formatPlace } from "../place";
import type { Problems } from "../problem";
import { didYouMean } from "../source/suggest";
import type { Readable } from "./healthy";
import type { AgentsFile, ImagesLockFile, ProfilesFile, ServicesFile } from "./schema.generated";
import { checkDependencies } from "./dependencies";
import { checkModels } from "./model-names";
import { checkServicePorts } from "./service-ports";
import { POOLS } from "./types";

/** The files of a catalog; null for one that can't be read at all. */
export interface CatalogFiles {
  readonly agents: Readable<AgentsFile> | null;
  readonly profiles: Readable<ProfilesFile> | null;
  readonly services: Readable<ServicesFile> | null;
  readonly imagesLock: Readable<ImagesLockFile> | null;
}

/**
 * What no schema can say of the catalog as a whole: names and ports stand once, pools add up, what is named
 * exists, and dependencies lead to an end. Looks at what is healthy, so that one broken agent hides no other,
 * and says nothing that only follows from what is broken.
 */
export function checkConsistency(files: CatalogFiles, problems: Problems): void {
  const { agents, profiles, services } = files;
  if (agents !== null) {
    checkNames(agents, services, problems);
    checkFormerNames(agents, problems);
    checkPorts(agents, problems);
    checkPools(agents, problems);
    checkGroups(agents, problems);
    checkImages(agents, profiles, problems);
  }
  if (services !== null) checkFiles(services, problems);
  if (services !== null) checkShares(services, problems);
  if (services !== null) checkModels(services, problems);
  if (services !== null) checkServicePorts(services, problems);
  checkDependencies(agents, services, problems);
}

type Agents = Readable<AgentsFile>;

function checkNames(
  { file, healthy }: Agents,
  services: Readable<ServicesFile> | null,
  problems: Problems,
): void {
  const first = new Map<string, number>();
  const taken = new Set(Object.keys(services?.healthy.services ?? {}));
  for (const [index, agent] of (healthy.agents ?? []).entries()) {
    const name = agent?.name;
    if (name === undefined) continue;
    const other = first.get(name);
    if (other === undefined) first.set(name, index);
    else {
      problems.add(() => ({
        code: "duplicate-name",
        message: `the name ${name} stands twice`,
        place: file.placeOf(["agents", index, "name"]),
        found: `${name}, first in ${formatPlace(file.placeOfItem(other))}`,
        wanted: "each name once",
        fix: "rename or remove one of the two",
      }));
    }
    if (!taken.has(name)) continue;
    problems.add(() => ({
      code: "duplicate-name",
      message: `the agent ${name} has the name of a service`,
      place: file.placeOf(["agents", index, "name"]),
      found: name,
      wanted: "a name that no service in services.yaml has",
      fix: `rename the agent, for example to ${name}-agent`,
    }));
  }
}

/** A former name that somebody has would give one agent's container to another. */
function checkFormerNames({ file, healthy }: Agents, problems: Problems): void {
  const agents = healthy.agents ?? [];
  const taken = new Set(agents.map((agent) => agent?.name));
  const formerly = new Map<string, string>();
  for (const [index, agent] of agents.entries()) {
    if (agent?.formerly === undefined) continue;
    const owner = agent.name ?? `agent number ${index + 1}`;
    for (const [position, former] of agent.formerly.entries()) {
      if (former === undefined) continue;
      const other = formerly.get(former);
      formerly.set(former, owner);
      if (!taken.has(former) && other === undefined) continue;
      problems.add(() => ({
        code: "duplicate-name",
        message: `the former name ${former} of ${owner} belongs to another`,
        place: file.placeOf(["agents", index, "formerly", position]),
        found: `${former}, which ${taken.has(former) ? "an agent has now" : `${other} had too`}`,
        wanted: "a name that no other agent has or had",
        fix: "remove it from formerly",
      }));
    }
  }
}

/** Files come to a service through a volume: its own root is read-only. */
function checkFiles({ file, healthy }: Readable<ServicesFile>, problems: Problems): void {
  for (const [service, entry] of Object.entries(healthy.services ?? {})) {
    const folders = Object.values(entry?.volumes ?? {});
    for (const [kind, path] of Object.entries(entry?.files ?? {})) {
      if (path === undefined || folders.some((folder) => path.startsWith(`${folder}/`))) continue;
      problems.add(() => ({
        code: "wrong-value",
        message: `the file ${kind} of ${service} is in none of its volumes`,
        place: file.placeOf(["services", service, "files", kind]),
        found: path,
        wanted: "a path inside a folder that stands under volumes",
        fix: "add a volume for its folder",
      }));
    }
  }
}

/** Only what a service has can be shared. */
function checkShares({ file, healthy }: Readable<ServicesFile>, problems: Problems): void {
  for (const [service, entry] of Object.entries(healthy.services ?? {})) {
    const volumes = Object.keys(entry?.volumes ?? {});
    for (const [index, volume] of (entry?.shares ?? []).entries()) {
      if (volume === undefined || volumes.includes(volume)) continue;
      problems.add(() => ({
        code: "wrong-value",
        message: `${service} shares a volume that it does not have`,
        place: file.placeOf(["services", service, "shares", index]),
        found: volume,
        wanted: volumes.length === 0 ? "none: it has no volumes" : `one of ${volumes.join(", ")}`,
        fix: didYouMean(volume, volumes) ?? "name one of its volumes",
      }));
    }
  }
}

function checkPorts({ file, healthy }: Agents, problems: Problems): void {
  const first = new Map<number, number>();
  for (const [index, agent] of (healthy.agents ?? []).entries()) {
    const port = agent?.port;
    if (port === undefined) continue;
    const other = first.get(port);
    if (other === undefined) {
      first.set(port, index);
      continue;
    }
    problems.add(() => ({
      code: "duplicate-port",
      message: `the port ${port} of ${agent?.name ?? `agent number ${index + 1}`} is taken`,
      place: file.placeOf(["agents", index, "port"]),
      found: `${port}, first in ${formatPlace(file.placeOfItem(other))}`,
      wanted: "each port once",
      fix: "remove the port (nobody needs one) or choose another",
    }));
  }
}

/** Says nothing when the pool of any agent can't be known: the sum would be wrong for that alone. */
function checkPools({ file, healthy }: Agents, problems: Problems): void {
  const fallback = healthy.defaults?.pool;
  const counts = new Map<string, number>();
  for (const agent of healthy.agents ?? []) {
    if (agent === undefined) return;
    const pool = Object.hasOwn(agent, "pool") ? agent.pool : fallback;
    if (pool === undefined) return;
    counts.set(pool, (counts.get(pool) ?? 0) + 1);
  }
  if (healthy.agents === undefined) return;
  for (const pool of POOLS) {
    const wanted = healthy.pools?.[pool]?.agents;
    const found = counts.get(pool) ?? 0;
    if (wanted === undefined || found === wanted) continue;
    problems.add(() => ({
      code: "pool-size",
      message: `pool ${pool} does not add up`,
      place: file.placeOf(["pools", pool, "agents"]),
      found: `${found} agents in pool ${pool}`,
      wanted: `${wanted}, as pools.${pool}.agents says`,
      fix: `set pools.${pool}.agents to ${found}, or move agents between pools`,
    }));
  }
}

function checkGroups({ file, healthy }: Agents, problems: Problems): void {
  const { groups } = healthy;
  if (groups === undefined) return;
  for (const [index, agent] of (healthy.agents ?? []).entries()) {
    const found = agent?.group;
    if (found === undefined || Object.hasOwn(groups, found)) continue;
    problems.add(() => ({
      code: "unknown-group",
      message: `agent ${agent?.name ?? `number ${index + 1}`} is in a group that does not exist`,
      place: file.placeOf(["agents", index, "group"]),
      found,
      wanted: "a group declared under groups",
      fix: didYouMean(found, Object.keys(groups)) ?? `declare ${found} under groups`,
    }));
  }
}

function checkImages(
  { file, healthy }: Agents,
  profiles: Readable<ProfilesFile> | null,
  problems: Problems,
): void {
  const { images } = healthy;
  if (images === undefined) return;
  const report = (found: string | undefined, path: readonly (string | number)[]): void => {
    if (found === undefined || Object.hasOwn(images, found)) return;
    problems.add(() => ({
      code: "unknown-image",
      message: `the image ${found} is not declared`,
      place: file.placeOf(path),
      found,
      wanted: `one of ${Object.keys(images).join(", ")}`,
      fix: didYouMean(found, Object.keys(images)) ?? `declare ${found} under images`,
    }));
  };
  report(healthy.defaults?.image, ["defaults", "image"]);
  for (const [index, agent] of (healthy.agents ?? []).entries())
    report(agent?.image, ["agents", index, "image"]);

  const runtimes = profiles?.healthy.runtimes;
  if (runtimes === undefined) return;
  for (const [name, image] of Object.entries(images)) {
    const found = image?.runtime;
    if (found === undefined || Object.hasOwn(runtimes, found)) continue;
    const known = Object.keys(runtimes);
    problems.add(() => ({
      code: "unknown-runtime",
      message: `image ${name} has a runtime that profiles.yaml does not know`,
      place: file.placeOf(["images", name, "runtime"]),
      found,
      wanted: `one of ${known.join(", ")}`,
      fix: didYouMean(found, known) ?? "declare the runtime in catalog/profiles.yaml",
    }));
  }
}
