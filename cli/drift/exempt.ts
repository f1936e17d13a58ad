import type { Exceptions } from "../../policies/exceptions/exemption";
import { suppressionOf } from "../../policies/exceptions/suppress";
import { fleetNoUnapprovedDrift } from "../../policies/rules/fleet-no-unapproved-drift";
import { isDrift } from "./model";
import type { Difference, DriftExemption } from "./model";

/**
 * Marks the drift that somebody approved: an exemption from the rule that keeps drifted fleets from being deployed,
 * for its agent or service, today. It stays in the report, and does not count.
 */
export function exemptDrift(differences: readonly Difference[], exceptions: Exceptions): Difference[] {
  return differences.map((difference) => {
    const exempted = isDrift(difference) ? exemptionOf(difference, exceptions) : null;
    return exempted === null ? difference : { ...difference, exempted };
  });
}

function exemptionOf({ subject }: Difference, exceptions: Exceptions): DriftExemption | null {
  const { kind, name } = subject;
  if (kind !== "agent" && kind !== "service") return null;
  // A baseline knows findings of `fleet check`, which knows no drift.
  const judged = { rule: fleetNoUnapprovedDrift, subject: { kind, name }, fingerprint: "" };
  const found = suppressionOf(judged, exceptions);
  if (found === null) return null;
  const { reason, ticket, owner, approver, expires, place } = found;
  if (ticket === null || owner === null || approver === null || expires === null) return null;
  return { reason, ticket, owner, approver, expires, place };
}
