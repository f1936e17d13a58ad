import type { EngineResult, EngineStep } from "../engine/request";

/** More steps of a kind than this are counted instead. */
const MAX_SHOWN = 40;

/** Steps of a kind, in the engine's order: the first of them, and how many more there are. */
export interface StepGroup {
  readonly op: string;
  readonly sign: string;
  readonly shown: readonly EngineStep[];
  readonly more: number;
}

const SIGNS: Readonly<Record<string, string>> = { create: "+", update: "~", replace: "±", delete: "-" };
/** The engine's own bookkeeping of a replacement, which `replace` already tells of. */
const PARTS = ["create-replacement", "delete-replaced"];

/** What people want to see: resources, not the components and the stack that hold them. */
export function stepGroups({ steps }: Pick<EngineResult, "steps">): readonly StepGroup[] {
  const groups = new Map<string, EngineStep[]>();
  for (const step of steps) {
    if (PARTS.includes(step.op) || /^(pulumi|sutazai):/.test(step.type)) continue;
    const list = groups.get(step.op);
    if (list === undefined) groups.set(step.op, [step]);
    else list.push(step);
  }
  return [...groups].map(([op, all]) => ({
    op,
    sign: SIGNS[op] ?? "?",
    shown: all.slice(0, MAX_SHOWN),
    more: Math.max(0, all.length - MAX_SHOWN),
  }));
}

/** `container` of `docker:index/container:Container`. */
export function kindOf({ type }: EngineStep): string {
  return (type.split(":").at(-1) ?? type).toLowerCase();
}

/** One line: `2 to create, 1 to replace`, or why there is nothing to say. */
export function previewHeadline(result: EngineResult): string {
  if (result.reached === "check") return "stopped by the check, so the engine was not asked";
  if (result.error !== null) return result.error.message;
  const counts = stepGroups(result).map(({ op, shown, more }) => `${shown.length + more} to ${op}`);
  return counts.length === 0 ? "no change" : counts.join(", ");
}
