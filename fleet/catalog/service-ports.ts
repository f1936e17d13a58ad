import type { Problems } from "../problem";
import { REGISTRY_SERVER_ACCESS } from "../registry/files";
import { BROKER_CONFIG } from "../render/broker-kinds";
import { GATEWAY_CONFIG, ROUTER_CONFIG } from "../render/haproxy/kinds";
import { didYouMean } from "../source/suggest";
import type { Healthy, Readable } from "./healthy";
import type { ServicesFile } from "./schema.generated";

type Entry = NonNullable<NonNullable<Healthy<ServicesFile>["services"]>[string]>;

/** The ports that stand in a file which the plan makes for a service, or for others that ask it. */
const PORTS_OF_FILES: Readonly<Record<string, readonly string[]>> = {
  [REGISTRY_SERVER_ACCESS]: ["http", "dns"],
  [BROKER_CONFIG]: ["amqp", "metrics"],
  [ROUTER_CONFIG]: ["http", "metrics"],
  [GATEWAY_CONFIG]: ["http", "metrics"],
};

/** A port is found by its name: one that a configuration needs has to be there, and metrics are told on one that is. */
export function checkServicePorts({ file, healthy }: Readable<ServicesFile>, problems: Problems): void {
  const gateway = Object.values(healthy.services ?? {}).some(isGateway);
  for (const [service, entry] of Object.entries(healthy.services ?? {})) {
    if (entry?.ports === undefined) continue;
    const ports = Object.keys(entry.ports);
    for (const [port, why] of neededBy(entry, gateway)) {
      if (ports.includes(port)) continue;
      problems.add(() => ({
        code: "missing-key",
        message: `the ports of ${service} have no ${port}`,
        place: file.placeOf(["services", service, "ports"]),
        found: ports.length === 0 ? "no port" : ports.join(", "),
        wanted: `${port}: the port that ${why}`,
        fix: `add the key ${port}`,
      }));
    }
    const told = entry.metrics?.port;
    if (told === undefined || ports.includes(told)) continue;
    problems.add(() => ({
      code: "wrong-value",
      message: `the metrics of ${service} are on a port that it does not have`,
      place: file.placeOf(["services", service, "metrics", "port"]),
      found: told,
      wanted: ports.length === 0 ? "a port that stands under ports" : `one of ${ports.join(", ")}`,
      fix: didYouMean(told, ports) ?? `add ${told} to its ports`,
    }));
  }
}

const isGateway = (entry: Entry | undefined): boolean => entry?.files?.[GATEWAY_CONFIG] !== undefined;

/** Names of ports, each with who needs it. */
function neededBy(entry: Entry, gateway: boolean): ReadonlyMap<string, string> {
  const needed = new Map<string, string>();
  for (const kind of Object.keys(entry.files ?? {})) {
    // Not every key of a catalog is one of ours: `constructor` is none.
    if (!Object.hasOwn(PORTS_OF_FILES, kind)) continue;
    for (const port of PORTS_OF_FILES[kind] ?? []) needed.set(port, `its file ${kind} needs`);
  }
  if (gateway && entry.part === "models" && !isGateway(entry)) needed.set("http", "the gateway asks");
  return needed;
}
