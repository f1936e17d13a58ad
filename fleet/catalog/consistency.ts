import { formatPlace } from "../place";
import type { Problems } from "../problem";
import { didYouMean } from "../source/suggest";
import type { Readable } from "./healthy";
import type { AgentsFile, ImagesLockFile, ProfilesFile, ServicesFile } from "./schema.generated";
import { checkDependencies } from "./dependencies";
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
    checkPorts(agents, problems);
    checkPools(agents, problems);
    checkGroups(agents, problems);
    checkImages(agents, profiles, problems);
  }
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
