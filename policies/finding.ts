import type { Place } from "../fleet/place";
import type { Json } from "../fleet/source/json";
import type { Level, Severity } from "../fleet/tier";
import type { Category, Subject } from "./rule";

/** Something that a rule found, or could not look at. */
export interface Finding {
  readonly rule: string;
  readonly category: Category;
  readonly severity: Severity;
  /** The level of the rule in this tier. */
  readonly level: Level;
  readonly status: "fail" | "notEvaluated";
  readonly subject: Subject;
  /** The resource it was found in; null for rules across resources. */
  readonly resource: { readonly type: string; readonly name: string } | null;
  readonly place: Place | null;
  readonly property: string;
  readonly found: Json;
  readonly wanted: string | null;
  readonly why: string;
  readonly fix: string;
  /** The same for the same rule, subject and property, whatever the line or the values. */
  readonly fingerprint: string;
  /** Why it does not count, when it does not. */
  readonly suppression: Suppression | null;
}

export interface Suppression {
  readonly kind: "exemption" | "baseline";
  readonly reason: string;
  /** Where it was decided. */
  readonly place: Place;
  /** Of an exemption; null for the baseline, which nobody decided one by one. */
  readonly ticket: string | null;
  readonly owner: string | null;
  readonly approver: string | null;
  /** The last day on which it counts, as 2026-11-30. */
  readonly expires: string | null;
}
