import type { AgentEntry } from "../../../fleet/catalog/schema.generated";
import type { Note } from "../notes";
import type { At, ComposeService } from "../service";
import { notingFor, printed } from "./noting";
import type { Noting } from "./noting";

const LOWEST_PORT = 1024;
const HIGHEST_PORT = 65535;
const MOST_CORES = 1024;
/** Where people write what an agent is for. */
const ROLES = ["AGENT_ROLE", "AGENT_TYPE", "ROLE"];
const ROLE_LABELS = ["role", "agent.role", "description", "org.opencontainers.image.description"];

/** What the entry of one agent is made with. */
export interface AgentContext {
  readonly name: string;
  readonly group: string;
  readonly image: string;
  /** Names in the catalog of what it needs. */
  readonly dependsOn: readonly string[];
  /** Host ports that another agent has already; each is noted once. */
  readonly takenPorts: Set<number>;
}

/** The entry of an agent; what had to be guessed and what has no place is in `notes`. */
export function agentEntry(service: ComposeService, context: AgentContext, notes: Note[]): AgentEntry {
  const note = notingFor(service, notes);
  if (context.name !== service.name)
    note(
      "guessed",
      "name",
      `is called ${context.name}: the catalog has lower-case names with hyphens`,
      "tell who looks for it under the old name",
    );
  const cold = service.replicas === 0 || service.profiles.length > 0;
  note(
    "guessed",
    "pool",
    cold ? "pool cold: it is not started by itself" : "pool warm: nothing says how soon it is needed",
    "hot for what always has to run, warm or cold for the rest",
  );
  noteLost(service, note);
  const port = service.ports.flatMap(({ published }) =>
    published !== null && published >= LOWEST_PORT && published <= HIGHEST_PORT ? published : [],
  )[0];
  const free = port !== undefined && !context.takenPorts.has(port);
  if (free) context.takenPorts.add(port);
  else if (port !== undefined)
    note(
      "lost",
      "port-taken",
      `its port ${port}, which another agent has in the catalog`,
      "nothing publishes it any more",
    );
  return {
    name: context.name,
    role: roleOf(service, note),
    group: context.group,
    ...(free ? { port } : {}),
    pool: cold ? "cold" : "warm",
    image: context.image,
    // Where nothing is known, the defaults of the catalog hold.
    ...(context.dependsOn.length === 0 ? {} : { dependsOn: [...context.dependsOn] }),
    ...(service.memory === null ? {} : { memory: `${service.memory.value}MiB` }),
    ...cpuOf(service.reservedCpus),
  };
}

function noteLost(service: ComposeService, note: Noting): void {
  if (service.replicas > 1)
    note(
      "lost",
      "replicas",
      `runs ${service.replicas} times; an agent runs once`,
      "declare an agent for each, under names of their own",
    );
  for (const { value, place } of service.otherKeys)
    note("lost", "key", `${printed(value)} has no place in a catalog`, "see whether it needs it", place);
  const count = service.environment.size;
  if (count > 0)
    note(
      "lost",
      "environment",
      `${count === 1 ? "a variable" : `${count} variables`} of its own: an agent gets those of the services it depends on`,
      "put the rest into the image",
    );
  if (service.cpus !== null)
    note(
      "lost",
      "cpu-limit",
      "its CPU limit: the catalog has the base of an agent, and one burst for all",
      "set cpu where the base of the profile is too little",
      service.cpus.place,
    );
}

function roleOf(service: ComposeService, note: Noting): string {
  const said = [
    ...ROLES.map((name) => service.environment.get(name)?.value ?? ""),
    ...ROLE_LABELS.map((name) => service.labels.get(name) ?? ""),
  ].find((text) => printed(text).trim() !== "");
  if (said !== undefined) return printed(said).trim().slice(0, 200);
  note("guessed", "role", "its role: nothing says what it does", "write what it does");
  return `imported from the Compose service ${service.name}`;
}

/** Whole millicores, at least one. */
function cpuOf(reserved: At<number> | null): { readonly cpu?: string } {
  if (reserved === null || reserved.value > MOST_CORES) return {};
  return { cpu: `${Math.max(1, Math.round(reserved.value * 1000))}m` };
}
