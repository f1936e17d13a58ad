import { kpiSeries } from "../../plan/alerts/expressions";
import { usageOf } from "../../plan/alerts/usage";
import type { DashboardContext } from "./context";
import { makeDashboard } from "./dashboard";
import type { Row } from "./layout";
import { graph, stat, table } from "./panels";
import type { Goal, PanelSpec } from "./panels";
import type { Dashboard } from "./types";

type Kpi = keyof DashboardContext["plan"]["monitoring"]["kpis"];

/** What each KPI is called, its unit, and on which side of its target the fleet should be. */
const KPIS: Readonly<Record<Kpi, { title: string; unit: string; good: Goal["good"]; what: string }>> = {
  agentUtilisation: {
    title: "Agent utilisation",
    unit: "percentunit",
    good: "above",
    what: "Share of the running agents that had a request in the window. Only counts while work waits.",
  },
  responseTime: {
    title: "Response time",
    unit: "s",
    good: "below",
    what: "Time within which nearly all requests are answered.",
  },
  throughput: {
    title: "Throughput",
    unit: "reqpm",
    good: "above",
    what: "Requests a minute that were finished. Only counts while work waits.",
  },
  memoryEfficiency: {
    title: "Memory efficiency",
    unit: "percentunit",
    good: "above",
    what: "Share of the memory given to running agents that they use. Only counts at full throughput.",
  },
  errors: { title: "Errors", unit: "percentunit", good: "below", what: "Share of the requests that failed." },
  healthChecksPassing: {
    title: "Health checks passing",
    unit: "percentunit",
    good: "above",
    what: "Share of the agents that should pass their check and do.",
  },
};

/** The whole fleet at a glance: its KPIs against the targets of the profile, its alerts, and what they rest on. */
export function fleetOverview(context: DashboardContext): Dashboard {
  const { plan, metrics, rate } = context;
  const usage = usageOf(metrics);
  const budget = plan.budgets.find(({ id }) => id === "agent-memory");
  const kpis = kpiPanels(context);
  const rows: Row[] = [
    { title: "KPIs against their targets", perLine: 6, panels: kpis.map(stat) },
    { title: "KPIs over time", perLine: 3, panels: kpis.map(graph) },
    {
      title: "Alerts and services",
      perLine: 2,
      panels: [
        table({
          title: "Firing alerts",
          description: "The watchdog always fires: without it nothing would be heard.",
          unit: "none",
          queries: [
            {
              expr: 'count by (alertname, severity, owner, agent, service) (ALERTS{alertstate="firing"})',
              legend: "",
            },
          ],
        }),
        graph({
          title: "Services that answer",
          description: "1 while Prometheus can read the metrics of every replica.",
          unit: "none",
          min: 0,
          max: 1,
          queries: [{ expr: 'min by (service) (up{service!=""})', legend: "{{service}}" }],
        }),
      ],
    },
    {
      title: "Agents",
      perLine: 3,
      panels: [
        graph({
          title: "Running agents",
          description: "Agents that run, by pool.",
          unit: "none",
          min: 0,
          stacked: true,
          queries: [
            {
              expr: `count by (pool) (${usage.started})`,
              legend: "{{pool}}",
            },
          ],
        }),
        graph({
          title: "Requests by outcome",
          description: "Finished requests of all agents together; shed ones were refused with 429.",
          unit: "reqps",
          min: 0,
          stacked: true,
          queries: [
            {
              expr: `sum by (outcome) (rate(${metrics.agent("fleet_agent_requests_total")}[${rate}]))`,
              legend: "{{outcome}}",
            },
          ],
        }),
        graph({
          title: "Memory of all agents",
          description: "What the running agents use, by pool, against the budget of the stack.",
          unit: "bytes",
          min: 0,
          stacked: true,
          ...(budget === undefined
            ? {}
            : { goal: { value: budget.limit * 2 ** 20, good: "below" as const } }),
          queries: [{ expr: `sum by (pool) (${usage.memory})`, legend: "{{pool}}" }],
        }),
      ],
    },
  ];
  return makeDashboard(plan, {
    key: "fleet",
    title: "fleet",
    description: "The whole fleet: its KPIs against their targets, its alerts, and what they rest on.",
    variables: [],
    rows,
  });
}

function kpiPanels({ plan, recorded }: DashboardContext): readonly PanelSpec[] {
  const series = kpiSeries(recorded);
  const keys = Object.keys(KPIS) as Kpi[];
  return keys.map((key) => {
    const { title, unit, good, what } = KPIS[key];
    const value = plan.monitoring.kpis[key];
    return {
      title: `${title} (${good === "above" ? ">" : "<"} ${written(value, unit)})`,
      description: `${what} The target is ${good} ${written(value, unit)}.`,
      unit,
      min: 0,
      goal: { value, good },
      queries: [{ expr: series[key], legend: title }],
    };
  });
}

function written(value: number, unit: string): string {
  if (unit === "percentunit") return `${Math.round(value * 1000) / 10} %`;
  return unit === "s" ? `${value} s` : `${value}/min`;
}
