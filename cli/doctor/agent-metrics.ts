import type { ContractCheck } from "./contract-check";
import type { Exposition, Sample } from "./exposition";

const FIX_SERIES =
  "Serve it from the start, at 0: a series that begins later has no increase, and alerts miss it.";
const FIX_PROCESS =
  "Serve it as client libraries of Prometheus do by default: where cAdvisor does not know the container, alerts of memory, CPU and restarts read it.";
const FIX_LIMIT =
  "Serve what the container may use, read anew from its control group for each scrape; 0 without a limit.";

/** What an agent has to serve, as docs/metrics.md has it. */
interface Wanted {
  readonly name: string;
  readonly type: "counter" | "gauge" | "histogram";
  /** A label and the values that have to be there from the start. */
  readonly series?: { readonly label: string; readonly values: readonly string[] };
  /** How to mend it. @default FIX_SERIES */
  readonly fix?: string;
}

/**
 * What alerts read of an agent where cAdvisor does not know its container, which is how a stack comes: without them it
 * is told by `FleetAgentUnseen` at best, and its memory and CPU by nobody.
 */
const OWN_USAGE: readonly Wanted[] = [
  { name: "process_resident_memory_bytes", type: "gauge", fix: FIX_PROCESS },
  { name: "process_cpu_seconds_total", type: "counter", fix: FIX_PROCESS },
  { name: "process_start_time_seconds", type: "gauge", fix: FIX_PROCESS },
  { name: "fleet_agent_memory_limit_bytes", type: "gauge", fix: FIX_LIMIT },
  { name: "fleet_agent_cpu_limit_cores", type: "gauge", fix: FIX_LIMIT },
];

const WANTED: readonly Wanted[] = [
  {
    name: "fleet_agent_requests_total",
    type: "counter",
    series: { label: "outcome", values: ["ok", "error", "shed"] },
  },
  { name: "fleet_agent_request_duration_seconds", type: "histogram" },
  { name: "fleet_agent_in_flight", type: "gauge" },
  { name: "fleet_agent_queue_length", type: "gauge" },
  {
    name: "fleet_agent_breaker_state",
    type: "gauge",
    series: { label: "state", values: ["closed", "open", "half_open"] },
  },
  { name: "fleet_agent_fallback_total", type: "counter" },
  ...OWN_USAGE,
];

/** Seconds that are compared with: between two buckets a percentile is a guess. */
const BUCKETS = [2, 5];

export function metricChecks(scrape: Exposition): readonly ContractCheck[] {
  return [...WANTED.map((wanted) => metricCheck(wanted, scrape)), buckets(scrape), breaker(scrape)];
}

function metricCheck(
  { name, type, series, fix = FIX_SERIES }: Wanted,
  { types, samples }: Exposition,
): ContractCheck {
  const found = types.get(name);
  const own = named(samples, type === "histogram" ? `${name}_count` : name);
  const missing = (series?.values ?? []).filter(
    (value) => !own.some(({ labels }) => labels[series?.label ?? ""] === value),
  );
  const kept = found === type && own.length > 0 && missing.length === 0;
  const of = series === undefined ? "" : ` with ${series.label} ${series.values.join(", ")}`;
  const lacks = missing.length > 0 ? `, without ${series?.label} ${missing.join(", ")}` : "";
  return {
    id: name,
    kept,
    found: found === undefined ? "nothing of that name" : `a ${found}${lacks}`,
    wanted: `a ${type}${of}`,
    fix,
  };
}

function buckets({ samples }: Exposition): ContractCheck {
  const name = "fleet_agent_request_duration_seconds_bucket";
  const found = [...new Set(named(samples, name).map(({ labels }) => Number(labels["le"])))].filter(isFinite);
  return {
    id: "duration-buckets",
    kept: BUCKETS.every((bucket) => found.includes(bucket)),
    found: found.length === 0 ? "no buckets" : `buckets ${found.sort((a, b) => a - b).join(", ")}`,
    wanted: `buckets that hold ${BUCKETS.join(" and ")}, in seconds`,
    fix: "Use the buckets 0.1 0.25 0.5 1 2 3 5 10 30 60: they hold the response times that alerts compare with.",
  };
}

function breaker({ samples }: Exposition): ContractCheck {
  const states = named(samples, "fleet_agent_breaker_state");
  const on = states.filter(({ value }) => value === 1);
  return {
    id: "breaker-in-one-state",
    kept: on.length === 1 && states.every(({ value }) => value === 0 || value === 1),
    found: `${on.length} states with 1`,
    wanted: "one state with 1, the others with 0",
    fix: "Serve 1 for the state that the breaker is in; an agent without one is closed.",
  };
}

function named(samples: readonly Sample[], name: string): readonly Sample[] {
  return samples.filter((sample) => sample.name === name);
}
