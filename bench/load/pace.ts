import { setTimeout as pause } from "node:timers/promises";
import type { Arrival } from "./arrivals";

/** What the pacing tells about itself. */
export interface Paced {
  readonly sent: number;
  /** Milliseconds from start to the last request. */
  readonly took: number;
}

/**
 * Sends every request at its time, whatever became of those before: nobody waits for an answer. One that is sent late,
 * because this process was busy, is told when it should have been sent, and its time counts from then: a slow system
 * must not look better because it slowed its own test down.
 *
 * @param send must not wait; gets the intended time by `performance.now()`
 * @param stopped looked at before each request
 */
export async function pace(
  requests: Iterable<Arrival>,
  send: (request: Arrival, intended: number) => void,
  stopped: () => boolean = () => false,
): Promise<Paced> {
  const started = performance.now();
  let sent = 0;
  for (const request of requests) {
    const intended = started + request.at;
    for (let left = intended - performance.now(); left > 0; left = intended - performance.now()) {
      if (stopped()) return { sent, took: performance.now() - started };
      await pause(Math.min(left, LOOK_EVERY));
    }
    if (stopped()) break;
    send(request, intended);
    sent += 1;
    // Answers are read between two requests, also when this process is behind.
    if (sent % YIELD_EVERY === 0) await pause(0);
  }
  return { sent, took: performance.now() - started };
}

/** How soon a stop is noticed, in milliseconds. */
const LOOK_EVERY = 250;
const YIELD_EVERY = 16;
