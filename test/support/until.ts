import { setTimeout as pause } from "node:timers/promises";

/** Asks until the answer is there. Fails after `within` milliseconds, saying what was waited for. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  within = 30_000,
): Promise<T> {
  const deadline = Date.now() + within;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`waited ${within / 1000} s in vain for ${what}`);
    await pause(100);
  }
}
