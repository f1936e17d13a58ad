import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import { failure } from "../read/failure";
import { passUnless } from "../read/outcomes";
import { elementsOf } from "../read/values";
import { notEvaluated } from "../rule";
import type { Outcome, ResourceRule } from "../rule";

const PROPERTIES = ["devices", "deviceCgroupRules"] as const;

export const containerNoDevices: ResourceRule = {
  id: "container-no-devices",
  description: "No container is given a device of the host.",
  category: "security",
  severity: "critical",
  rationale: "A disk or the memory of the host as a device goes past every other limit.",
  remediation: "Remove `devices` and `deviceCgroupRules`.",
  scope: "resource",
  types: [CONTAINER],
  check({ properties }) {
    const problems: Outcome[] = [];
    for (const property of PROPERTIES) {
      const value = properties[property];
      if (value === UNKNOWN) problems.push(notEvaluated(property));
      else if (elementsOf(value).length > 0) problems.push(failure(property, value, "none"));
    }
    return passUnless(problems);
  },
};
