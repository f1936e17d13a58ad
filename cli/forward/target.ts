import type { FleetPlan } from "../../fleet/plan/types";
import { InputError } from "../../fleet/problem";
import { didYouMean } from "../../fleet/source/suggest";

/** Where a forwarded port leads. */
export interface ForwardTarget {
  /** The container's exact name. */
  readonly container: string;
  readonly port: number;
  /** The port on loopback; null for any that is free. */
  readonly local: number | null;
  /** The service that it is of; null for an agent. */
  readonly service: string | null;
}

/** The last port there is. */
const MAX_PORT = 65_535;

/**
 * What `fleet port-forward NAME [PORTS]` means, in the words of `kubectl port-forward`.
 *
 * @param name of a service (its first replica), an agent or a container of the plan
 * @param ports `[LOCAL:]REMOTE`; REMOTE by number or by its name in the catalog; `:REMOTE` takes any free one. Null for
 *   the first port of the service or the agent's own, on the same number
 * @throws InputError `unknown-target`, `wrong-value`
 */
export function forwardTarget(plan: FleetPlan, name: string, ports: string | null): ForwardTarget {
  const member = memberOf(plan, name);
  const [first] = Object.values(member.ports);
  if (ports === null) {
    if (first === undefined) throw wrongPorts("no port", `a number: ${name} has no port in the catalog`);
    return { container: member.container, service: member.service, port: first, local: first };
  }
  const [, before, remote = ""] = /^(?:(\d*):)?([\w-]+)$/.exec(ports) ?? [];
  const port = /^\d+$/.test(remote) ? Number(remote) : member.ports[remote];
  const local = before === undefined ? port : before === "" ? null : Number(before);
  if (port === undefined || local === undefined || !isPort(port) || (local !== null && !isPort(local))) {
    const names = Object.entries(member.ports).map(([known, number]) => `${known} (${number})`);
    throw wrongPorts(
      ports,
      `[LOCAL:]REMOTE, REMOTE a number${names.length === 0 ? "" : ` or one of ${names.join(", ")}`}`,
    );
  }
  return { container: member.container, service: member.service, port, local };
}

interface Member {
  readonly container: string;
  readonly ports: Readonly<Record<string, number>>;
  readonly service: string | null;
}

function memberOf(plan: FleetPlan, name: string): Member {
  const members = new Map<string, Member>();
  for (const agent of plan.agents) {
    const { containerName: container, health } = agent;
    const member = { container, ports: { http: health.port }, service: null };
    members.set(agent.name, member).set(container, member);
  }
  for (const { name: service, containerNames, ports } of plan.services) {
    for (const container of containerNames) members.set(container, { container, ports, service });
    const [container] = containerNames;
    if (container !== undefined) members.set(service, { container, ports, service });
  }
  const member = members.get(name);
  if (member !== undefined) return member;
  throw new InputError([
    {
      code: "unknown-target",
      message: `nothing in stack ${plan.stack} is called ${name}`,
      found: name,
      wanted: "a service, an agent or a container of the stack",
      fix:
        didYouMean(name, members.keys()) ?? `services: ${plan.services.map((each) => each.name).join(", ")}`,
    },
  ]);
}

function isPort(port: number): boolean {
  return Number.isInteger(port) && port > 0 && port <= MAX_PORT;
}

function wrongPorts(found: string, wanted: string): InputError {
  const fix = "name the port, as in: fleet port-forward grafana 8300:3000";
  return new InputError([{ code: "wrong-value", message: "the ports can't be read", found, wanted, fix }]);
}
