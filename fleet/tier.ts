import type { Level } from "./catalog/schema.generated";
import type { Place } from "./place";
import type { PathStep } from "./source/json";
import type { Millicores } from "./units/cpu";
import type { Seconds } from "./units/duration";
import type { MiB } from "./units/memory";

export type { Level };

/** The tiers, from the most lenient to the strictest. */
export const TIERS = ["local", "dev", "staging", "prod"] as const;
export type TierName = (typeof TIERS)[number];

/** Tiers in which what could not be judged stops a run, and nothing is deployed on other terms than those of today. */
export function isStrict(tier: string): boolean {
  return tier === "staging" || tier === "prod";
}

/** critical: security and what can't run at all; high: makes agents useless; medium: sizing; low: style. */
export const SEVERITIES = ["critical", "high", "medium", "low"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a stack of this tier may spend and how strict it is. */
export interface Tier {
  readonly name: TierName;
  readonly stacks: readonly string[];
  /** The image all agents run instead of their own, where the tier has one. */
  readonly agentImage: string | null;
  /** The services of the stack; null: all of the catalog. */
  readonly services: readonly string[] | null;
  readonly budgets: {
    readonly agentMemory: MiB;
    readonly agentCpu: Millicores;
    readonly hostMemory: MiB;
    readonly hostCpu: Millicores;
  };
  readonly enforcement: Readonly<Record<Severity, Level>>;
  readonly overrides: readonly { readonly rule: string; readonly level: Level; readonly reason: string }[];
  /** In days: how long an exemption may count here (below 0: none does), and how long before its end it is told of. */
  readonly exemptions: { readonly longest: number; readonly warn: number };
  readonly imagePinning: "tag" | "digest";
  /** How old the last report of drift may be when something is deployed; null: none is asked for. */
  readonly maxDriftReportAge: Seconds | null;
  /** Whether the stack's own registry lets everybody in, or only who has a token. */
  readonly registryAccess: "open" | "tokens";
  readonly protectStateful: boolean;
  readonly replicas: Readonly<Record<string, number>>;
  /** What a service may use here, where that is less than the catalog gives it. */
  readonly limits: Readonly<Record<string, { readonly cpu?: Millicores; readonly memory?: MiB }>>;
  place(...path: PathStep[]): Place;
}

/** A stack as its configuration says it. */
export interface Stack {
  readonly name: string;
  readonly tier: Tier;
  /** Where the stack names its tier. */
  readonly place: Place;
}

/** What of a rule decides its level. */
export interface Leveled {
  readonly id: string;
  readonly severity: Severity;
  /** It advises in every tier, unless a tier overrides it. */
  readonly advisory?: true;
}

/** The level of a rule in a tier: its override where there is one, else that of its severity. */
export function levelOf(tier: Tier, { id, severity, advisory }: Leveled): Level {
  const own = tier.overrides.find((override) => override.rule === id)?.level;
  return own ?? (advisory === true ? "advisory" : tier.enforcement[severity]);
}

/** True when stacks of this tier run the service. What depends on a service that is not run does without it. */
export function runsService(tier: Tier, service: string): boolean {
  return tier.services === null || tier.services.includes(service);
}
