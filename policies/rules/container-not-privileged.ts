import { CONTAINER } from "../../fleet/resource";
import { mustBeOff } from "../read/outcomes";
import type { ResourceRule } from "../rule";

export const containerNotPrivileged: ResourceRule = {
  id: "container-not-privileged",
  description: "No container is privileged.",
  category: "security",
  severity: "critical",
  rationale: "A privileged container has every device and capability of the host: it is the host.",
  remediation: "Remove `privileged`.",
  exemptible: false,
  scope: "resource",
  types: [CONTAINER],
  check: (resource) => mustBeOff(resource, "privileged"),
};
