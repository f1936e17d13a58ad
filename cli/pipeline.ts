import { declareResources } from "../components/declare";
import { loadCatalog } from "../fleet/catalog/load";
import type { Catalog } from "../fleet/catalog/types";
import { planFleet } from "../fleet/plan/plan";
import type { FleetPlan } from "../fleet/plan/types";
import type { ResourceView } from "../fleet/resource";
import type { Stack } from "../fleet/tier";
import { evaluate } from "../policies/evaluate";
import type { Report } from "../policies/report";
import { RULES } from "../policies/rules";
import { readStack } from "../stacks/read";
import { Timings } from "./timings";

/** Everything that is known about a stack without asking any server. */
export interface Checked {
  readonly catalog: Catalog;
  readonly stack: Stack;
  readonly plan: FleetPlan;
  readonly resources: readonly ResourceView[];
  readonly report: Report;
}

/**
 * Catalog to plan to resources to verdict.
 *
 * @param root folder of the project
 * @param timings notes what each step took
 * @throws InputError when the catalog, the tiers or the stack can't be used
 */
export function checkStack(root: string, stackName: string, timings = new Timings()): Checked {
  const catalog = timings.step("catalog", () => loadCatalog(root));
  const stack = timings.step("stack", () => readStack(root, stackName, catalog));
  const plan = timings.step("plan", () => planFleet(catalog, stack));
  const resources = timings.step("resources", () => declareResources(plan));
  const report = timings.step("rules", () => evaluate(resources, { catalog, stack }, RULES));
  return { catalog, stack, plan, resources, report };
}
