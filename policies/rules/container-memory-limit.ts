import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import { formatMemory } from "../../fleet/units/memory";
import { PASS, notEvaluated } from "../rule";
import type { ResourceRule } from "../rule";
import { agentOf } from "../subject";

export const containerMemoryLimit: ResourceRule = {
  id: "container-memory-limit",
  description: "Every container has a memory limit, and an agent's stays within the profile.",
  category: "sizing",
  severity: "medium",
  rationale:
    "Without a limit one agent can take the memory of all; beyond the profile the pool no longer holds.",
  remediation: "Lower `memory` of the agent, or remove it so that the profile's start applies.",
  measures: "memory",
  scope: "resource",
  types: [CONTAINER],
  check(resource, { catalog }) {
    const { memory } = resource.properties;
    if (memory === UNKNOWN) return notEvaluated("memory");
    if (typeof memory !== "number" || memory <= 0) {
      return {
        status: "fail",
        property: "memory",
        found: typeof memory === "number" ? memory : null,
        wanted: "a limit",
      };
    }
    if (agentOf(resource, catalog) === null) return PASS;
    const { max } = catalog.profiles.memory;
    if (memory <= max) return PASS;
    return {
      status: "fail",
      property: "memory",
      found: formatMemory(memory),
      measured: memory,
      wanted: `at most ${formatMemory(max)}`,
      cause: "memory",
    };
  },
};
