import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import { failure } from "../read/failure";
import { passUnless } from "../read/outcomes";
import { elementsOf, fieldOf } from "../read/values";
import { notEvaluated } from "../rule";
import type { Outcome, ResourceRule } from "../rule";

export const containerNoCapabilities: ResourceRule = {
  id: "container-no-capabilities",
  description: "Every container drops all capabilities and adds none.",
  category: "security",
  severity: "critical",
  rationale:
    "Docker's default capabilities let root in a container change owners, forge packets and make devices; no agent needs any.",
  remediation: "Set `capabilities: { drops: [ALL] }` without `adds`.",
  scope: "resource",
  types: [CONTAINER],
  check({ properties: { capabilities } }) {
    if (capabilities === UNKNOWN) return notEvaluated("capabilities");
    const drops = fieldOf(capabilities, "drops");
    const adds = fieldOf(capabilities, "adds");
    const problems: Outcome[] = [];
    const dropped = elementsOf(drops);
    if (!dropped.includes("ALL")) {
      problems.push(
        dropped.includes(UNKNOWN)
          ? notEvaluated("capabilities.drops")
          : failure("capabilities.drops", drops, "ALL"),
      );
    }
    const added = elementsOf(adds);
    const known = added.filter((name) => name !== UNKNOWN);
    if (known.length > 0) problems.push(failure("capabilities.adds", known, "none"));
    else if (added.length > 0) problems.push(notEvaluated("capabilities.adds"));
    return passUnless(problems);
  },
};
