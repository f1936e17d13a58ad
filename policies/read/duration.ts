import { remember } from "./remember";

const UNITS: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
};
const WHOLE = /^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$/;
const PART = /(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g;

/**
 * Seconds of a duration as Go writes it, as Docker and Consul do: `1m0s` and `60s` are the same, `0` needs no unit.
 *
 * @returns NaN when the text is none
 */
export const secondsOf: (text: string) => number = remember((text) => {
  if (text === "0") return 0;
  if (!WHOLE.test(text)) return NaN;
  let sum = 0;
  for (const [, count, unit] of text.matchAll(PART)) sum += Number(count) * (UNITS[unit ?? ""] ?? NaN);
  return sum;
});

/** Whether both are the same span, up to what arithmetic loses. */
export function sameSpan(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-6;
}
