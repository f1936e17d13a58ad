/** What `/readyz` answers. */
export interface Readiness {
  readonly status: 200 | 429 | 503;
  readonly reason: string;
}

/** What readiness is made of. Times in milliseconds. */
export interface Condition {
  readonly draining: boolean;
  readonly shedding: boolean;
  /** Null without a broker, or while it is connected; else since when it is away. */
  readonly brokerAwaySince: number | null;
  /** True once the broker was connected, or when there is none. */
  readonly started: boolean;
  /** How long a broker may be away. */
  readonly patience: number;
}

/**
 * Whether the agent can take work. The model is no part of it: without it there is still the fallback, and 69 agents
 * that leave the router because one model is down would turn its outage into everybody's. A broker that restarts
 * comes back sooner than the checks would have noticed.
 */
export function readiness(condition: Condition, now: number): Readiness {
  const { draining, shedding, brokerAwaySince, started, patience } = condition;
  if (draining) return { status: 503, reason: "it is stopping" };
  if (!started) return { status: 503, reason: "it is starting: the broker was not reached yet" };
  if (brokerAwaySince !== null && now - brokerAwaySince > patience)
    return { status: 503, reason: `the broker is away for ${Math.round((now - brokerAwaySince) / 1000)} s` };
  if (shedding) return { status: 429, reason: "it sheds load" };
  return { status: 200, reason: "ready" };
}
