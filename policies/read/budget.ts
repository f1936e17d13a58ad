import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import type { PropertyValue, ResourceView } from "../../fleet/resource";
import type { Tier } from "../../fleet/tier";
import { loaderOf } from "./file-loader";
import { PASS, notEvaluated } from "../rule";
import type { Expected, Outcome, Subject } from "../rule";
import { serviceOf, subjectOf } from "../subject";

/** What containers take together, and whose part is not known. */
export interface Total {
  readonly sum: number;
  /** Containers that may take as much as they like. */
  readonly unlimited: readonly string[];
  readonly unknown: readonly Subject[];
}

/** Everything that may run and is no container of a service counts as an agent: nothing goes uncounted. */
export function splitContainers(
  resources: readonly ResourceView[],
  { catalog }: Expected,
): { readonly agents: readonly ResourceView[]; readonly services: readonly ResourceView[] } {
  const agents: ResourceView[] = [];
  const services: ResourceView[] = [];
  for (const resource of resources) {
    // What is never started takes nothing.
    if (resource.type !== CONTAINER || loaderOf(resource, catalog) !== null) continue;
    const isAgent = catalog.agentsByName.has(resource.name) || serviceOf(resource, catalog) === null;
    (isAgent ? agents : services).push(resource);
  }
  return { agents, services };
}

/** Adds up one amount of every container; `amount` answers null for none. */
export function addUp(
  containers: readonly ResourceView[],
  expected: Expected,
  amount: (container: ResourceView) => number | null | typeof UNKNOWN,
): Total {
  let sum = 0;
  const unlimited: string[] = [];
  const unknown: Subject[] = [];
  for (const container of containers) {
    const part = amount(container);
    if (part === UNKNOWN) unknown.push(subjectOf(container, expected.catalog));
    else if (part === null) unlimited.push(container.name);
    else sum += part;
  }
  return { sum, unlimited, unknown };
}

/** A limit as Docker takes it: only a number above zero limits anything. */
export function memoryLimit(value: PropertyValue): number | null | typeof UNKNOWN {
  if (value === UNKNOWN) return UNKNOWN;
  return typeof value === "number" && value > 0 ? value : null;
}

/** Holds a total against a budget of the tier. */
export function keepsBudget(
  total: Total,
  budget: keyof Tier["budgets"],
  show: (amount: number) => string,
  property: string,
  { stack }: Expected,
): readonly Outcome[] {
  const limit = stack.tier.budgets[budget];
  const fail = (found: string): readonly Outcome[] => [
    {
      status: "fail",
      property: `budgets.${budget}`,
      found,
      wanted: `at most ${show(limit)}`,
      cause: { file: "tier", path: ["budgets", budget] },
    },
  ];
  if (total.sum > limit) return fail(`${show(total.sum)}, ${show(total.sum - limit)} too much`);
  if (total.unlimited.length > 0)
    return fail(`no limit on ${total.unlimited.slice(0, 5).join(", ")}${more(total.unlimited.length - 5)}`);
  if (total.unknown.length > 0) return total.unknown.map((subject) => notEvaluated(property, subject));
  return [PASS];
}

function more(count: number): string {
  return count > 0 ? ` and ${count} more` : "";
}
