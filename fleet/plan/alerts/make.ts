import type { Catalog, CatalogService, Signal } from "../../catalog/types";
import type { PathStep } from "../../source/json";
import { prometheusDuration, seconds } from "../../units/duration";
import type { AlertPlan, Naming } from "../types";
import type { Metrics } from "./metrics";
import { recordingNames } from "./recordings";
import type { RecordingNames } from "./recordings";

/** What an alert tells of. Notifications group by it, and an outage of a service silences what follows from it. */
export type AlertScope = "agent" | "service" | "fleet";

/** Everything that the alerts of a stack are made of. */
export interface AlertContext {
  readonly catalog: Catalog;
  readonly naming: Naming;
  readonly metrics: Metrics;
  readonly recorded: RecordingNames;
  /** Those that the stack runs. */
  readonly services: readonly CatalogService[];
  /** The window of rates, as Prometheus writes it. */
  readonly rate: string;
}

export interface AlertSpec {
  readonly name: string;
  readonly group: string;
  readonly scope: AlertScope;
  readonly signal: Signal;
  readonly expr: string;
  readonly summary: string;
  readonly description: string;
  readonly covers: readonly string[];
  /** The number that decides, why it does, and where it stands (a path in profiles.yaml); null when none decides. */
  readonly threshold: {
    readonly value: number;
    readonly why: string;
    readonly at: readonly PathStep[];
  } | null;
  /** @default the owner of what belongs to nobody else */
  readonly owner?: string;
}

export function alertContext(
  catalog: Catalog,
  naming: Naming,
  metrics: Metrics,
  services: readonly CatalogService[],
): AlertContext {
  return {
    catalog,
    naming,
    metrics,
    services,
    recorded: recordingNames(catalog.profiles.alerting),
    rate: prometheusDuration(catalog.profiles.alerting.rateWindow),
  };
}

/** An alert without its runbook: `withRunbooks` adds that to all. */
export function makeAlert({ catalog }: AlertContext, spec: AlertSpec): AlertPlan {
  const { threshold } = spec;
  return {
    name: spec.name,
    group: spec.group,
    expr: spec.expr,
    for: spec.signal.for,
    keepFiringFor: spec.signal.keepFiringFor ?? seconds(0),
    severity: spec.signal.severity,
    owner: spec.owner ?? catalog.profiles.alerting.owner,
    summary: spec.summary,
    description: spec.description,
    runbook: "",
    covers: spec.covers,
    threshold:
      threshold === null
        ? null
        : {
            value: threshold.value,
            why: threshold.why,
            from: catalog.places.profile(...threshold.at),
          },
    labels: { scope: spec.scope },
  };
}

/** The owner of the service with these metrics, from the catalog. */
export function ownerOf({ catalog }: AlertContext, role: string): string {
  for (const service of catalog.services.values()) {
    if (service.metrics?.role === role) return service.owner;
  }
  return catalog.profiles.alerting.owner;
}
