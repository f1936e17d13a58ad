import type { Budget } from "../../fleet/plan/types";
import { formatCpu } from "../../fleet/units/cpu";
import { formatMemory } from "../../fleet/units/memory";
import type { ChangeGroup, Effect, FleetDiff, MembersDiff, Pair } from "../diff/model";

/** More names than this are counted instead. */
const MAX_NAMES = 3;

export const EFFECT_WORDS: Readonly<Record<Effect, string>> = {
  none: "no container changes",
  "in-place": "in place",
  replace: "replaces the container",
};

/** `69 agents`, or the names when they are few. */
export function memberNames(group: ChangeGroup, kind: string): string {
  const names = group.members.map((member) => member.name);
  return names.length <= MAX_NAMES ? names.join(", ") : `${names.length} ${kind}s`;
}

export function formatAmount(value: number, unit: Budget["unit"]): string {
  return unit === "MiB" ? formatMemory(value) : formatCpu(value);
}

/** `a -> b`, or only `a` when nothing changes. */
export function arrow(pair: Pair<string>): string {
  return pair.before === pair.after ? pair.after : `${pair.before} -> ${pair.after}`;
}

/** One line of what the diff holds: `1 added, 2 changed, 1 rule newly broken`. */
export function headline(diff: FleetDiff): string {
  if (diff.identical) return "no change";
  const parts = [
    ...countMembers(diff.agents, "agent"),
    ...countMembers(diff.services, "service"),
    ...count(
      diff.alerts.added.length + diff.alerts.removed.length + diff.alerts.changed.length,
      "alert",
      "changed",
    ),
    ...count(diff.rules.broken.length, "finding", "new"),
    ...count(diff.rules.fixed.length, "finding", "fixed"),
    ...count(diff.rules.exempted.length, "finding", "exempted"),
    ...count(diff.rules.baselined.length, "finding", "added to the baseline"),
  ];
  return parts.length === 0 ? "only numbers of the plan change" : parts.join(", ");
}

function countMembers(members: MembersDiff, kind: string): string[] {
  const changed = members.changed.reduce((sum, group) => sum + group.members.length, 0);
  return [
    ...count(members.added.length, kind, "added"),
    ...count(members.removed.length, kind, "removed"),
    ...count(members.renamed.length, kind, "renamed"),
    ...count(changed, kind, "changed"),
  ];
}

function count(amount: number, kind: string, what: string): string[] {
  return amount === 0 ? [] : [`${amount} ${amount === 1 ? kind : `${kind}s`} ${what}`];
}
