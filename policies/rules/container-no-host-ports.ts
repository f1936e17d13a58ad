import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import { failure } from "../read/failure";
import { passUnless } from "../read/outcomes";
import { elementsOf, isAbsent } from "../read/values";
import { notEvaluated } from "../rule";
import type { Outcome, ResourceRule } from "../rule";

export const containerNoHostPorts: ResourceRule = {
  id: "container-no-host-ports",
  description: "No container publishes a port on the host.",
  category: "security",
  severity: "critical",
  rationale:
    "A published port is open past the fleet's network and can be taken only once; a stopped container loses it, and the next update replaces the container.",
  remediation:
    "Remove `ports` and `publishAllPorts`; agents are found through Consul, on the fleet's network.",
  scope: "resource",
  types: [CONTAINER],
  check({ properties: { ports, publishAllPorts } }) {
    const problems: Outcome[] = [];
    if (ports === UNKNOWN) problems.push(notEvaluated("ports"));
    // A port without `external` gets one by chance; whatever an unknown entry turns out to be, it is a port.
    else if (elementsOf(ports).length > 0) problems.push(failure("ports", ports, "none"));
    if (publishAllPorts === UNKNOWN) problems.push(notEvaluated("publishAllPorts"));
    else if (publishAllPorts !== false && !isAbsent(publishAllPorts))
      problems.push(failure("publishAllPorts", publishAllPorts, "false"));
    return passUnless(problems);
  },
};
