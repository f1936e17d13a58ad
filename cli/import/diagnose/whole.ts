import { formatMemory } from "../../../fleet/units/memory";
import type { Note } from "../notes";
import type { ComposeService } from "../service";
import { noteOf } from "./context";
import type { Context } from "./context";

/** What no service has alone: limits that add up, ports that collide, and what nobody declares. */
export function whole(services: readonly ComposeService[], context: Context): readonly Note[] {
  return [...limits(services, context), ...ports(services), ...order(services), ...registration(services)];
}

function limits(services: readonly ComposeService[], { hostMemory, hostCpu }: Context): readonly Note[] {
  const notes: Note[] = services
    .filter(({ memory }) => memory === null)
    .map((service) =>
      noteOf(service, {
        kind: "broken",
        code: "memory-limit-missing",
        text: "has no memory limit: one that leaks takes the memory of all",
        fix: "the catalog starts it with sizing.memory.start of the profile",
      }),
    );
  const [largest] = [...services].sort((a, b) => (b.memory?.value ?? 0) - (a.memory?.value ?? 0));
  const memory = services.reduce((sum, one) => sum + (one.memory?.value ?? 0) * one.replicas, 0);
  const cpu = services.reduce((sum, one) => sum + (one.cpus?.value ?? 0) * one.replicas, 0);
  const place = largest?.memory?.place ?? largest?.place;
  if (place === undefined) return notes;
  const all = (code: string, text: string, fix: string): void => {
    notes.push({ kind: "broken", code, service: null, place, text, fix });
  };
  const fix = "let the catalog size the agents by what they use: leave memory and cpu out of their entries";
  if (hostMemory !== null && memory > hostMemory)
    all(
      "limits-exceed-host",
      `all memory limits add up to ${formatMemory(memory)}, and the host has ${formatMemory(hostMemory)}`,
      fix,
    );
  if (hostCpu !== null && cpu > hostCpu)
    all(
      "limits-exceed-host",
      `all CPU limits add up to ${Math.round(cpu * 10) / 10} cores, and the host has ${hostCpu}`,
      fix,
    );
  return notes;
}

function ports(services: readonly ComposeService[]): readonly Note[] {
  const notes: Note[] = [];
  const taken = new Map<string, ComposeService>();
  for (const service of services) {
    const published = service.ports.filter((port) => port.published !== null);
    for (const port of published) {
      const key = `${port.hostIp ?? ""}:${port.published ?? 0}`;
      const other = taken.get(key);
      if (other === undefined) taken.set(key, service);
      else
        notes.push(
          noteOf(service, {
            kind: "broken",
            code: "port-taken",
            place: port.place,
            text: `publishes port ${port.published ?? 0} of the host, which ${other.name === service.name ? "it publishes already" : `${other.name} publishes too`}: the second can't start`,
            fix: "nothing: the fleet publishes no port; agents are found through the registry",
          }),
        );
    }
    const [first] = published;
    if (first !== undefined)
      notes.push(
        noteOf(service, {
          kind: "lost",
          code: "port-published",
          place: first.place,
          text: "publishes a port of the host",
          fix: "nothing: the fleet publishes none; the catalog keeps the number as `port`",
        }),
      );
  }
  return notes;
}

function order(services: readonly ComposeService[]): readonly Note[] {
  if (services.length < 2 || services.some(({ dependsOn }) => dependsOn.size > 0)) return [];
  return services.map((service) =>
    noteOf(service, {
      kind: "broken",
      code: "no-dependency",
      text: "declares no dependency, like all others: nothing starts in order",
      fix: "say in dependsOn what has to be up first",
    }),
  );
}

const REGISTERS = /consul/i;

function registration(services: readonly ComposeService[]): readonly Note[] {
  return services
    .filter(
      (service) =>
        !REGISTERS.test(service.image?.value ?? "") &&
        ![...service.environment.keys(), ...service.labels.keys(), service.start?.value ?? ""].some((text) =>
          REGISTERS.test(text),
        ),
    )
    .map((service) =>
      noteOf(service, {
        kind: "lost",
        code: "not-registered",
        text: "nothing in its declaration registers it anywhere, and it is not told of a registry",
        fix: "nothing: the fleet registers every agent in Consul with its check",
      }),
    );
}
