import { evaluate } from "../../policies/evaluate";
import type { Rule } from "../../policies/rule";
import { RULES } from "../../policies/rules";
import { plainFinding } from "../../policies/wording";
import type { ResourceView } from "../../fleet/resource";
import type { TierName } from "../../fleet/tier";
import { expectedIn } from "../rules/cases";

/** One case of a rule across resources. */
export interface FleetCase {
  readonly rule: Rule;
  readonly title: string;
  readonly resources: readonly ResourceView[];
}

/** A case, with what its rule says of it alone. */
export interface Judged extends FleetCase {
  readonly said: readonly string[];
}

/** Cases whose resources fit in one stack. */
export interface Batch {
  readonly cases: readonly Judged[];
  readonly resources: readonly ResourceView[];
}

/** What a rule says of resources when it is asked directly, in the words of the pack. */
export function direct(rule: Rule, resources: readonly ResourceView[], tier: TierName): string[] {
  const { findings } = evaluate(resources, expectedIn(tier), [rule], RULES);
  return findings.map(plainFinding).sort();
}

/**
 * Puts cases together that don't disturb each other: most are one whole fleet with a change or two. Together they go
 * where each rule says of the common stack exactly what it says of its cases, one by one. An engine that agrees on
 * the common stack so agrees on each case.
 */
export function batchesOf(cases: readonly FleetCase[], tier: TierName): Batch[] {
  const largest = cases.reduce<FleetCase | null>(
    (most, one) => (one.resources.length > (most?.resources.length ?? 0) ? one : most),
    null,
  );
  const base = mostShared(
    cases.filter(({ resources }) => resources.length * 2 > (largest?.resources.length ?? 0)),
  );
  const batches: { cases: Judged[]; resources: readonly ResourceView[] }[] = [];
  for (const each of cases) {
    const one = { ...each, said: direct(each.rule, each.resources, tier) };
    const place = batches.find((batch) => {
      const together = [...batch.cases, one];
      const resources = merged(together, base);
      if (resources === null || !undisturbed(together, resources, tier)) return false;
      Object.assign(batch, { cases: together, resources });
      return true;
    });
    if (place === undefined) batches.push({ cases: [one], resources: one.resources });
  }
  return batches;
}

/** The resources that most cases have. */
function mostShared(cases: readonly FleetCase[]): ReadonlyMap<string, ResourceView> {
  const counts = new Map<string, { view: ResourceView; count: number }>();
  for (const { resources } of cases) {
    for (const [key, view] of keyed(resources)) {
      counts.set(key, { view, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  const shared = [...counts].filter(([, { count }]) => count * 2 > cases.length);
  return new Map(shared.map(([key, { view }]) => [key, view]));
}

/** All changes of the cases on one base. A case without most of it only adds what it has; null when the base has that. */
function merged(
  cases: readonly FleetCase[],
  base: ReadonlyMap<string, ResourceView>,
): readonly ResourceView[] | null {
  const keys = cases.map(({ resources }) => keyed(resources));
  const isWhole = (own: ReadonlyMap<string, ResourceView>) =>
    [...base.keys()].filter((key) => own.has(key)).length * 2 > base.size;
  const [whole, parts] = [keys.filter(isWhole), keys.filter((own) => !isWhole(own))];
  const kept = [...base].filter(([key]) => whole.length > 0 && whole.every((own) => own.has(key)));
  const added = [
    ...whole.flatMap((own) => [...own].filter(([key]) => !base.has(key))),
    ...parts.flatMap((own) => [...own]),
  ];
  const names = new Set(kept.map(([, view]) => nameOf(view)));
  const small = parts.flatMap((own) => [...own.values()]);
  if (small.some((view) => names.has(nameOf(view)))) return null;
  return [...new Map([...kept, ...added]).values()];
}

function undisturbed(cases: readonly Judged[], resources: readonly ResourceView[], tier: TierName): boolean {
  // The newest first: it is the most likely to be disturbed.
  const rules = new Set(cases.map(({ rule }) => rule).reverse());
  return [...rules].every((rule) => {
    const alone = cases.filter((one) => one.rule === rule).flatMap(({ said }) => said);
    const wanted = JSON.stringify(alone.sort());
    // In both orders: an engine keeps none, and what then differs is a stack that says two things of one name.
    return [resources, [...resources].reverse()].every(
      (ordered) => JSON.stringify(direct(rule, ordered, tier)) === wanted,
    );
  });
}

const nameOf = ({ type, name }: ResourceView): string => `${type} ${name}`;

const KEYED = new WeakMap<readonly ResourceView[], ReadonlyMap<string, ResourceView>>();

/** Resources by what they are; equal ones of one case count on. Written down once for a case: it is tried in many places. */
function keyed(resources: readonly ResourceView[]): ReadonlyMap<string, ResourceView> {
  const known = KEYED.get(resources);
  if (known !== undefined) return known;
  const result = new Map<string, ResourceView>();
  for (const view of resources) {
    const key = keyOf(view);
    let number = 0;
    while (result.has(`${number} ${key}`)) number += 1;
    result.set(`${number} ${key}`, view);
  }
  KEYED.set(resources, result);
  return result;
}

/** Numbers of the texts of resources: a text is long, and is looked for in many places. */
const NUMBERS = new Map<string, number>();

function keyOf(view: ResourceView): string {
  const text = JSON.stringify(view, (_, value: unknown) =>
    typeof value === "symbol" ? value.toString() : value,
  );
  const number = NUMBERS.get(text) ?? NUMBERS.size;
  NUMBERS.set(text, number);
  return String(number);
}
