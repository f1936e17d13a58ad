import type { ExemptionEntry } from "../../fleet/catalog/schema.generated";
import { namePattern } from "../../fleet/glob";
import { parseCpu } from "../../fleet/units/cpu";
import { parseDay } from "../../fleet/units/day";
import type { Day } from "../../fleet/units/day";
import { parseMemory } from "../../fleet/units/memory";
import type { RuleMetadata } from "../rule";
import type { Exemption } from "./exemption";

/** An entry that has no problems, with its days and its cap as numbers. */
export function toExemption(
  entry: ExemptionEntry,
  rule: RuleMetadata | undefined,
  place: Exemption["place"],
): Exemption {
  const { reason, owner, approver, ticket, cap } = entry;
  return {
    ...{ rule: entry.rule, reason, owner, approver, ticket, place },
    agents: (entry.agents ?? []).map(namePattern),
    services: (entry.services ?? []).map(namePattern),
    created: dayIn(entry.created),
    expires: dayIn(entry.expires),
    cap: cap === undefined ? null : { amount: capAmount(cap, rule?.measures) ?? NaN, text: String(cap) },
  };
}

/** What was checked before is never null; NaN would let nothing through. */
function dayIn(text: string): Day {
  return parseDay(text) ?? (NaN as Day);
}

/** A cap in the unit of its rule: MiB or thousandths of a core; null when it is no amount of that. */
export function capAmount(cap: string | number, measures: RuleMetadata["measures"]): number | null {
  switch (measures) {
    case "memory":
      return parseMemory(String(cap));
    case "cpu":
      return parseCpu(cap);
    case undefined:
      return null;
  }
}
