import type { FleetPlan } from "../../fleet/plan/types";
import { sortDifferences, summarise } from "./model";
import type { Difference, DriftReport, DriftSummary, WitnessRun } from "./model";
import { planDigest } from "./plan-digest";

/** The report of a look, whoever looked. @param at when it was looked, ISO 8601 in UTC */
export function driftReport(
  plan: FleetPlan,
  at: string,
  seen: {
    readonly witnesses: readonly WitnessRun[];
    readonly differences: readonly Difference[];
    readonly notLooked: DriftReport["notLooked"];
    readonly looked: DriftSummary["looked"];
  },
): DriftReport {
  const { witnesses, differences, notLooked, looked } = seen;
  return {
    schemaVersion: 1,
    fleet: plan.fleet,
    stack: plan.stack,
    tier: plan.tier,
    at,
    witnesses,
    planDigest: planDigest(plan),
    differences: sortDifferences(differences),
    summary: summarise(differences, looked, notLooked),
    notLooked,
  };
}
