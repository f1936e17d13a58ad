import { goDuration, seconds } from "../../../fleet/units/duration";

const GO_FACTORS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

/** Nanoseconds of a span as Go writes it, such as `1m30s`; 0 for none. */
export function goNanoseconds(text: string): number {
  let total = 0;
  for (const [, count, unit] of text.matchAll(/([\d.]+)(ns|us|ms|s|m|h)/g)) {
    total += Number(count) * (GO_FACTORS[unit ?? ""] ?? NaN);
  }
  return total;
}

/** One text for one span, whatever it was written as; "" for none. */
export function spanText(nanoseconds: number): string {
  return nanoseconds === 0 ? "" : goDuration(seconds(nanoseconds / 1e9));
}

/** Capabilities without the prefix that some tools write, sorted. */
export function capabilities(names: readonly string[]): string[] {
  return names.map((name) => name.toUpperCase().replace(/^CAP_/, "")).sort();
}

/** Security options; `no-new-privileges` alone says the same as with `:true`. */
export function securityOptions(options: readonly string[]): string[] {
  return options
    .map((option) => (option === "no-new-privileges" ? "no-new-privileges:true" : option.replace("=", ":")))
    .sort();
}

/** Mount options such as `rw,size=16m`, sorted: their order says nothing. */
export function mountOptions(options: string): string {
  return options.split(",").sort().join(",");
}

/** The CPUs of `0-2,5`, as sorted numbers. Ranges that are none are left out. */
export function cpuNumbers(set: string): number[] {
  const numbers = new Set<number>();
  for (const part of set.split(",")) {
    const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part.trim());
    if (match === null) continue;
    const first = Number(match[1]);
    const last = Number(match[2] ?? match[1]);
    for (let cpu = first; cpu <= last; cpu += 1) numbers.add(cpu);
  }
  return [...numbers].sort((a, b) => a - b);
}

/** `NAME=value` lines as a mapping; the last of a name counts, as it does for programs. */
export function environment(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    lines.map((line) => {
      const equals = line.indexOf("=");
      return equals < 0 ? [line, ""] : [line.slice(0, equals), line.slice(equals + 1)];
    }),
  );
}
