import type { Value } from "../model";

/** How a property of a container is put right. */
export type Mending = "update" | "rename" | "connect" | "disconnect" | "reconnect" | "replace";

/** `docker update` can set these, but not take them back to nothing. */
const UPDATED: ReadonlySet<string> = new Set([
  ...["memory", "memorySwap", "memoryReservation", "cpuShares", "cpus", "restart", "maxRetryCount"],
]);
/** These it can. */
const CLEARED: ReadonlySet<string> = new Set(["cpuSet", "pidsLimit"]);

/** How a property is put right when it is declared and found like this; null is nothing. */
export function mendingOf(property: string, declared: Value, found: Value): Mending {
  const first = property.split(".")[0] ?? "";
  if (first === "networksAdvanced") {
    if (declared === null) return "disconnect";
    return found === null ? "connect" : "reconnect";
  }
  if (first === "name") return "rename";
  if (CLEARED.has(first)) return "update";
  return UPDATED.has(first) && (declared !== null || first === "maxRetryCount") ? "update" : "replace";
}

/** Whether putting it right stops the container, or takes it off its network for a moment. */
export function interruptsWhenMended(mending: Mending): boolean {
  return mending === "replace" || mending === "reconnect";
}
