import type { FleetPlan } from "../../plan/types";
import { layout } from "./layout";
import type { Row } from "./layout";
import type { Dashboard, Variable } from "./types";

/** The version of Grafana's dashboard format that is written here; newer Grafanas migrate it themselves. */
const SCHEMA_VERSION = 41;
/** Grafana takes no more characters. */
const MAX_UID = 40;

/** What a dashboard is about, and the last part of its uid. */
export type DashboardKey = "fleet" | "pool" | "agent" | "queue" | "gateway";

export interface DashboardSpec {
  readonly key: DashboardKey;
  readonly title: string;
  readonly description: string;
  readonly variables: readonly Variable[];
  readonly rows: readonly Row[];
}

/** Stays what it is when titles change, so that links go on leading somewhere. */
export function dashboardUid({ naming }: FleetPlan, key: DashboardKey): string {
  return `${naming.scope.slice(0, MAX_UID - key.length - 1)}-${key}`;
}

export function makeDashboard(plan: FleetPlan, spec: DashboardSpec): Dashboard {
  const tag = plan.naming.scope;
  return {
    uid: dashboardUid(plan, spec.key),
    title: `${plan.naming.scope}: ${spec.title}`,
    description: spec.description,
    tags: [tag],
    timezone: "browser",
    editable: true,
    graphTooltip: 1,
    time: { from: "now-1h", to: "now" },
    refresh: "30s",
    schemaVersion: SCHEMA_VERSION,
    annotations: { list: [] },
    templating: { list: [datasource(plan), ...spec.variables] },
    links: [
      {
        title: "Fleet",
        type: "dashboards",
        icon: "external link",
        tooltip: "",
        tags: [tag],
        asDropdown: true,
        targetBlank: false,
        includeVars: true,
        keepTime: true,
      },
    ],
    panels: layout(spec.rows),
  };
}

/** The uid and name of the stack's own Prometheus in its Grafana. */
export function datasourceUid({ naming }: FleetPlan): string {
  return `${naming.scope.slice(0, MAX_UID - "-prometheus".length)}-prometheus`;
}

function datasource(plan: FleetPlan): Variable {
  const uid = datasourceUid(plan);
  return {
    type: "datasource",
    name: "datasource",
    label: "Prometheus",
    query: "prometheus",
    current: { selected: true, text: uid, value: uid },
    multi: false,
    includeAll: false,
    options: [],
    refresh: 1,
    regex: "",
    auto_min: "10s",
    auto_count: 30,
    hide: 0,
    skipUrlSync: false,
  };
}
