/** One line of a scrape: a name, its labels, a value. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** What `/metrics` serves, in Prometheus' text format. */
export interface Exposition {
  /** Name to type, such as `counter`. */
  readonly types: ReadonlyMap<string, string>;
  readonly samples: readonly Sample[];
}

const SAMPLE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})?\s+(\S+)(?:\s+-?\d+)?$/;
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"/g;

/** Reads a scrape. Lines that are none are left out: what is missing is found by who looks for it. */
export function parseExposition(text: string): Exposition {
  const types = new Map<string, string>();
  const samples: Sample[] = [];
  for (const line of text.split("\n")) {
    const type = /^# TYPE (\S+) (\S+)/.exec(line);
    if (type !== null) types.set(type[1] ?? "", type[2] ?? "");
    const sample = line.startsWith("#") ? null : SAMPLE.exec(line.trim());
    if (sample === null) continue;
    const labels = [...(sample[2] ?? "").matchAll(LABEL)].map((match) => [match[1] ?? "", match[2] ?? ""]);
    samples.push({
      name: sample[1] ?? "",
      labels: Object.fromEntries(labels) as Record<string, string>,
      value: Number((sample[3] ?? "").replace("Inf", "Infinity")),
    });
  }
  return { types, samples };
}
