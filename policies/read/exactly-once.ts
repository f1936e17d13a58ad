import type { Catalog } from "../../fleet/catalog/types";
import { PASS } from "../rule";
import type { Outcome } from "../rule";

/**
 * An outcome for every agent of the catalog: it passes when it was counted once.
 *
 * @param counts how often each agent was met, by its name
 * @param property what was counted
 */
export function eachAgentOnce(
  catalog: Catalog,
  counts: ReadonlyMap<string, number>,
  property: string,
): Outcome[] {
  return catalog.agents.map(({ name }): Outcome => {
    const found = counts.get(name) ?? 0;
    if (found === 1) return PASS;
    return { status: "fail", property, subject: { kind: "agent", name }, found, wanted: "exactly 1" };
  });
}
