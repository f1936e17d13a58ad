import type { Catalog } from "../../catalog/types";
import type { AlertPlan, Naming } from "../types";
import { thresholdAlerts } from "./thresholds";

/** Every alert of the fleet, sorted by group and name. */
export function planAlerts(catalog: Catalog, naming: Naming): AlertPlan[] {
  return [...thresholdAlerts(catalog, naming)].sort((a, b) =>
    `${a.group}/${a.name}` < `${b.group}/${b.name}` ? -1 : 1,
  );
}
