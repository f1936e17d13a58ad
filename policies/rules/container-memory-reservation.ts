import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import { formatMemory } from "../../fleet/units/memory";
import { failure } from "../read/failure";
import { isAbsent } from "../read/values";
import { NOT_APPLICABLE, PASS, notEvaluated } from "../rule";
import type { ResourceRule } from "../rule";
import { agentOf } from "../subject";

export const containerMemoryReservation: ResourceRule = {
  id: "container-memory-reservation",
  description: "Every agent reserves memory, and no container reserves more than its limit.",
  category: "sizing",
  severity: "medium",
  rationale:
    "The engine refuses a reservation above the limit; without one, nothing keeps memory for an agent when it gets short.",
  remediation: "Set `memoryReservation` to the profile's reservation, or to `memory` where that is less.",
  measures: "memory",
  scope: "resource",
  types: [CONTAINER],
  check(resource, { catalog }) {
    const { memory, memoryReservation: reservation } = resource.properties;
    if (reservation === UNKNOWN) return notEvaluated("memoryReservation");
    if (isAbsent(reservation)) {
      if (agentOf(resource, catalog) === null) return NOT_APPLICABLE;
      return failure("memoryReservation", null, `${formatMemory(catalog.profiles.memory.reservation)}`);
    }
    if (typeof reservation !== "number" || reservation <= 0) {
      return failure("memoryReservation", reservation, "a size");
    }
    if (memory === UNKNOWN) return notEvaluated("memory");
    // Without a limit there is nothing to compare: container-memory-limit says so.
    if (typeof memory !== "number" || memory <= 0) return NOT_APPLICABLE;
    if (reservation <= memory) return PASS;
    return {
      status: "fail",
      property: "memoryReservation",
      found: formatMemory(reservation),
      measured: reservation,
      wanted: `at most ${formatMemory(memory)}`,
    };
  },
};
