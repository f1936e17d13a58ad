import type { Panel, PanelBase, Target, Thresholds, ValueMapping } from "./types";

/** The Prometheus that the reader chose above the dashboard, so that it works wherever it is imported. */
export const DATASOURCE = { type: "prometheus", uid: "${datasource}" } as const;

/** A query and what its series are called; `{{label}}` is that label's value. */
export interface Query {
  readonly expr: string;
  readonly legend: string;
}

/** A number that divides good from bad. */
export interface Goal {
  readonly value: number;
  /** On which side of the number it is good. */
  readonly good: "above" | "below";
}

export interface PanelSpec {
  readonly title: string;
  readonly description: string;
  /** One of Grafana's names of units, such as `percentunit`. */
  readonly unit: string;
  readonly queries: readonly [Query, ...Query[]];
  readonly goal?: Goal;
  /** The ends of the axis, where the data alone would mislead. */
  readonly min?: number;
  readonly max?: number;
  /** What a value is called. */
  readonly values?: Readonly<Record<string, { readonly text: string; readonly color: string }>>;
  /** In stacks of their own, one on the other. */
  readonly stacked?: boolean;
}

/** The value as it is now. */
export function stat(spec: PanelSpec): Panel {
  const options = {
    graphMode: "none",
    colorMode: spec.goal === undefined && spec.values === undefined ? "none" : "background",
    justifyMode: "auto",
    textMode: "auto",
    wideLayout: true,
    showPercentChange: false,
    percentChangeColorMode: "standard",
    orientation: "auto",
    reduceOptions: { calcs: ["lastNotNull"], fields: "", values: false },
  } as const;
  return { type: "stat", ...common(spec, "instant", {}), options };
}

/** How the value went. */
export function graph(spec: PanelSpec): Panel {
  const custom = {
    drawStyle: "line",
    fillOpacity: spec.stacked === true ? 20 : 0,
    lineWidth: 1,
    showPoints: "never",
    spanNulls: false,
    stacking: { mode: spec.stacked === true ? "normal" : "none", group: "A" },
    ...(spec.goal === undefined ? {} : { thresholdsStyle: { mode: "line" } }),
  };
  const options = {
    legend: { displayMode: "list", placement: "bottom", showLegend: true, calcs: [] },
    tooltip: { mode: "multi", sort: "desc" },
  } as const;
  return { type: "timeseries", ...common(spec, "range", custom), options };
}

/** The series as they are now, one a line. */
export function table(spec: PanelSpec): Panel {
  const options = { frameIndex: 0, showHeader: true, showTypeIcons: false, cellHeight: "sm" } as const;
  const panel = common(spec, "table", { align: "auto", inspect: false });
  const hidden = { id: "organize", options: { excludeByName: { Time: true, __name__: true, job: true } } };
  return { type: "table", ...panel, transformations: [hidden], options };
}

function common(spec: PanelSpec, kind: "instant" | "range" | "table", custom: object): PanelBase {
  const { title, description, unit, goal, min, max, values } = spec;
  return {
    title,
    description,
    datasource: DATASOURCE,
    targets: spec.queries.map((query, index) => targetOf(query, index, kind)),
    fieldConfig: {
      defaults: {
        unit,
        noValue: "-",
        ...(min === undefined ? {} : { min }),
        ...(max === undefined ? {} : { max }),
        ...(goal === undefined ? {} : { thresholds: thresholdsOf(goal) }),
        ...(goal === undefined
          ? {}
          : { color: { mode: kind === "range" ? "palette-classic" : "thresholds" } }),
        ...(values === undefined ? {} : { mappings: [mappingOf(values)] }),
        custom,
      },
      overrides: [],
    },
  };
}

function targetOf({ expr, legend }: Query, index: number, kind: "instant" | "range" | "table"): Target {
  return {
    refId: String.fromCharCode("A".charCodeAt(0) + index),
    datasource: DATASOURCE,
    expr,
    legendFormat: legend,
    format: kind === "table" ? "table" : "time_series",
    instant: kind !== "range",
    range: kind === "range",
  };
}

function thresholdsOf({ value, good }: Goal): Thresholds {
  const [below, above] = good === "above" ? ["red", "green"] : ["green", "red"];
  // The first step begins at minus infinity, which JSON writes as null.
  return {
    mode: "absolute",
    steps: [
      { value: null, color: below },
      { value, color: above },
    ],
  };
}

function mappingOf(values: NonNullable<PanelSpec["values"]>): ValueMapping {
  return { type: "value", options: values };
}
