import type { Account } from "./ledger";
import type { Difference } from "./observe/difference";

/** Everything that was measured at one rate. */
export interface Measured {
  /** Requests a minute that were asked for. */
  readonly rate: number;
  /** How long requests were sent, in seconds. */
  readonly seconds: number;
  readonly router: Account;
  readonly queue: Account;
  readonly total: Account;
  /** Answers a minute, from the first request to the last answer. */
  readonly throughput: number;
  readonly agents: number;
  readonly runningAgents: number;
  /** MiB of all agents together, the most that was seen, and what they may use. */
  readonly memory: number;
  readonly memoryLimit: number;
  /** MiB of all agents together, as their processes say: a page that two of them map counts twice. */
  readonly resident: number;
  /** Share of the checks of running agents that pass, the least that was seen; null when Consul never answered. */
  readonly healthPassing: number | null;
  readonly queueDepth: { readonly most: number; readonly end: number | null };
  readonly deadLetters: number | null;
  /** Seconds from the last request until everything was answered and the queue empty; null when it never was. */
  readonly drained: number | null;
  /** How late this process sent requests, in milliseconds: 99 of 100 at most so much, and on average. */
  readonly lag: number | null;
  readonly meanLag: number | null;
  readonly republished: number;
  readonly difference: Difference;
}
