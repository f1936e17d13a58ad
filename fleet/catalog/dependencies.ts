import type { Problems } from "../problem";
import type { PathStep } from "../source/json";
import { Suggester } from "../source/suggest";
import type { YamlFile } from "../source/yaml-file";
import { cyclesOf } from "./cycles";
import type { Cycle } from "./cycles";
import { depthsOf } from "./graph";
import type { Readable } from "./healthy";
import type { AgentsFile, ServicesFile } from "./schema.generated";

type Agents = Readable<AgentsFile> | null;
type Services = Readable<ServicesFile> | null;

/** Who needs whom: that they exist, and that nobody waits for himself in the end. */
export function checkDependencies(agents: Agents, services: Services, problems: Problems): void {
  checkExistence(agents, services, problems);
  checkCycles(agents, services, problems);
}

function checkExistence(agents: Agents, services: Services, problems: Problems): void {
  const serviceNames = new Set(Object.keys(services?.healthy.services ?? {}));
  const known = new Set(serviceNames);
  for (const agent of agents?.healthy.agents ?? []) if (agent?.name !== undefined) known.add(agent.name);

  const suggestAny = new Suggester([...known]);
  const suggestService = new Suggester([...serviceNames]);
  const report = (name: string, file: YamlFile, path: readonly PathStep[], ofService: boolean): void =>
    problems.add(() => ({
      code: "unknown-dependency",
      message:
        ofService && known.has(name)
          ? `a service can't wait for the agent ${name}: services start first`
          : `the dependency ${name} does not exist`,
      place: file.placeOf(path),
      found: name,
      wanted: ofService ? "the name of a service" : "the name of an agent or service",
      fix:
        (ofService ? suggestService : suggestAny).didYouMean(name) ?? "remove it, or declare what it needs",
    }));

  // Without services.yaml nobody can say which names are none.
  if (agents !== null && services?.healthy.services !== undefined) {
    const { file, healthy } = agents;
    for (const [position, name] of (healthy.defaults?.dependsOn ?? []).entries()) {
      if (name !== undefined && !known.has(name))
        report(name, file, ["defaults", "dependsOn", position], false);
    }
    for (const [index, agent] of (healthy.agents ?? []).entries()) {
      for (const [position, name] of (agent?.dependsOn ?? []).entries()) {
        if (name !== undefined && !known.has(name))
          report(name, file, ["agents", index, "dependsOn", position], false);
      }
    }
  }
  if (services === null) return;
  for (const [service, entry] of Object.entries(services.healthy.services ?? {})) {
    for (const [position, name] of (entry?.dependsOn ?? []).entries()) {
      if (name !== undefined && !serviceNames.has(name))
        report(name, services.file, ["services", service, "dependsOn", position], true);
    }
  }
}

/** Where the dependencies of a node stand. */
interface Origin {
  readonly file: YamlFile;
  readonly path: readonly PathStep[];
}

const MAX_CYCLES = 100;

/** Services and agents are one graph: a cycle anywhere means that nothing in it can start. */
function checkCycles(agents: Agents, services: Services, problems: Problems): void {
  const edges = edgesOf(agents, services);
  if (depthsOf(edges).kind === "depths") return;
  const { cycles, more } = cyclesOf(edges, MAX_CYCLES);
  const origin = originsOf(agents, services);
  for (const cycle of cycles) {
    problems.add(() => {
      const at = origin(cycle[0] ?? "");
      const selfish = cycle.length === 2;
      return {
        code: "dependency-cycle",
        message: selfish ? `${cycle[0]} depends on itself` : "dependencies go round in a circle",
        ...(at === null ? {} : { place: at.file.placeOf(at.path) }),
        found: pathText(cycle),
        wanted: "an order in which everything can start",
        fix: selfish
          ? `remove ${cycle[0]} from its own dependsOn`
          : `remove one of these dependencies, for example ${cycle.at(-1)} from dependsOn of ${cycle.at(-2)}`,
      };
    });
  }
  problems.addOmitted(more);
}

function edgesOf(agents: Agents, services: Services): Map<string, readonly string[]> {
  const edges = new Map<string, readonly string[]>();
  for (const [name, service] of Object.entries(services?.healthy.services ?? {})) {
    edges.set(name, present(service?.dependsOn));
  }
  const fallback = present(agents?.healthy.defaults?.dependsOn);
  for (const agent of agents?.healthy.agents ?? []) {
    // The first of two with one name counts: the second has been reported.
    if (agent?.name === undefined || edges.has(agent.name)) continue;
    edges.set(agent.name, Object.hasOwn(agent, "dependsOn") ? present(agent.dependsOn) : fallback);
  }
  return edges;
}

function present(names: readonly (string | undefined)[] | undefined): readonly string[] {
  if (names === undefined) return [];
  return names.includes(undefined)
    ? names.filter((name) => name !== undefined)
    : (names as readonly string[]);
}

function originsOf(agents: Agents, services: Services): (name: string) => Origin | null {
  const index = new Map<string, number>();
  for (const [position, agent] of (agents?.healthy.agents ?? []).entries()) {
    if (agent?.name !== undefined && !index.has(agent.name)) index.set(agent.name, position);
  }
  return (name) => {
    if (services !== null && Object.hasOwn(services.healthy.services ?? {}, name)) {
      return { file: services.file, path: ["services", name, "dependsOn"] };
    }
    const position = index.get(name);
    if (agents === null || position === undefined) return null;
    return { file: agents.file, path: ["agents", position, "dependsOn"] };
  };
}

const MAX_STEPS = 20;

/** The path, without its middle where it is long. */
function pathText(cycle: Cycle): string {
  if (cycle.length <= MAX_STEPS) return cycle.join(" -> ");
  const head = cycle.slice(0, MAX_STEPS / 2);
  const tail = cycle.slice(-MAX_STEPS / 2);
  return [...head, `(${cycle.length - MAX_STEPS} more)`, ...tail].join(" -> ");
}
