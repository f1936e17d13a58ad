import type { AgentPlan } from "../../../fleet/plan/types";
import type { PartUsage, Stack } from "../stack/stack";
import { urlOf } from "../stack/stack";
import { parseExposition } from "../../../cli/doctor/exposition";
import type { Sample } from "../../../cli/doctor/exposition";
import { sumOf } from "./exposition";
import { hostCpu, ownCpu } from "./host-cpu";

/** What is read at the beginning and at the end of a run; all counters grow since their program started. */
export interface Reading {
  /** Milliseconds by `performance.now()`. */
  readonly at: number;
  readonly usage: readonly PartUsage[];
  readonly hostCpu: number | null;
  readonly ownCpu: number;
  readonly engineCpu: number | null;
  /** Of the agents that run, by name. */
  readonly agents: ReadonlyMap<string, AgentCounters>;
  readonly router: readonly Sample[];
  readonly gateway: readonly Sample[];
}

export interface AgentCounters {
  /** Requests and tasks that it finished, well or not. */
  readonly finished: number;
  readonly shed: number;
  /** Seconds and how many, from acceptance to answer. */
  readonly busySeconds: number;
  readonly timed: number;
  /** MiB that its process says are resident. */
  readonly resident: number;
}

/** Reads everything at once. What does not answer is missing, and is no reason to end a run. */
export async function readAll(stack: Stack): Promise<Reading> {
  const [usage, agents, router, gateway] = await Promise.all([
    stack.usage(),
    Promise.all(stack.plan.agents.map((agent) => countersOf(stack, agent))),
    serviceSamples(stack, "router"),
    serviceSamples(stack, "model-gateway"),
  ]);
  return {
    at: performance.now(),
    ...{ usage, router, gateway },
    ...{ hostCpu: hostCpu(), ownCpu: ownCpu(), engineCpu: stack.overhead() },
    agents: new Map(agents.flatMap((one) => (one === null ? [] : [one]))),
  };
}

export async function serviceSamples(stack: Stack, service: string): Promise<readonly Sample[]> {
  try {
    return parseExposition(await text(urlOf(await stack.service(service, "metrics")))).samples;
  } catch {
    return [];
  }
}

async function countersOf(stack: Stack, { name }: AgentPlan): Promise<[string, AgentCounters] | null> {
  const address = await stack.agent(name);
  if (address === null) return null;
  const body = await text(urlOf(address)).catch(() => null);
  if (body === null) return null;
  const { samples } = parseExposition(body);
  const requests = (outcome: string) => sumOf(samples, "fleet_agent_requests_total", { outcome });
  const duration = "fleet_agent_request_duration_seconds";
  return [
    name,
    {
      finished: requests("ok") + requests("error"),
      shed: requests("shed"),
      busySeconds: sumOf(samples, `${duration}_sum`),
      timed: sumOf(samples, `${duration}_count`),
      resident: sumOf(samples, "process_resident_memory_bytes") / 2 ** 20,
    },
  ];
}

async function text(url: string): Promise<string> {
  const response = await fetch(`${url}/metrics`, { signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`${url}/metrics: ${response.status}`);
  return response.text();
}
