import type { NamePattern } from "../../fleet/glob";
import type { Place } from "../../fleet/place";
import type { PathStep } from "../../fleet/source/json";
import type { Day } from "../../fleet/units/day";

/** An exception that somebody decided, for some agents, for a time. */
export interface Exemption {
  readonly rule: string;
  readonly agents: readonly NamePattern[];
  readonly services: readonly NamePattern[];
  readonly reason: string;
  readonly owner: string;
  readonly approver: string;
  readonly ticket: string;
  /** The first day on which it counts. */
  readonly created: Day;
  /** The last day on which it counts, in UTC. */
  readonly expires: Day;
  /** Up to which amount it counts, in the unit of the rule; null: whatever is found. */
  readonly cap: { readonly amount: number; readonly text: string } | null;
  /** The line of the entry, or of what stands at the path inside of it. */
  place(...path: PathStep[]): Place;
}

/** A finding that was there when the rules came. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly rule: string;
  /** Whom it is about, for people; the fingerprint decides. */
  readonly subject: string;
  readonly property: string;
  readonly place: Place;
}

/** What was decided about findings of one stack, and the day on which it is judged. */
export interface Exceptions {
  readonly exemptions: readonly Exemption[];
  /** By fingerprint. */
  readonly baseline: ReadonlyMap<string, BaselineEntry>;
  readonly today: Day;
}

/** What an exemption was needed for, had it counted today. */
export interface ExemptionUse {
  readonly exemption: Exemption;
  /** Failures within its cap. */
  readonly covered: number;
  /** Failures of its agents and rule above its cap. */
  readonly aboveCap: number;
  /** True when its rule could not be evaluated for somebody it is for: nobody can say that it is not needed. */
  readonly open: boolean;
  /** Names and patterns that fit nothing that was found. */
  readonly idlePatterns: readonly { readonly list: "agents" | "services"; readonly index: number }[];
}

/** What the exceptions of a stack were needed for. */
export interface Uses {
  readonly exemptions: readonly ExemptionUse[];
  /** Entries of the baseline that nothing needs any more. */
  readonly idleBaseline: readonly BaselineEntry[];
}

/** Nothing was decided. */
export function noExceptions(today: Day): Exceptions {
  return { exemptions: [], baseline: new Map(), today };
}

export type ExemptionState = "active" | "expired" | "not yet";

export function stateOf({ created, expires }: Exemption, today: Day): ExemptionState {
  if (today > expires) return "expired";
  return today < created ? "not yet" : "active";
}

/** The pattern of an exemption that a subject fits; null when it is not for it. */
export function patternFor(
  exemption: Exemption,
  subject: { readonly kind: string; readonly name: string },
): NamePattern | null {
  const { kind, name } = subject;
  const patterns = kind === "agent" ? exemption.agents : kind === "service" ? exemption.services : [];
  return patterns.find((pattern) => pattern.matches(name)) ?? null;
}

/** How an exemption is called: its ticket and its rule. */
export function nameOf({ ticket, rule }: Exemption): string {
  return `${ticket}: ${rule}`;
}
