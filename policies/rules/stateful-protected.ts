import { VOLUME } from "../../fleet/resource";
import { NOT_APPLICABLE, PASS } from "../rule";
import type { Outcome, ResourceRule } from "../rule";
import { serviceOf } from "../subject";

export const statefulProtected: ResourceRule = {
  id: "stateful-protected",
  description: "Where the tier protects state, the volumes of stateful services are protected.",
  category: "security",
  severity: "critical",
  rationale:
    "One renamed volume is a replacement, and a replacement is an empty volume. Protection stops it before anything is lost. Containers are not protected: a new image has to replace them, and what must not be lost is in the volumes.",
  remediation: "Set `protect: true` on the resource and ignore no changes of it.",
  scope: "resource",
  types: [VOLUME],
  check(resource, { catalog, stack }) {
    const service = serviceOf(resource, catalog);
    if (service === null || !service.stateful || !stack.tier.protectStateful) return NOT_APPLICABLE;
    const { protect = false, ignoreChanges = [] } = resource.options;
    const cause = "stateful";
    const outcomes: Outcome[] = [
      protect ? PASS : { status: "fail", property: "protect", found: false, wanted: "true", cause },
    ];
    if (ignoreChanges.length > 0) {
      outcomes.push({
        status: "fail",
        property: "ignoreChanges",
        found: ignoreChanges,
        wanted: "none",
        cause,
      });
    }
    return outcomes;
  },
};
