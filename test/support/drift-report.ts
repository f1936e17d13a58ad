import { planFleet } from "../../fleet/plan/plan";
import { planDigest } from "../../cli/drift/plan-digest";
import { summarise } from "../../cli/drift/model";
import type { Difference, DriftReport } from "../../cli/drift/model";
import { CONTAINER } from "../../fleet/resource";
import { expectedIn } from "../rules/cases";

/** The present of the tests. */
export const NOW = "2026-11-30T12:00:00.000Z";

/** The plan of stack prod of the real fleet, as its digest says it. */
export const PROD_DIGEST = planDigest(planFleet(expectedIn("prod").catalog, expectedIn("prod").stack));

/** An agent of stack prod that was given more memory by hand. */
export function difference(changes: Partial<Difference> = {}): Difference {
  return {
    subject: { kind: "agent", name: "autogpt", place: null, vital: false },
    resource: { type: CONTAINER, name: "autogpt", physical: "sutazai-prod-autogpt" },
    ...{ property: "memory", unit: "MiB", declared: 128, found: 512, last: 128 },
    ...{ class: "drifted", witnesses: ["live", "engine"], reason: "not as declared", interrupts: false },
    ...changes,
  };
}

/** A report of stack prod, an hour old, in which both witnesses looked at everything. */
export function driftReport(
  differences: readonly Difference[] = [],
  changes: Partial<DriftReport> = {},
): DriftReport {
  const notLooked = changes.notLooked ?? [];
  return {
    schemaVersion: 1,
    ...{ fleet: "sutazai", stack: "prod", tier: "prod", at: "2026-11-30T11:00:00.000Z" },
    witnesses: [
      { witness: "live", ran: true, seconds: 1, why: "" },
      { witness: "engine", ran: true, seconds: 12, why: "" },
    ],
    planDigest: PROD_DIGEST,
    differences,
    summary: summarise(differences, { containers: 80, services: 69, keys: 4 }, notLooked),
    notLooked,
    ...changes,
  };
}
