declare const unit: unique symbol;

/** A time span in seconds. */
export type Seconds = number & { readonly [unit]: "s" };

const FACTORS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86400 };

export function seconds(count: number): Seconds {
  return count as Seconds;
}

/**
 * Reads one number with its unit: `500ms`, `15s`, `5m`, `1h`, `7d`.
 *
 * @returns the span, or null when the text is none
 */
export function parseDuration(text: string): Seconds | null {
  const match = /^(\d+)(ms|s|m|h|d)$/.exec(text);
  if (match === null) return null;
  return seconds(Number(match[1]) * (FACTORS[match[2] ?? ""] ?? NaN));
}

/** As Docker, Consul and Go write it and give it back after a refresh: `1m0s`, `15s`, `500ms`. */
export function goDuration(span: Seconds): string {
  if (span < 1) return `${Math.round(span * 1000)}ms`;
  const hours = Math.floor(span / 3600);
  const minutes = Math.floor((span % 3600) / 60);
  const rest = `${Math.round((span % 60) * 1000) / 1000}s`;
  if (hours > 0) return `${hours}h${minutes}m${rest}`;
  return minutes > 0 ? `${minutes}m${rest}` : rest;
}

/** As Prometheus writes it, in the largest unit that keeps it whole: `300s` is `5m`. */
export function prometheusDuration(span: Seconds): string {
  const thousandths = Math.round(span * 1000);
  for (const [name, factor] of [
    ["d", 86_400_000],
    ["h", 3_600_000],
    ["m", 60_000],
    ["s", 1000],
  ] as const) {
    if (thousandths >= factor && thousandths % factor === 0) return `${thousandths / factor}${name}`;
  }
  return `${thousandths}ms`;
}

/** As HAProxy writes it: whole milliseconds, `1500ms`. */
export function haproxyDuration(span: Seconds): string {
  return `${Math.round(span * 1000)}ms`;
}
