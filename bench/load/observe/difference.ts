import { sumOf } from "./exposition";
import type { Sample } from "../../../cli/doctor/exposition";
import type { Reading } from "./window";

/** Cores that a part kept busy on average, and the most that it may. */
export interface PartLoad {
  readonly name: string;
  readonly cores: number;
  readonly limit: number | null;
}

/** Where the time of a request went, on average, in milliseconds; null where nothing was measured. */
export interface Waits {
  /** In the router, until an agent is free. */
  readonly router: number | null;
  /** In an agent, from acceptance to answer. */
  readonly agent: number | null;
  /** In the model gateway, until a model is free. */
  readonly gateway: number | null;
  /** Of the model itself. */
  readonly model: number | null;
}

/** What happened between two readings. */
export interface Difference {
  readonly seconds: number;
  readonly parts: readonly PartLoad[];
  /** Cores that the whole machine kept busy; null where nobody says. */
  readonly hostCores: number | null;
  /** Of them, those that belong neither to the fleet nor to this test. */
  readonly otherCores: number | null;
  readonly activeAgents: number;
  readonly shed: number;
  readonly waits: Waits;
}

const ROUTER_BACKENDS = ["hot", "warm", "cold"];

/** A part that was restarted meanwhile counts from its start. */
export function differenceOf(before: Reading, after: Reading): Difference {
  const seconds = (after.at - before.at) / 1000;
  const grown = (from: number, to: number) => (to >= from ? to - from : to);
  const earlier = new Map(before.usage.map(({ name, cpuSeconds }) => [name, cpuSeconds]));
  const cores = after.usage.map(({ name, agent, cpuSeconds, cpuLimit }) => ({
    ...{ name, agent, limit: cpuLimit },
    cores: grown(earlier.get(name) ?? 0, cpuSeconds) / seconds,
  }));
  const agents = cores.filter(({ agent }) => agent);
  const parts: PartLoad[] = [
    { name: "agents", cores: sum(agents.map((one) => one.cores)), limit: null },
    ...cores.filter(({ agent }) => !agent).map(({ name, cores, limit }) => ({ name, cores, limit })),
    ...optional("docker", before.engineCpu, after.engineCpu, seconds),
    { name: "load driver", cores: (after.ownCpu - before.ownCpu) / seconds, limit: 1 },
  ].sort((one, other) => other.cores - one.cores);
  const [host] = optional("host", before.hostCpu, after.hostCpu, seconds);
  const [finished, busy, timed, shed] = (["finished", "busySeconds", "timed", "shed"] as const).map((key) => {
    const each = [...after.agents].map(([name, counters]) =>
      grown(before.agents.get(name)?.[key] ?? 0, counters[key]),
    );
    return { each, total: sum(each) };
  });
  return {
    seconds,
    parts,
    hostCores: host?.cores ?? null,
    otherCores: host === undefined ? null : Math.max(0, host.cores - sum(parts.map((part) => part.cores))),
    activeAgents: (finished?.each ?? []).filter((count) => count > 0).length,
    shed: shed?.total ?? 0,
    waits: {
      agent: (timed?.total ?? 0) > 0 ? (1000 * (busy?.total ?? 0)) / (timed?.total ?? 1) : null,
      router: averageOf(before.router, after.router, ROUTER_BACKENDS, "queue"),
      gateway: averageOf(before.gateway, after.gateway, modelBackends(after.gateway), "queue"),
      model: averageOf(before.gateway, after.gateway, modelBackends(after.gateway), "response"),
    },
  };
}

/** HAProxy keeps averages of the last 1024 requests of each backend: they are weighted with what each answered. */
function averageOf(
  before: readonly Sample[],
  after: readonly Sample[],
  backends: readonly string[],
  what: "queue" | "response",
): number | null {
  let requests = 0;
  let milliseconds = 0;
  for (const proxy of backends) {
    const count = (samples: readonly Sample[]) =>
      sumOf(samples, "haproxy_backend_http_responses_total", { proxy });
    const answered = count(after) - count(before);
    if (answered <= 0) continue;
    requests += answered;
    milliseconds += answered * 1000 * sumOf(after, `haproxy_backend_${what}_time_average_seconds`, { proxy });
  }
  return requests === 0 ? null : milliseconds / requests;
}

function modelBackends(samples: readonly Sample[]): readonly string[] {
  const proxies = samples
    .map(({ labels }) => labels["proxy"] ?? "")
    .filter((name) => name.startsWith("model_"));
  return [...new Set(proxies)];
}

function optional(name: string, before: number | null, after: number | null, seconds: number): PartLoad[] {
  if (before === null || after === null) return [];
  return [{ name, cores: (after - before) / seconds, limit: null }];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
