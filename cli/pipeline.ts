import { declareResources } from "../components/declare";
import type { Catalog } from "../fleet/catalog/types";
import type { DriftEvidence } from "../fleet/drift/evidence";
import { planFleet } from "../fleet/plan/plan";
import type { FleetPlan } from "../fleet/plan/types";
import type { ResourceView } from "../fleet/resource";
import type { Stack } from "../fleet/tier";
import { evaluate } from "../policies/evaluate";
import type { Report } from "../policies/report";
import { RULES } from "../policies/rules";
import { sourcesIn } from "../fleet/source/read";
import type { Sources } from "../fleet/source/read";
import { readProject } from "../stacks/read";
import { Timings } from "./timings";

const RULE_IDS = RULES.map((rule) => rule.id);

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
 * @param driftOf what is known of drift, where something is about to be deployed
 * @throws InputError when the catalog, the tiers or the stack can't be used
 */
export function checkStack(
  root: string,
  stackName: string,
  timings = new Timings(),
  driftOf: DriftOf | null = null,
): Checked {
  return checkSources(sourcesIn(root), stackName, timings, driftOf);
}

/** Finds out what is known of drift of a plan. */
export type DriftOf = (plan: FleetPlan) => DriftEvidence;

/** The same from wherever the texts come. */
export function checkSources(
  sources: Sources,
  stackName: string,
  timings = new Timings(),
  driftOf: DriftOf | null = null,
): Checked {
  const { catalog, stack } = timings.step("input", () => readProject(sources, stackName, RULE_IDS));
  const plan = timings.step("plan", () => planFleet(catalog, stack));
  const resources = timings.step("resources", () => declareResources(plan));
  const drift = driftOf === null ? {} : { drift: driftOf(plan) };
  const expected = { catalog, stack, alerts: plan.alerts, ...drift };
  const report = timings.step("rules", () => evaluate(resources, expected, RULES));
  return { catalog, stack, plan, resources, report };
}
