import type { Operation } from "../../fleet/diff/operations";
import type { Place } from "../../fleet/place";
import type { TierName } from "../../fleet/tier";
import type { Finding } from "../../policies/finding";

/** A value before and after. */
export interface Pair<T> {
  readonly before: T;
  readonly after: T;
}

/** What a change does to a member's container. */
export type Effect = "none" | "in-place" | "replace";

/** One property of a member that changes, worded for people. */
export interface PropertyChange {
  readonly property: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Members that change in the same way: 69 agents with one new limit are one entry. */
export interface ChangeGroup {
  readonly members: readonly { readonly name: string; readonly place: Place }[];
  readonly effect: Effect;
  readonly changes: readonly PropertyChange[];
}

export interface Renaming {
  readonly from: string;
  readonly to: string;
  /** Why it is taken for the same agent. */
  readonly why: string;
  readonly place: Place;
}

export interface Member {
  readonly name: string;
  readonly place: Place;
  /** In one line: pool, class, memory. */
  readonly summary: string;
}

export interface MembersDiff {
  readonly added: readonly Member[];
  readonly removed: readonly Member[];
  readonly renamed: readonly Renaming[];
  readonly changed: readonly ChangeGroup[];
}

/** The difference between two plans of a stack, by meaning. Places of what was removed are those of the base. */
export interface FleetDiff {
  readonly schemaVersion: 1;
  readonly fleet: string;
  readonly stack: string;
  readonly tier: Pair<TierName>;
  readonly base: string;
  /** True when nothing but lines, comments or order differs. */
  readonly identical: boolean;
  readonly agents: MembersDiff;
  readonly services: MembersDiff;
  readonly pools: readonly {
    readonly name: string;
    readonly agents: Pair<number>;
    readonly memory: Pair<number>;
  }[];
  readonly routes: readonly {
    readonly pool: string;
    readonly class: string;
    readonly agents: Pair<number>;
    readonly share: Pair<number>;
  }[];
  readonly alerts: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly changed: readonly { readonly name: string; readonly changes: readonly PropertyChange[] }[];
  };
  /** All budgets, changed or not: headroom is what a reviewer asks for. */
  readonly budgets: readonly {
    readonly id: string;
    readonly title: string;
    readonly unit: "MiB" | "m";
    readonly limit: Pair<number>;
    readonly used: Pair<number>;
    readonly headroom: Pair<number>;
  }[];
  readonly rules: {
    readonly broken: readonly Finding[];
    readonly fixed: readonly Finding[];
    readonly exempted: readonly Finding[];
    /** Findings that the baseline knows now and did not before: a baseline may only shrink. */
    readonly baselined: readonly Finding[];
  };
  /** Applied to the base's plan without places, they give the new one. */
  readonly operations: readonly Operation[];
}
