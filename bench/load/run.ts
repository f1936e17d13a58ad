import { setTimeout as pause } from "node:timers/promises";
import { arrivals } from "./arrivals";
import type { Arrival } from "./arrivals";
import { deadLetterIds, depthsOf } from "./clients/look";
import type { Depths } from "./clients/look";
import { QueueClient } from "./clients/queue";
import { RouterClient } from "./clients/router";
import { Ledger } from "./ledger";
import type { Measured } from "./measured";
import { differenceOf } from "./observe/difference";
import { readAll } from "./observe/window";
import { pace } from "./pace";
import type { Prober } from "./stack/prober";
import type { Stack } from "./stack/stack";
import { TimeRecorder } from "./times";
import type { TraceRow } from "./trace";

/** How often memory, queue and checks are looked at meanwhile, in milliseconds. */
const LOOK_EVERY = 5_000;
/** How long what was sent may still take, in milliseconds. */
const DRAIN_WITHIN = 90_000;
const DRAIN_EVERY = 500;

export interface RunOptions {
  readonly rate: number;
  /** How long requests are sent, in seconds. */
  readonly seconds: number;
  /** Done meanwhile; requests are sent until it is done, however long that takes. */
  readonly meanwhile?: (running: Running) => Promise<void>;
}

/** A run as whoever disturbs it sees it. */
export interface Running {
  readonly ledger: Ledger;
  readonly queue: QueueClient;
}

let runs = 0;

/** Sends requests at one rate, waits until they are answered, and measures. */
export async function run(
  stack: Stack,
  prober: Prober,
  trace: readonly TraceRow[],
  { rate, seconds, meanwhile }: RunOptions,
): Promise<Measured> {
  runs += 1;
  const name = `${process.pid}-${runs}`;
  const ledger = new Ledger();
  const lag = new TimeRecorder();
  const router = new RouterClient(stack, ledger);
  const queue = new QueueClient(stack, ledger, name);
  await router.open();
  await queue.open();
  const deadBefore = (await depthsOf(stack)).deadLetter;
  const watch = new Watch(stack, prober);
  const before = await readAll(stack);
  const send = (arrival: Arrival, intended: number) => {
    const id = `load-${name}-${arrival.index}`;
    lag.record(performance.now() - intended);
    if (arrival.via === "router") router.send(id, arrival, intended);
    else queue.send(id, arrival, intended);
  };
  const began = performance.now();
  let over = meanwhile === undefined;
  const disturbing = meanwhile?.({ ledger, queue }).finally(() => (over = true));
  const count = meanwhile === undefined ? Math.round((rate * seconds) / 60) : Infinity;
  const { took } = await pace(arrivals(trace, rate, count), send, () => count === Infinity && over);
  await disturbing;
  // The machine is only as busy as this while requests come.
  const after = await readAll(stack);
  const drained = await drain(stack, ledger, deadBefore);
  await watch.stop();
  const end = await depthsOf(stack).catch(() => null);
  router.close();
  await queue.close();
  const total = ledger.total();
  const last = Math.max(ledger.lastAnswer ?? 0, began + took);
  return {
    ...{ rate, seconds: took / 1000, total, drained },
    ...{ router: ledger.account("router"), queue: ledger.account("queue") },
    throughput: (total.answered * 60_000) / (last - began),
    agents: stack.plan.agents.length,
    runningAgents: after.agents.size,
    resident: [...after.agents.values()].reduce((sum, { resident }) => sum + resident, 0),
    ...watch.most(),
    queueDepth: { most: watch.depth, end: end === null ? null : end.work + end.overflow },
    deadLetters: end === null ? null : end.deadLetter - deadBefore,
    lag: lag.times().p99,
    meanLag: lag.times().mean,
    republished: queue.republished,
    difference: differenceOf(before, after),
  };
}

/** Looks again and again at what has a largest or a least value. */
class Watch {
  private readonly end = new AbortController();
  private readonly looking: Promise<void>;
  depth = 0;
  private memory = 0;
  private memoryLimit = 0;
  private passing: number | null = null;

  constructor(
    private readonly stack: Stack,
    private readonly prober: Prober,
  ) {
    this.looking = this.look();
  }

  async stop(): Promise<void> {
    this.end.abort();
    await this.looking;
  }

  most(): Pick<Measured, "memory" | "memoryLimit" | "healthPassing"> {
    const { memory, memoryLimit, passing } = this;
    return { memory, memoryLimit, healthPassing: passing };
  }

  private async look(): Promise<void> {
    const { signal } = this.end;
    while (!signal.aborted) {
      const [usage, depths, checks] = await Promise.all([
        this.stack.usage().catch(() => []),
        depthsOf(this.stack).catch((): Depths | null => null),
        this.prober.passing(),
      ]);
      const agents = usage.filter(({ agent }) => agent);
      const memory = agents.reduce((sum, one) => sum + one.memory, 0);
      if (memory > this.memory) {
        this.memory = memory;
        this.memoryLimit = agents.reduce((sum, one) => sum + (one.memoryLimit ?? 0), 0);
      }
      if (depths !== null) this.depth = Math.max(this.depth, depths.work + depths.overflow);
      if (checks !== null && checks.of > 0)
        this.passing = Math.min(this.passing ?? 1, checks.passing / checks.of);
      await pause(LOOK_EVERY, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** @returns seconds until everything was answered and nothing waits; null when time was up before */
async function drain(stack: Stack, ledger: Ledger, deadBefore: number): Promise<number | null> {
  const began = performance.now();
  while (performance.now() - began < DRAIN_WITHIN) {
    const depths = await depthsOf(stack).catch(() => null);
    if (depths !== null && depths.deadLetter > deadBefore)
      for (const id of await deadLetterIds(stack)) if (ledger.has(id)) ledger.failed(id, "dead letter");
    if (!ledger.waiting && depths !== null && depths.work + depths.overflow === 0)
      return (performance.now() - began) / 1000;
    await pause(DRAIN_EVERY);
  }
  return null;
}
