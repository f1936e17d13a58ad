import { LABEL } from "../../../fleet/labels";
import type { AgentPlan } from "../../../fleet/plan/types";
import type { Fact, Facts } from "./facts";
import { labelsOf } from "./found";
import type { FoundContainer } from "./found";

/**
 * What may move at run time without being drift: the memory of an agent, between what it starts with and its
 * maximum, in whole steps, with swap equal (no swap) as declared.
 *
 * @returns why it is within, or null when it is not
 */
export function memoryEnvelope(agent: AgentPlan, found: Facts): string | null {
  const { memory, memoryMax, memoryStep } = agent.sizing;
  const mib = (fact: Fact | undefined): number => (typeof fact?.value === "number" ? fact.value : 0);
  const [now, swap] = [mib(found.get("memory")), mib(found.get("memorySwap"))];
  const grown = now - memory.value;
  const steps = memoryStep.value > 0 ? grown / memoryStep.value : Number.NaN;
  if (grown <= 0 || now > memoryMax.value || !Number.isInteger(steps) || swap !== now) return null;
  const count = steps === 1 ? "1 step" : `${steps} steps`;
  return `${count} of ${memoryStep.value} MiB up, of at most ${memoryMax.value} MiB`;
}

export type RunState = "running" | "paused" | "restarting" | "stopped" | "created" | "dead";

export function runStateOf({ info }: FoundContainer): RunState {
  const { Status } = info.State;
  if (Status === "exited") return "stopped";
  return (
    (["running", "paused", "restarting", "created"] as const).find((state) => state === Status) ?? "dead"
  );
}

/** True when a container carries the labels of this fleet and this stack. */
export function isOurs(container: FoundContainer, fleet: string, stack: string): boolean {
  const labels = labelsOf(container);
  return labels[LABEL.fleet] === fleet && labels[LABEL.stack] === stack;
}
