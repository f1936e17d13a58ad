import type { Catalog } from "../../catalog/types";
import type { Tier } from "../../tier";
import { runsService } from "../../tier";
import type { AlertPlan, Naming, RecordingPlan } from "../types";
import { agentAlerts } from "./agents";
import { burnRateAlerts } from "./burn-rates";
import { kpiAlerts } from "./kpis";
import { alertContext } from "./make";
import { metricsOf } from "./metrics";
import type { Metrics } from "./metrics";
import { queueAlerts } from "./queue";
import { planRecordings } from "./recordings";
import { routingAlerts } from "./routing";
import { withRunbooks } from "./runbooks";
import { serviceAlerts } from "./services";
import { thresholdAlerts } from "./thresholds";

/**
 * Every alert of the fleet, sorted by group and name. As many for one agent as for a thousand: the labels of the
 * series tell agents apart. Only services that stacks of the tier run are missed.
 */
export function planAlerts(catalog: Catalog, naming: Naming, tier: Tier): AlertPlan[] {
  const running = [...catalog.services.values()].filter(({ name }) => runsService(tier, name));
  const context = alertContext(catalog, naming, metricsIn(catalog, naming), running);
  const alerts = [
    ...thresholdAlerts(context),
    ...kpiAlerts(context),
    ...burnRateAlerts(context),
    ...agentAlerts(context),
    ...queueAlerts(context),
    ...routingAlerts(context),
    ...serviceAlerts(context),
  ];
  return withRunbooks(alerts, catalog.profiles.alerting.runbooks).sort((a, b) =>
    `${a.group}/${a.name}` < `${b.group}/${b.name}` ? -1 : 1,
  );
}

/** The series that alerts and dashboards share. */
export function recordingsOf(catalog: Catalog, naming: Naming): RecordingPlan[] {
  return planRecordings(catalog, metricsIn(catalog, naming));
}

function metricsIn({ fleet, services }: Catalog, naming: Naming): Metrics {
  return metricsOf({ fleet, services: services.values() }, naming);
}
