import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import { formatMemory } from "../../fleet/units/memory";
import { isAbsent } from "../read/values";
import { failure } from "../read/failure";
import { NOT_APPLICABLE, PASS, notEvaluated } from "../rule";
import type { ResourceRule } from "../rule";

export const containerMemorySwap: ResourceRule = {
  id: "container-memory-swap",
  description: "Every container declares `memorySwap`, equal to its memory limit: no swap.",
  category: "sizing",
  severity: "medium",
  rationale:
    "Left out, the engine sets twice the memory: the agent may swap past its limit, and every refresh is drift.",
  remediation: "Declare `memorySwap` with the same value as `memory`.",
  scope: "resource",
  types: [CONTAINER],
  check({ properties: { memory, memorySwap } }) {
    if (memorySwap === UNKNOWN) return notEvaluated("memorySwap");
    if (isAbsent(memorySwap)) return failure("memorySwap", null, "declared, equal to memory");
    if (memory === UNKNOWN) return notEvaluated("memory");
    // Without a limit there is nothing to compare: container-memory-limit says so.
    if (typeof memory !== "number") return NOT_APPLICABLE;
    if (memorySwap === memory) return PASS;
    const size = typeof memorySwap === "number" && memorySwap > 0 ? formatMemory(memorySwap) : memorySwap;
    return failure("memorySwap", size, `${formatMemory(memory)}, as memory`);
  },
};
