import type { Seconds } from "../fleet/units/duration";

/** A Prometheus alert rule as a rule of the fleet sees it: what is rendered, whoever rendered it. */
export interface AlertView {
  readonly name: string;
  /** PromQL. */
  readonly expr: string;
  /** How long the expression has to hold. */
  readonly for: Seconds;
  readonly severity: string;
  /** Keys of profiles.yaml that it watches over: `alerts.memory`, `kpis.errors`. */
  readonly covers: readonly string[];
}
