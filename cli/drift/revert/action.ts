import type { Subject } from "../model";

/** What is done, with all it needs. */
export type Step =
  | { readonly do: "set-aside"; readonly id: string; readonly to: string; readonly stop: boolean }
  | { readonly do: "rename"; readonly id: string; readonly to: string }
  | { readonly do: "unpause" | "start" | "stop" | "remove"; readonly id: string }
  | { readonly do: "update"; readonly id: string; readonly limits: Limits }
  | {
      readonly do: "connect";
      readonly id: string;
      readonly network: string;
      readonly aliases: readonly string[];
    }
  | { readonly do: "disconnect"; readonly id: string; readonly network: string }
  | { readonly do: "register" | "deregister"; readonly body: object }
  | { readonly do: "put-key"; readonly path: string; readonly value: string }
  /** Only the engine makes it: what is missing, and what was removed to be made anew. */
  | { readonly do: "engine" };

/** As Docker's update takes them; bytes and billionths of a CPU. */
export interface Limits {
  readonly Memory?: number;
  readonly MemorySwap?: number;
  readonly MemoryReservation?: number;
  readonly NanoCpus?: number;
  readonly CpuPeriod?: number;
  readonly CpuQuota?: number;
  readonly CpuShares?: number;
  readonly CpusetCpus?: string;
  readonly PidsLimit?: number;
  readonly RestartPolicy?: { readonly Name: string; readonly MaximumRetryCount: number };
}

/** One thing to do so that what runs is what is declared. */
export interface Action {
  readonly subject: Subject;
  /** The declared resource, as `<type token>::<logical name>`; null for a stranger. */
  readonly target: string | null;
  /** In words, with what it does to the agent. */
  readonly does: string;
  readonly step: Step;
  /** Its container is stopped, or off its network for a moment. */
  readonly interrupts: boolean;
  /** Why it is not done; null when it is. */
  readonly withheld: string | null;
}

/** Names are freed before they are taken, and what is mended runs last. */
const ORDER: readonly Step["do"][] = [
  ...([
    "set-aside",
    "rename",
    "remove",
    "unpause",
    "disconnect",
    "connect",
    "update",
    "stop",
    "start",
  ] as const),
  ...(["deregister", "register", "put-key", "engine"] as const),
];

export function inOrder(actions: readonly Action[]): Action[] {
  return [...actions].sort((a, b) => ORDER.indexOf(a.step.do) - ORDER.indexOf(b.step.do));
}
