declare const unit: unique symbol;

/** A day of the calendar, as the count of days since 1970-01-01 in UTC. */
export type Day = number & { readonly [unit]: "day" };

const DAY_MS = 86_400_000;

/** The day in UTC on which a moment falls. @param moment milliseconds since 1970, as `Date.now()` has them */
export function dayOf(moment: number): Day {
  return Math.floor(moment / DAY_MS) as Day;
}

/**
 * Reads `2026-11-30`.
 *
 * @returns the day, or null when the text is none or the calendar has no such day
 */
export function parseDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const moment = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(moment)) return null;
  const day = dayOf(moment);
  // Some runtimes roll 31 April over into May.
  return formatDay(day) === text ? day : null;
}

/** `2026-11-30`. */
export function formatDay(day: Day): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Reads a count of days, `30d`. @returns the count, or null when the text is none */
export function parseDays(text: string): number | null {
  const match = /^(\d{1,5})d$/.exec(text);
  return match === null ? null : Number(match[1]);
}
