import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import { TESTS, testsOf } from "../read/health-command";
import { failure } from "../read/failure";
import { PASS, notEvaluated } from "../rule";
import type { ResourceRule } from "../rule";

export const containerHealthCheckPresent: ResourceRule = {
  id: "container-health-check-present",
  description: "Every container declares a health check.",
  category: "health",
  severity: "high",
  rationale:
    "Without a check of its own a container has its image's or none: nobody sees that an agent hangs, and nothing waits for it.",
  remediation: "Declare `healthcheck.tests`; NONE switches the check off.",
  scope: "resource",
  types: [CONTAINER],
  check(resource) {
    const tests = testsOf(resource);
    if (tests === UNKNOWN) return notEvaluated(TESTS);
    const [form] = tests;
    if (form === UNKNOWN) return notEvaluated(`${TESTS}[0]`);
    if (form === undefined || form === null || form === "") return failure(TESTS, null, "a health check");
    return form === "NONE" ? failure(TESTS, "NONE", "a health check") : PASS;
  },
};
