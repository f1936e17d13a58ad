import { CONSUL_SERVICE, UNKNOWN } from "../../fleet/resource";
import { PASS, notEvaluated } from "../rule";
import type { Outcome, ResourceRule } from "../rule";
import { secondsOf } from "../read/duration";
import { isRecord, listOf } from "../read/values";
import { shown } from "../read/values";

export const consulNoDeregister: ResourceRule = {
  id: "consul-no-deregister",
  description: "No check takes its service out of Consul when it has been critical for a while.",
  category: "registration",
  severity: "high",
  rationale:
    "A sleeping agent is critical on purpose: it would vanish from the catalog, nobody could wake it, and it would come back as drift.",
  remediation:
    "Set `deregisterCriticalServiceAfter` to 0s: left out, the provider sends its default of 30 seconds.",
  scope: "resource",
  types: [CONSUL_SERVICE],
  check({ properties }) {
    const { checks } = properties;
    if (checks === UNKNOWN) return notEvaluated("checks");
    const outcomes: Outcome[] = [];
    for (const [index, check] of listOf(checks).entries()) {
      const property = `checks[${index}].deregisterCriticalServiceAfter`;
      const after = isRecord(check) ? check["deregisterCriticalServiceAfter"] : check;
      if (after === UNKNOWN) outcomes.push(notEvaluated(property));
      else if (isNever(after)) outcomes.push(PASS);
      else
        outcomes.push({
          status: "fail",
          property,
          found: shown(after ?? null),
          wanted: "0s, which is never",
        });
    }
    return outcomes.length === 0 ? PASS : outcomes;
  },
};

/** Consul takes a span of zero for "never". */
function isNever(after: unknown): boolean {
  return typeof after === "string" && secondsOf(after) === 0;
}
