import type { TraceRow } from "./trace";

/** A request that is to be sent. */
export interface Arrival {
  readonly index: number;
  /** When, in milliseconds from the start. */
  readonly at: number;
  /** Length of the question, and the longest answer wanted, in tokens. */
  readonly questionTokens: number;
  readonly answerTokens: number;
  readonly via: "router" | "queue";
  readonly priority: "low" | "normal" | "high";
}

/** The tiny model on a small machine is no data centre: it is asked for a part of what the trace asked for. */
export const SIZE_DIVISOR = 32;
/** One request in so many is urgent, and one in so many can wait. */
const HIGH_EVERY = 10;
const LOW_EVERY = 5;

/**
 * The arrivals of a trace at another rate: its gaps are stretched alike, so that bursts stay bursts. What is longer
 * than the trace goes round. Every other request goes through the queue.
 *
 * @param ratePerMinute that the arrivals have on average
 * @param count how many; they then take exactly as long as the rate says. Left out, there is no end
 */
export function* arrivals(
  trace: readonly TraceRow[],
  ratePerMinute: number,
  count = Infinity,
): Generator<Arrival, void, undefined> {
  const rowAt = (index: number): TraceRow => {
    const row = trace[index % trace.length];
    if (row === undefined) throw new Error("the trace is empty");
    return row;
  };
  const used = count === Infinity ? trace.length : count;
  let taken = 0;
  for (let index = 0; index < used; index += 1) taken += rowAt(index).gap;
  if (taken === 0) throw new Error("the trace takes no time");
  const stretch = (used * 60_000) / ratePerMinute / taken;
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    const row = rowAt(index);
    at += row.gap * stretch;
    yield {
      index,
      at,
      questionTokens: Math.max(1, Math.round(row.contextTokens / SIZE_DIVISOR)),
      answerTokens: Math.max(1, Math.round(row.generatedTokens / SIZE_DIVISOR)),
      via: index % 2 === 0 ? "router" : "queue",
      priority: priorityOf(index),
    };
  }
}

/** Over both ways alike: the ways take turns, so pairs of requests share a priority. */
function priorityOf(index: number): Arrival["priority"] {
  const pair = Math.floor(index / 2);
  if (pair % HIGH_EVERY === 0) return "high";
  return pair % LOW_EVERY === 1 ? "low" : "normal";
}
