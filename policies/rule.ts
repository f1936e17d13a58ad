import type { Catalog } from "../fleet/catalog/types";
import type { DriftEvidence } from "../fleet/drift/evidence";
import type { PropertyValue, ResourceView } from "../fleet/resource";
import type { PathStep } from "../fleet/source/json";
import type { Json } from "../fleet/source/json";
import type { Severity, Stack } from "../fleet/tier";
import type { AlertView } from "./alert";
import type { Exceptions, Uses } from "./exceptions/exemption";

/** What a rule is about. Decides the chapter in reports, never the level. */
export type Category =
  "security" | "feasibility" | "health" | "registration" | "monitoring" | "sizing" | "style" | "exceptions";

/** What a rule may expect: the catalog and the tier, never what was computed from them. */
export interface Expected {
  readonly catalog: Catalog;
  readonly stack: Stack;
  /**
   * The alert rules that will be rendered. Like resources they are what is judged, not what is expected.
   * null where the caller has none at hand, as in the engine: rules about alerts are then not evaluated.
   */
  readonly alerts: readonly AlertView[] | null;
  /**
   * What is known of drift, where something is about to be deployed. Left out by who looks at a declaration alone
   * (`fleet check`, the pack, `policy analyze`): then nobody asks for a report.
   */
  readonly drift?: DriftEvidence;
  /** What was decided about findings of this stack, and the day on which it is judged. */
  readonly exceptions: Exceptions;
}

/** Whom an outcome is about. */
export interface Subject {
  readonly kind:
    "agent" | "service" | "pool" | "image" | "stack" | "fleet" | "resource" | "exemption" | "baseline";
  readonly name: string;
}

/** Where in the catalog the cause stands, when it is not simply the subject's entry. */
export interface Cause {
  /** In `exemptions` the path begins with the position among those of this stack, in `baseline` with a fingerprint. */
  readonly file:
    "agents" | "profiles" | "services" | "tier" | "stack" | "imagesLock" | "exemptions" | "baseline";
  readonly path: readonly PathStep[];
}

/** A rule's answer. `found` and `wanted` are data: reporters word them. */
export type Outcome =
  { readonly status: "pass" } | { readonly status: "notApplicable" } | Failure | NotEvaluated;

export interface NotEvaluated {
  readonly status: "notEvaluated";
  /** The property whose value is not known yet. */
  readonly property: string;
  readonly subject?: Subject;
}

export interface Failure {
  readonly status: "fail";
  /** The property of the resource, or what of the fleet is wrong. */
  readonly property: string;
  readonly found: Json;
  /** What was found as an amount in the unit of the rule's `measures`; left out where it is none. */
  readonly measured?: number;
  readonly wanted: string;
  /** Left out: the resource's own agent or service. */
  readonly subject?: Subject;
  /** The key of the subject's catalog entry, or another place. */
  readonly cause?: string | Cause;
  /** Left out: the rule's remediation. */
  readonly fix?: string;
}

export interface RuleMetadata {
  /** Kebab case, and the name of its page: docs/rules/<id>.md. */
  readonly id: string;
  readonly description: string;
  readonly category: Category;
  readonly severity: Severity;
  /** Why anybody should care. */
  readonly rationale: string;
  /** What to do about it. */
  readonly remediation: string;
  /** It advises in every tier, unless a tier overrides it. */
  readonly advisory?: true;
  /** Nobody can be exempt from it, and no baseline covers it. */
  readonly exemptible?: false;
  /** Its failures are about an amount too large: an exemption may have a cap. In MiB or thousandths of a core. */
  readonly measures?: "memory" | "cpu";
}

/** Judges one resource at a time. */
export interface ResourceRule extends RuleMetadata {
  readonly scope: "resource";
  /** Type tokens it looks at; others are left alone. */
  readonly types: readonly string[];
  check(resource: ResourceView, expected: Expected): Outcome | readonly Outcome[];
  /**
   * The properties to set so that the resource keeps the rule; null where there is nothing to mend. Only labels,
   * log rotation and the restart policy may be mended, and only in tier dev.
   */
  readonly mend?: (resource: ResourceView, expected: Expected) => Mended | null;
}

/** What a rule may mend by itself: nothing of it changes what an agent does or may use. */
export type Mended = Readonly<Partial<Record<"labels" | "logDriver" | "logOpts" | "restart", PropertyValue>>>;

/** Judges all resources together. */
export interface FleetRule extends RuleMetadata {
  readonly scope: "fleet";
  /** It judges alert rules, which are no resources: where none are at hand (in the engine) it is not asked. */
  readonly needsAlerts?: true;
  /** It judges what is known of drift: where nobody looked, nobody can say which exemptions from it are needed. */
  readonly needsDrift?: true;
  check(resources: readonly ResourceView[], expected: Expected): readonly Outcome[];
}

/** Judges what was decided about the findings of other rules. */
export interface ExceptionRule extends RuleMetadata {
  readonly scope: "exceptions";
  check(uses: Uses, expected: Expected): readonly Outcome[];
}

export type Rule = ResourceRule | FleetRule | ExceptionRule;

export const PASS: Outcome = Object.freeze({ status: "pass" });
export const NOT_APPLICABLE: Outcome = Object.freeze({ status: "notApplicable" });

export function notEvaluated(property: string, subject?: Subject): Outcome {
  return subject === undefined
    ? { status: "notEvaluated", property }
    : { status: "notEvaluated", property, subject };
}
