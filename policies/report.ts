import type { Level, Severity, TierName } from "../fleet/tier";
import type { Finding } from "./finding";
import type { Category } from "./rule";

/** How often a rule was asked and what it answered. */
export interface RuleResult {
  readonly id: string;
  readonly description: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly level: Level;
  readonly passed: number;
  /** Failures that count. */
  readonly failed: number;
  /** Failures that an exemption covers: not passed. */
  readonly exempted: number;
  /** Failures that the baseline knows: not passed. */
  readonly baselined: number;
  readonly notApplicable: number;
  readonly notEvaluated: number;
}

export interface Summary {
  readonly resources: number;
  readonly rules: number;
  /** Findings that block: mandatory and failed. */
  readonly blocking: number;
  readonly advisory: number;
  readonly notEvaluated: number;
  readonly exempted: number;
  /** Findings that were there before the rules. */
  readonly baselined: number;
  readonly verdict: "pass" | "blocked" | "not-evaluated";
}

/** What the rules say of a fleet. Every reporter is a function of it. */
export interface Report {
  readonly schemaVersion: 1;
  readonly fleet: string;
  readonly stack: string;
  readonly tier: TierName;
  readonly summary: Summary;
  /** Sorted by level, subject, rule and property; those that don't count stand last. */
  readonly findings: readonly Finding[];
  /** Sorted by id; rules that were never applicable are here too. */
  readonly rules: readonly RuleResult[];
}
