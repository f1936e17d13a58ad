import type { Metrics } from "../../plan/alerts/metrics";
import type { FleetPlan } from "../../plan/types";
import { DATASOURCE } from "./panels";
import type { Variable } from "./types";

const ALL = { selected: true, text: "All", value: "$__all" };

/** `$pool`: one pool, several or all, as a regular expression. */
export function poolVariable({ pools }: FleetPlan): Variable {
  const names = pools.map(({ name }) => name);
  return {
    type: "custom",
    name: "pool",
    label: "Pool",
    query: names.join(","),
    current: ALL,
    multi: true,
    includeAll: true,
    options: [ALL, ...names.map((name) => ({ selected: false, text: name, value: name }))],
  };
}

/** `$agent`: one of the agents that Consul knows, those that sleep as well. */
export function agentVariable(metrics: Metrics): Variable {
  const query = `label_values(${metrics.check("passing")}, agent)`;
  return {
    type: "query",
    name: "agent",
    label: "Agent",
    datasource: DATASOURCE,
    definition: query,
    query: { qryType: 1, query, refId: "agent" },
    refresh: 2,
    sort: 1,
    multi: false,
    includeAll: false,
    regex: "",
    options: [],
  };
}
