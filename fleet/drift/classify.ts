import { DRIFT, DRIFT_CLASSES } from "./model";
import type { Difference, DriftClass, DriftReport, DriftSummary, Value, Witness } from "./model";

/** One text for one value: the order of keys says nothing. */
export function canonical(value: Value): string {
  if (Array.isArray(value)) return `[${value.map((item: Value) => canonical(item)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value as Record<string, Value>).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(",")}}`;
}

export function sameValue(a: Value, b: Value): boolean {
  return canonical(a) === canonical(b);
}

/** What three values say: the declaration, what runs, and what the state says was last deployed. */
export function classOf(declared: Value, found: Value, last: Value): DriftClass {
  const declarationMoved = !sameValue(declared, last);
  const realityMoved = !sameValue(found, last);
  if (declarationMoved && realityMoved) return "both";
  return declarationMoved ? "pending" : "drifted";
}

/** One place of one resource; the same whoever saw it. */
export function differenceKey({ resource, property }: Difference): string {
  return `${resource.type}|${resource.name}|${property}`;
}

/** By subject, resource and property, in no language's order. */
export function sortDifferences(differences: readonly Difference[]): Difference[] {
  const key = (difference: Difference): string =>
    [difference.subject.kind, difference.subject.name, differenceKey(difference)].join("|");
  return differences
    .map((difference) => ({ difference, key: key(difference) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ difference }) => difference);
}

/**
 * What two witnesses saw, each place once. Live values stand before the engine's, which come through a provider;
 * the state's value comes from whoever knows it, and decides about `pending`.
 */
export function joinDifferences(
  live: readonly Difference[],
  engine: readonly Difference[],
): readonly Difference[] {
  const joined = new Map(engine.map((difference) => [differenceKey(difference), difference]));
  for (const difference of live) {
    const other = joined.get(differenceKey(difference));
    joined.set(differenceKey(difference), other === undefined ? difference : joinTwo(difference, other));
  }
  return sortDifferences([...joined.values()]);
}

function joinTwo(live: Difference, engine: Difference): Difference {
  const witnesses: readonly Witness[] = ["live", "engine"];
  const { last } = engine;
  // Noise, envelope and strangers are the live witness's word; the engine knows none of them.
  if (!["drifted", "both", "pending"].includes(live.class)) return { ...live, last, witnesses };
  return { ...live, last, witnesses, class: engine.class, reason: engine.reason };
}

export function isDrift(difference: Difference): boolean {
  return DRIFT.has(difference.class);
}

/** Drift that nobody let through: it decides the verdict, and is what a revert mends. */
export function countsAsDrift(difference: Difference): boolean {
  return isDrift(difference) && difference.exempted === undefined;
}

/** Counts; the verdict is `clean` only when everything was looked at. */
export function summarise(
  differences: readonly Difference[],
  looked: DriftSummary["looked"],
  notLooked: DriftReport["notLooked"],
): DriftSummary {
  const count = (kind: DriftClass): number =>
    differences.filter((difference) => difference.class === kind).length;
  const classes = Object.fromEntries(DRIFT_CLASSES.map((kind) => [kind, count(kind)])) as Record<
    DriftClass,
    number
  >;
  const drift = differences.filter(countsAsDrift);
  const exempted = differences.filter((one) => isDrift(one) && !countsAsDrift(one)).length;
  const verdict = drift.length > 0 ? "drift" : notLooked.length > 0 ? "not-looked" : "clean";
  const interrupting = drift.filter(({ interrupts }) => interrupts).length;
  return { verdict, classes, looked, ...(exempted > 0 ? { exempted } : {}), interrupting };
}
