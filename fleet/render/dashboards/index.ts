import type { FleetPlan } from "../../plan/types";
import { agentDashboard } from "./agent";
import { dashboardContext } from "./context";
import type { DashboardKey } from "./dashboard";
import { fleetOverview } from "./fleet-overview";
import { gatewayDashboard } from "./gateway";
import { poolDashboard } from "./pool";
import { GRAFANA_DATASOURCES, GRAFANA_PROVIDER, grafanaDatasources, grafanaProvider } from "./provisioning";
import { queueDashboard } from "./queue";
import type { Dashboard } from "./types";

/** Every dashboard of a stack. The same plan gives the same ones, and their uids last. */
export function dashboardsOf(plan: FleetPlan): Readonly<Record<DashboardKey, Dashboard>> {
  const context = dashboardContext(plan);
  return {
    fleet: fleetOverview(context),
    pool: poolDashboard(context),
    agent: agentDashboard(context),
    queue: queueDashboard(context),
    gateway: gatewayDashboard(context),
  };
}

/** The dashboards as JSON, by what they are about: Grafana imports each as it is. */
export function dashboardTexts(plan: FleetPlan): Readonly<Record<DashboardKey, string>> {
  const entries = Object.entries(dashboardsOf(plan));
  return Object.fromEntries(
    entries.map(([key, dashboard]) => [key, `${JSON.stringify(dashboard, null, 2)}\n`]),
  ) as Record<DashboardKey, string>;
}

/** What Grafana reads, by the kind of the file. A stack that brings it nothing renders nothing. */
export function grafanaFiles(plan: FleetPlan): Readonly<Record<string, string | null>> {
  const asked = plan.services.some(({ files }) =>
    Object.keys(files).some((kind) => kind.startsWith(DASHBOARD)),
  );
  if (!asked) return {};
  const dashboards = Object.entries(dashboardTexts(plan)).map(([key, text]) => [`${DASHBOARD}${key}`, text]);
  return {
    [GRAFANA_DATASOURCES]: grafanaDatasources(plan),
    [GRAFANA_PROVIDER]: grafanaProvider(plan),
    ...(Object.fromEntries(dashboards) as Record<string, string>),
  };
}

/** A dashboard's file is called so, with what it is about. */
const DASHBOARD = "dashboard-";
