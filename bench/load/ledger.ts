import type { Arrival } from "./arrivals";
import { TimeRecorder } from "./times";
import type { Times } from "./times";

export type Way = Arrival["via"];

/** An answer as it came. */
export interface Answered {
  readonly fallback: boolean;
  readonly agent: string;
  /** True when the broker hands out an answer again that it had handed out before. */
  readonly redelivered?: boolean;
}

/** What became of the requests of one way, or of both. */
export interface Account {
  readonly sent: number;
  /** Taken over: the broker confirmed it, or the router answered. From here on it must not be lost. */
  readonly accepted: number;
  /** Of them, those that did not fit into the queue and went over the overflow. */
  readonly overflowed: number;
  readonly answered: number;
  readonly fallbacks: number;
  /** Answers of another agent, or of the same one once more, to what was answered already. They are dropped. */
  readonly doubles: number;
  /** The same answer handed out again by the broker. They are dropped too. */
  readonly redeliveries: number;
  /** What the sender was told that it failed, by reason. */
  readonly failed: Readonly<Record<string, number>>;
  readonly errors: number;
  /** Accepted and neither answered nor told that it failed. */
  readonly open: readonly string[];
  readonly times: Times;
}

interface Entry {
  readonly way: Way;
  readonly intended: number;
  accepted: boolean;
  answered: boolean;
  failed: boolean;
}

class Counts {
  sent = 0;
  accepted = 0;
  overflowed = 0;
  answered = 0;
  fallbacks = 0;
  doubles = 0;
  redeliveries = 0;
  readonly failed = new Map<string, number>();
  readonly recorder = new TimeRecorder();
}

/** Books every request: what is accepted must be answered, and what is answered is answered once. */
export class Ledger {
  private readonly entries = new Map<string, Entry>();
  private readonly counts = { router: new Counts(), queue: new Counts() };
  private readonly both = new TimeRecorder();
  private readonly workers = new Set<string>();
  /** Answers to what nobody sent. */
  unknown = 0;
  /** When the last answer came, by the clock of `sent`; null without one. */
  lastAnswer: number | null = null;

  /** @param intended when it should have been sent, in milliseconds: its time counts from then */
  sent(id: string, way: Way, intended: number): void {
    if (this.entries.has(id)) throw new Error(`${id} was sent twice`);
    this.entries.set(id, { way, intended, accepted: false, answered: false, failed: false });
    this.counts[way].sent += 1;
  }

  has(id: string): boolean {
    return this.entries.has(id);
  }

  accepted(id: string, overflowed = false): void {
    const entry = this.entries.get(id);
    if (entry === undefined) throw new Error(`${id} was never sent`);
    if (!entry.accepted) this.counts[entry.way].accepted += 1;
    entry.accepted = true;
    if (overflowed) this.counts[entry.way].overflowed += 1;
  }

  /** The sender knows that there will be no answer. */
  failed(id: string, reason: string): void {
    const entry = this.entries.get(id);
    if (entry === undefined) throw new Error(`${id} was never sent`);
    if (entry.failed || entry.answered) return;
    entry.failed = true;
    const { failed } = this.counts[entry.way];
    failed.set(reason, (failed.get(reason) ?? 0) + 1);
  }

  /** @returns whether it is the first answer, the one that counts */
  answered(id: string, at: number, answer: Answered): boolean {
    const entry = this.entries.get(id);
    if (entry === undefined) {
      this.unknown += 1;
      return false;
    }
    const counts = this.counts[entry.way];
    if (entry.answered) {
      if (answer.redelivered === true) counts.redeliveries += 1;
      else counts.doubles += 1;
      return false;
    }
    // Who answers has accepted, also when its word for that got lost.
    this.accepted(id);
    entry.answered = true;
    counts.answered += 1;
    if (answer.fallback) counts.fallbacks += 1;
    counts.recorder.record(at - entry.intended);
    this.both.record(at - entry.intended);
    this.workers.add(answer.agent);
    this.lastAnswer = Math.max(this.lastAnswer ?? at, at);
    return true;
  }

  /** Agents that answered. */
  get agents(): ReadonlySet<string> {
    return this.workers;
  }

  /** True while something that was sent is neither answered nor known to have failed. */
  get waiting(): boolean {
    for (const { answered, failed } of this.entries.values()) if (!answered && !failed) return true;
    return false;
  }

  account(way: Way): Account {
    const { recorder, failed, ...counts } = this.counts[way];
    const open: string[] = [];
    for (const [id, entry] of this.entries)
      if (entry.way === way && entry.accepted && !entry.answered && !entry.failed) open.push(id);
    return {
      ...counts,
      failed: Object.fromEntries([...failed].sort(([a], [b]) => a.localeCompare(b))),
      // Whatever was not answered is an error to its sender, also when nobody knows why.
      errors: counts.sent - counts.answered,
      open,
      times: recorder.times(),
    };
  }

  /** Both ways together. */
  total(): Account {
    const [router, queue] = [this.account("router"), this.account("queue")];
    const add = (key: keyof Account & NumericKey): number => router[key] + queue[key];
    const failed: Record<string, number> = { ...router.failed };
    for (const [reason, count] of Object.entries(queue.failed))
      failed[reason] = (failed[reason] ?? 0) + count;
    return {
      sent: add("sent"),
      accepted: add("accepted"),
      overflowed: add("overflowed"),
      answered: add("answered"),
      fallbacks: add("fallbacks"),
      doubles: add("doubles"),
      redeliveries: add("redeliveries"),
      errors: add("errors"),
      failed,
      open: [...router.open, ...queue.open],
      times: this.both.times(),
    };
  }
}

type NumericKey = {
  [K in keyof Account]: Account[K] extends number ? K : never;
}[keyof Account];
