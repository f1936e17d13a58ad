import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";
import { cpuLimit, memoryLimit } from "./limits";

export type Outcome = "ok" | "error" | "shed";
export type BreakerState = "closed" | "open" | "half_open";

const OUTCOMES: readonly Outcome[] = ["ok", "error", "shed"];
const STATES: readonly BreakerState[] = ["closed", "open", "half_open"];
/** Seconds. They hold the targets that alerts compare with: a percentile between two buckets is a guess. */
const BUCKETS = [0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30, 60];

/** What is read when somebody scrapes. */
export interface Sources {
  inFlight(): number;
  waiting(): number;
  breaker(): BreakerState;
  /** Bytes; 0 without a limit. @default what its container may use */
  memoryLimit?(): number;
  /** Cores; 0 without a limit. @default what its container may use */
  cpuLimit?(): number;
}

/** The metrics of the contract in docs/metrics.md. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests: Counter<"outcome">;
  private readonly duration: Histogram;
  private readonly fallbacks: Counter;

  constructor(sources: Sources) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Counter({
      name: "fleet_agent_requests_total",
      help: "Finished requests and tasks. A fallback answer is ok; shed is a refusal with 429.",
      labelNames: ["outcome"],
      registers,
    });
    // From 0 on: a series that begins at 1 has no increase.
    for (const outcome of OUTCOMES) this.requests.inc({ outcome }, 0);
    this.duration = new Histogram({
      name: "fleet_agent_request_duration_seconds",
      help: "From acceptance to answer.",
      buckets: BUCKETS,
      registers,
    });
    this.fallbacks = new Counter({
      name: "fleet_agent_fallback_total",
      help: "Answers given without the model.",
      registers,
    });
    new Gauge({
      name: "fleet_agent_in_flight",
      help: "Requests being worked on.",
      registers,
      collect() {
        this.set(sources.inFlight());
      },
    });
    new Gauge({
      name: "fleet_agent_queue_length",
      help: "Accepted and waiting inside the agent.",
      registers,
      collect() {
        this.set(sources.waiting());
      },
    });
    // Read each time: scaling changes them while it runs.
    new Gauge({
      name: "fleet_agent_memory_limit_bytes",
      help: "Memory that it may use; 0 without a limit.",
      registers,
      collect() {
        this.set(sources.memoryLimit?.() ?? memoryLimit());
      },
    });
    new Gauge({
      name: "fleet_agent_cpu_limit_cores",
      help: "Cores that it may use; 0 without a limit.",
      registers,
      collect() {
        this.set(sources.cpuLimit?.() ?? cpuLimit());
      },
    });
    new Gauge({
      name: "fleet_agent_breaker_state",
      help: "1 for the state that the breaker to the model is in.",
      labelNames: ["state"],
      registers,
      collect() {
        for (const state of STATES) this.set({ state }, sources.breaker() === state ? 1 : 0);
      },
    });
  }

  /** @param seconds from acceptance to answer; left out for what was never accepted */
  finished(outcome: Outcome, seconds?: number): void {
    this.requests.inc({ outcome });
    if (seconds !== undefined) this.duration.observe(seconds);
  }

  fellBack(): void {
    this.fallbacks.inc();
  }

  /** The content type and the text of a scrape. */
  async text(): Promise<{ readonly type: string; readonly body: string }> {
    return { type: this.registry.contentType, body: await this.registry.metrics() };
  }
}
