import { cpuShare, memoryShare } from "../../plan/alerts/expressions";
import { usageOf } from "../../plan/alerts/usage";
import type { DashboardContext } from "./context";
import { makeDashboard } from "./dashboard";
import { graph, stat } from "./panels";
import type { Dashboard } from "./types";
import { poolVariable } from "./variables";

const POOL = 'pool=~"$pool"';

/** One pool or several: how many of its agents work, how well, and how much room they have left. */
export function poolDashboard({ plan, metrics, rate, percentile }: DashboardContext): Dashboard {
  const agent = (metric: string, ...matchers: string[]) => metrics.agent(metric, POOL, ...matchers);
  const requests = `rate(${agent("fleet_agent_requests_total")}[${rate}])`;
  const buckets = agent("fleet_agent_request_duration_seconds_bucket");
  const { quantile } = plan.monitoring;
  return makeDashboard(plan, {
    key: "pool",
    title: "pool",
    description: "One pool or several: how many of its agents work, how well, and how much room they have.",
    variables: [poolVariable(plan)],
    rows: [
      {
        title: "Now",
        perLine: 4,
        panels: [
          stat({
            title: "Running",
            description: "Agents that run.",
            unit: "none",
            queries: [
              {
                expr: `count by (pool) (${usageOf(metrics, POOL).started})`,
                legend: "{{pool}}",
              },
            ],
          }),
          stat({
            title: "Passing",
            description: "Agents whose readiness check passes in Consul.",
            unit: "none",
            queries: [{ expr: `sum by (pool) (${metrics.check("passing", POOL)})`, legend: "{{pool}}" }],
          }),
          stat({
            title: "In flight",
            description: "Requests that agents work on.",
            unit: "none",
            queries: [{ expr: `sum by (pool) (${agent("fleet_agent_in_flight")})`, legend: "{{pool}}" }],
          }),
          stat({
            title: "Waiting inside of agents",
            description: "Requests that agents accepted and have not begun.",
            unit: "none",
            queries: [{ expr: `sum by (pool) (${agent("fleet_agent_queue_length")})`, legend: "{{pool}}" }],
          }),
        ],
      },
      {
        title: "Requests",
        perLine: 3,
        panels: [
          graph({
            title: "Requests by class",
            description: "Shared out by the weights of the classes.",
            unit: "reqps",
            min: 0,
            stacked: true,
            queries: [{ expr: `sum by (class) (${requests})`, legend: "{{class}}" }],
          }),
          graph({
            title: "Requests by outcome",
            description: "Shed ones were refused with 429.",
            unit: "reqps",
            min: 0,
            stacked: true,
            queries: [{ expr: `sum by (outcome) (${requests})`, legend: "{{outcome}}" }],
          }),
          graph({
            title: `Response time (${percentile})`,
            description: "Time within which this share of the requests of a pool is answered.",
            unit: "s",
            min: 0,
            goal: { value: plan.monitoring.kpis.responseTime, good: "below" },
            queries: [
              {
                expr: `histogram_quantile(${quantile}, sum by (le, pool) (rate(${buckets}[${rate}])))`,
                legend: "{{pool}}",
              },
            ],
          }),
        ],
      },
      {
        title: "Room",
        perLine: 2,
        panels: [
          graph({
            title: "Memory used of the limit, highest ten",
            description: "The agents that are nearest to their memory limit.",
            unit: "percentunit",
            min: 0,
            max: 1,
            queries: [{ expr: `topk(10, ${memoryShare(metrics, POOL)})`, legend: "{{agent}}" }],
          }),
          graph({
            title: "CPU used of the cap, highest ten",
            description: "The agents that are nearest to their CPU cap.",
            unit: "percentunit",
            min: 0,
            queries: [{ expr: `topk(10, ${cpuShare(metrics, rate, POOL)})`, legend: "{{agent}}" }],
          }),
        ],
      },
    ],
  });
}
