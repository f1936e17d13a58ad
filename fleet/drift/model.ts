import type { Place } from "../place";
import type { Json } from "../source/json";

/**
 * What a difference is.
 *
 * - `drifted`: the declaration is what it was, what runs is not.
 * - `pending`: what runs is what it was, the declaration changed. Not drift: `fleet up` makes it true.
 * - `both`: both changed.
 * - `unmanaged`: nobody declared it.
 * - `noise`: two ways to say the same, such as `"4"` and 4.
 * - `in-envelope`: may move at run time, and did, within its bounds.
 */
export const DRIFT_CLASSES = ["drifted", "pending", "both", "unmanaged", "noise", "in-envelope"] as const;
export type DriftClass = (typeof DRIFT_CLASSES)[number];

/** The classes that are drift: exit code 4, and something to mend. */
export const DRIFT: ReadonlySet<DriftClass> = new Set(["drifted", "both", "unmanaged"]);

/** Who saw it: the live system itself, or the engine's refresh preview. */
export type Witness = "live" | "engine";

export const SUBJECT_KINDS = ["agent", "service", "registry", "network", "volume", "stranger"] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** Whom it is about. `registry`: what stands in Consul for the whole fleet, its node and its keys. */
export interface Subject {
  readonly kind: SubjectKind;
  /** The agent, the service, `registry`, or the name under which the stranger stands. */
  readonly name: string;
  /** Its line in the catalog; null where it has none. */
  readonly place: Place | null;
  /** True when tasks of a hot and critical agent, or of a critical service, fail while it is away. */
  readonly vital: boolean;
}

/** A value as it is shown and compared; `undefined` never: absent is null. Values of secrets are never here. */
export type Value = Json;

/** One property that is not as declared. */
export interface Difference {
  readonly subject: Subject;
  readonly resource: {
    /** Pulumi's type token; of a stranger the type it would have. */
    readonly type: string;
    /** The logical name, as in `fleet preview`; of a stranger its name on Docker or its id in Consul. */
    readonly name: string;
    /** The name or id on Docker or in Consul, when something stands there. */
    readonly physical: string | null;
  };
  /**
   * As Pulumi names it (`memory`, `cpuSet`, `restart`), with the key of a map after a dot (`envs.LOG_LEVEL`,
   * `labels.sutazai.pool`, `keys.sutazai/version`). Beyond Pulumi's: `exists` (there or not), `running` (`running`,
   * `paused`, `stopped`, `created`), `imageId`, `files`.
   */
  readonly property: string;
  readonly unit: "MiB" | null;
  readonly declared: Value;
  readonly found: Value;
  /** What the state says was last deployed; null where no state was asked or it doesn't know. */
  readonly last: Value;
  readonly class: DriftClass;
  readonly witnesses: readonly Witness[];
  /** Why it has this class, in a few words for people. */
  readonly reason: string;
  /** Making it true again stops the container for a while. */
  readonly interrupts: boolean;
  /** Who let it through; left out where nobody did. It is still there, and does not count as drift. */
  readonly exempted?: DriftExemption;
}

/** Drift that was approved: an entry of `catalog/exemptions.yaml`. */
export interface DriftExemption {
  readonly reason: string;
  readonly ticket: string;
  readonly owner: string;
  readonly approver: string;
  /** The last day on which it counts, as 2026-11-30. */
  readonly expires: string;
  readonly place: Place;
}

/** A witness that was to be asked. */
export interface WitnessRun {
  readonly witness: Witness;
  readonly ran: boolean;
  readonly seconds: number;
  /** Why it did not run; "" when it did. */
  readonly why: string;
}

/** Drift of one stack. Schema version 1 of `fleet drift --format json` and of the report that is kept. */
export interface DriftReport {
  readonly schemaVersion: 1;
  readonly fleet: string;
  readonly stack: string;
  readonly tier: string;
  /** When it was looked, ISO 8601 in UTC. */
  readonly at: string;
  readonly witnesses: readonly WitnessRun[];
  /** SHA-256 of the plan without places: which declaration was compared. */
  readonly planDigest: string;
  /** Sorted by subject, resource and property. */
  readonly differences: readonly Difference[];
  readonly summary: DriftSummary;
  /** What nobody could compare: it is not known to be clean. */
  readonly notLooked: readonly { readonly what: string; readonly why: string }[];
}

export interface DriftSummary {
  readonly verdict: "clean" | "drift" | "not-looked";
  readonly classes: Readonly<Record<DriftClass, number>>;
  /** What was compared. */
  readonly looked: { readonly containers: number; readonly services: number; readonly keys: number };
  /** Differences that would be drift, and that somebody let through; left out for none. */
  readonly exempted?: number;
  /** Differences that are drift and interrupt when mended. */
  readonly interrupting: number;
}
