import { formatPlace } from "../place";
import type { Problems } from "../problem";
import { suggest } from "../source/suggest";
import type { YamlFile } from "../source/yaml-file";
import type { AgentsFile } from "./schema.generated";
import { POOLS } from "./types";
import type { ServicesFile } from "./schema.generated";

/**
 * What no schema can say of the catalog as a whole: names and ports stand once, pools add up,
 * dependencies exist. Works on the raw data, so that one broken agent hides no other.
 */
export function checkConsistency(
  agents: AgentsFile,
  agentsFile: YamlFile,
  services: ServicesFile | null,
  servicesFile: YamlFile | null,
  problems: Problems,
): void {
  const names = checkNames(agents, agentsFile, services, problems);
  checkPorts(agents, agentsFile, problems);
  checkPools(agents, agentsFile, problems);
  if (services === null || servicesFile === null) return;
  checkDependencies(agents, agentsFile, services, servicesFile, names, problems);
  checkFiles(services, servicesFile, problems);
}

/** Files come to a service through a volume: its own root is read-only. */
function checkFiles(services: ServicesFile, file: YamlFile, problems: Problems): void {
  for (const [service, { files = {}, volumes = {} }] of Object.entries(services.services)) {
    for (const [kind, path] of Object.entries(files)) {
      if (Object.values(volumes).some((folder) => path.startsWith(`${folder}/`))) continue;
      problems.add({
        code: "wrong-value",
        message: `the file ${kind} of ${service} is in none of its volumes`,
        place: file.placeOf(["services", service, "files", kind]),
        found: path,
        wanted: "a path inside a folder that stands under volumes",
        fix: "add a volume for its folder",
      });
    }
  }
}

function checkNames(
  agents: AgentsFile,
  file: YamlFile,
  services: ServicesFile | null,
  problems: Problems,
): Map<string, number> {
  const first = new Map<string, number>();
  for (const [index, { name }] of agents.agents.entries()) {
    const other = first.get(name);
    if (other !== undefined) {
      problems.add({
        code: "duplicate-name",
        message: `the name ${name} stands twice`,
        place: file.placeOf(["agents", index, "name"]),
        found: `${name}, first in ${formatPlace(file.placeOfItem(other))}`,
        wanted: "each name once",
        fix: "rename or remove one of the two",
      });
    } else {
      first.set(name, index);
    }
    if (services?.services[name] !== undefined) {
      problems.add({
        code: "duplicate-name",
        message: `the agent ${name} has the name of a service`,
        place: file.placeOf(["agents", index, "name"]),
        found: name,
        wanted: "a name that no service in services.yaml has",
        fix: "rename the agent",
      });
    }
  }
  checkFormerNames(agents, file, first, problems);
  return first;
}

/** A former name that somebody has would give one agent's container to another. */
function checkFormerNames(
  agents: AgentsFile,
  file: YamlFile,
  taken: ReadonlyMap<string, number>,
  problems: Problems,
): void {
  const formerly = new Map<string, string>();
  for (const [index, { name, formerly: old = [] }] of agents.agents.entries()) {
    for (const [position, former] of old.entries()) {
      const owner = taken.has(former) ? former : formerly.get(former);
      formerly.set(former, name);
      if (owner === undefined) continue;
      problems.add({
        code: "duplicate-name",
        message: `the former name ${former} of ${name} belongs to another`,
        place: file.placeOf(["agents", index, "formerly", position]),
        found: `${former}, which ${owner === former ? "an agent has now" : `${owner} had too`}`,
        wanted: "a name that no other agent has or had",
        fix: "remove it from formerly",
      });
    }
  }
}

function checkPorts(agents: AgentsFile, file: YamlFile, problems: Problems): void {
  const first = new Map<number, number>();
  for (const [index, { name, port }] of agents.agents.entries()) {
    if (port === undefined) continue;
    const other = first.get(port);
    if (other === undefined) {
      first.set(port, index);
      continue;
    }
    problems.add({
      code: "duplicate-port",
      message: `the port ${port} of ${name} is taken`,
      place: file.placeOf(["agents", index, "port"]),
      found: `${port}, first in ${formatPlace(file.placeOfItem(other))}`,
      wanted: "each port once",
      fix: "remove the port (nobody needs one) or choose another",
    });
  }
}

function checkPools(agents: AgentsFile, file: YamlFile, problems: Problems): void {
  for (const pool of POOLS) {
    const wanted = agents.pools[pool].agents;
    let found = 0;
    for (const agent of agents.agents) if ((agent.pool ?? agents.defaults.pool) === pool) found += 1;
    if (found === wanted) continue;
    problems.add({
      code: "pool-size",
      message: `pool ${pool} does not add up`,
      place: file.placeOf(["pools", pool, "agents"]),
      found: `${found} agents in pool ${pool}`,
      wanted: `${wanted}, as pools.${pool}.agents says`,
      fix: `set pools.${pool}.agents to ${found}, or move agents between pools`,
    });
  }
}

function checkDependencies(
  agents: AgentsFile,
  agentsFile: YamlFile,
  services: ServicesFile,
  servicesFile: YamlFile,
  agentIndex: ReadonlyMap<string, number>,
  problems: Problems,
): void {
  const known = (name: string): boolean => agentIndex.has(name) || services.services[name] !== undefined;
  const report = (name: string, file: YamlFile, path: readonly (string | number)[]): void => {
    const meant = suggest(name, [...agentIndex.keys(), ...Object.keys(services.services)]);
    problems.add({
      code: "unknown-dependency",
      message: `the dependency ${name} does not exist`,
      place: file.placeOf(path),
      found: name,
      wanted: "the name of an agent or service",
      fix: meant === null ? "remove it, or declare what it needs" : `did you mean ${meant}?`,
    });
  };
  for (const [position, name] of agents.defaults.dependsOn.entries()) {
    if (!known(name)) report(name, agentsFile, ["defaults", "dependsOn", position]);
  }
  for (const [index, agent] of agents.agents.entries()) {
    for (const [position, name] of (agent.dependsOn ?? []).entries()) {
      if (!known(name)) report(name, agentsFile, ["agents", index, "dependsOn", position]);
    }
  }
  for (const [service, entry] of Object.entries(services.services)) {
    for (const [position, name] of (entry.dependsOn ?? []).entries()) {
      // Services come before agents, so they can only wait for services.
      if (services.services[name] === undefined)
        report(name, servicesFile, ["services", service, "dependsOn", position]);
    }
  }
}
