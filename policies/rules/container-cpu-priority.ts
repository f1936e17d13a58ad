import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import { failure } from "../read/failure";
import { PASS, notEvaluated } from "../rule";
import type { ResourceRule } from "../rule";
import { agentOf, serviceOf } from "../subject";

export const containerCpuPriority: ResourceRule = {
  id: "container-cpu-priority",
  description: "Every container declares `cpuShares`, those of its criticality where the catalog knows it.",
  category: "sizing",
  severity: "medium",
  rationale:
    "When cores are short the shares decide who comes first; a wrong one starves the critical agents that all others wait for.",
  remediation: "Declare the `cpuShares` that catalog/profiles.yaml gives to this criticality.",
  scope: "resource",
  types: [CONTAINER],
  check(resource, { catalog }) {
    const { cpuShares } = resource.properties;
    if (cpuShares === UNKNOWN) return notEvaluated("cpuShares");
    const member = agentOf(resource, catalog) ?? serviceOf(resource, catalog);
    if (member === null) {
      return typeof cpuShares === "number" && cpuShares > 0
        ? PASS
        : failure("cpuShares", cpuShares, "a positive number");
    }
    const wanted = catalog.profiles.cpuShares[member.criticality];
    if (cpuShares === wanted) return PASS;
    return failure("cpuShares", cpuShares, `${wanted}, for criticality ${member.criticality}`, "criticality");
  },
};
