import { createHash } from "node:crypto";
import { withoutPlaces } from "../../fleet/diff/plain";
import { canonical } from "../../fleet/drift/classify";
import type { FleetPlan } from "../../fleet/plan/types";

/** Says which declaration was compared: SHA-256 of the plan, whatever the lines it stands in. */
export function planDigest(plan: FleetPlan): string {
  return createHash("sha256")
    .update(canonical(withoutPlaces(plan)))
    .digest("hex");
}
