import type { FleetPlan } from "../fleet/plan/types";
import { prometheusConfig } from "../fleet/render/prometheus-config";
import { prometheusRules } from "../fleet/render/prometheus-rules";

/** What stands in the files that services read, by the kind that the catalog names them with. */
export type RenderedFiles = Readonly<Record<string, string>>;

/** Every file that a service of the plan may ask for. */
export function renderFiles(plan: FleetPlan): RenderedFiles {
  return {
    "alert-rules": prometheusRules(plan.alerts, plan.recordings),
    "prometheus-config": prometheusConfig(plan),
  };
}
