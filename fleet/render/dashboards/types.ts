// Types alone: the SDK's code takes longer to load than `fleet check` takes to check.
import type * as dashboard from "@grafana/grafana-foundation-sdk/dashboard";
import type * as prometheus from "@grafana/grafana-foundation-sdk/prometheus";
import type * as stat from "@grafana/grafana-foundation-sdk/stat";
import type * as table from "@grafana/grafana-foundation-sdk/table";
import type * as timeseries from "@grafana/grafana-foundation-sdk/timeseries";

/** A type of the SDK as JSON: enumerations are their values, and what the SDK leaves open is unknown. */
export type Plain<T> = 0 extends 1 & T
  ? unknown
  : T extends string
    ? `${T}`
    : T extends number | boolean | null | undefined
      ? T
      : T extends readonly (infer U)[]
        ? readonly Plain<U>[]
        : { readonly [K in keyof T]: Plain<T[K]> };

/** One query of a panel. */
export type Target = Plain<
  Pick<
    prometheus.Dataquery,
    "datasource" | "expr" | "format" | "instant" | "legendFormat" | "range" | "refId"
  >
>;

export type PanelBase = Plain<Omit<dashboard.Panel, "type" | "targets" | "options">> & {
  readonly targets: readonly Target[];
};

/** A panel without its place and number, which the layout gives it. */
export type Panel =
  | (PanelBase & { readonly type: "stat"; readonly options: Plain<stat.Options> })
  | (PanelBase & { readonly type: "timeseries"; readonly options: Plain<timeseries.Options> })
  | (PanelBase & { readonly type: "table"; readonly options: Plain<table.Options> });

export type RowPanel = Plain<Omit<dashboard.RowPanel, "type" | "panels">> & {
  readonly type: "row";
  readonly panels: readonly never[];
};
export type GridPos = Plain<dashboard.GridPos>;
export type Variable = Plain<dashboard.VariableModel>;
export type Thresholds = Plain<dashboard.ThresholdsConfig>;
export type ValueMapping = Plain<dashboard.ValueMapping>;

/** A dashboard as Grafana imports and provisions it. */
export type Dashboard = Plain<
  Omit<dashboard.Dashboard, "panels" | "templating" | "annotations" | "snapshot">
> & {
  readonly uid: string;
  readonly title: string;
  readonly panels: readonly (Panel | RowPanel)[];
  readonly templating: { readonly list: readonly Variable[] };
  readonly annotations: { readonly list: readonly Plain<dashboard.AnnotationQuery>[] };
};
