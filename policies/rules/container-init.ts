import { CONTAINER } from "../../fleet/resource";
import { mustBe } from "../read/outcomes";
import type { ResourceRule } from "../rule";

export const containerInit: ResourceRule = {
  id: "container-init",
  description: "Every container has an init process.",
  category: "health",
  severity: "low",
  rationale:
    "Without one the agent is process 1: it ignores the stop signal unless written for it, and its dead children pile up.",
  remediation: "Set `init: true`.",
  scope: "resource",
  types: [CONTAINER],
  check: (resource) => mustBe(resource, "init", true),
};
