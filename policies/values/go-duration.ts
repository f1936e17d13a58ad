const FACTORS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/**
 * Reads a time span as Go writes it, as Docker and Consul do: `10s`, `1m0s`, `500ms`, `1.5s`, `0`.
 *
 * @returns milliseconds, so that spellings compare by value, or null when the text is none
 */
export function goMilliseconds(text: string): number | null {
  if (text === "0") return 0;
  if (!/^(\d+(\.\d+)?(h|ms|m|s))+$/.test(text)) return null;
  let total = 0;
  for (const [, count, , unit] of text.matchAll(/(\d+(\.\d+)?)(h|ms|m|s)/g)) {
    total += Number(count) * (FACTORS[unit ?? ""] ?? NaN);
  }
  return total;
}
