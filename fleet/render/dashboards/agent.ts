import { cpuShare, memoryShare } from "../../plan/alerts/expressions";
import { usageOf } from "../../plan/alerts/usage";
import type { DashboardContext } from "./context";
import { makeDashboard } from "./dashboard";
import type { Row } from "./layout";
import { graph, stat } from "./panels";
import type { Dashboard } from "./types";
import { agentVariable } from "./variables";

const AGENT = 'agent="$agent"';

/** One agent: whether it answers, what it does, and what it needs for that. */
export function agentDashboard(context: DashboardContext): Dashboard {
  return makeDashboard(context.plan, {
    key: "agent",
    title: "agent",
    description: "One agent: whether it answers, what it does, and what it needs for that.",
    variables: [agentVariable(context.metrics)],
    rows: [now(context), requests(context), resources(context)],
  });
}

function now({ metrics }: DashboardContext): Row {
  const { started } = usageOf(metrics, AGENT);
  return {
    title: "Now",
    perLine: 4,
    panels: [
      stat({
        title: "Answers",
        description: "Whether Prometheus can read its metrics. One that sleeps is not asked.",
        unit: "none",
        values: { "0": { text: "no", color: "red" }, "1": { text: "yes", color: "green" } },
        queries: [{ expr: `max(${metrics.agent("up", AGENT)})`, legend: "answers" }],
      }),
      stat({
        title: "Check passes",
        description: "Its readiness check in Consul. One that sleeps does not pass, as it should.",
        unit: "none",
        values: { "0": { text: "no", color: "red" }, "1": { text: "yes", color: "green" } },
        queries: [{ expr: `max(${metrics.check("passing", AGENT)})`, legend: "passes" }],
      }),
      stat({
        title: "Runs since",
        description: "Time since it was started.",
        unit: "s",
        queries: [{ expr: `time() - max(${started})`, legend: "runs" }],
      }),
      stat({
        title: "Breaker to the model",
        description: "The state that the agent's circuit breaker is in.",
        unit: "none",
        queries: [
          {
            expr: `max by (state) (${metrics.agent("fleet_agent_breaker_state", AGENT)}) == 1`,
            legend: "{{state}}",
          },
        ],
      }),
    ],
  };
}

function requests({ plan, metrics, rate }: DashboardContext): Row {
  const agent = (metric: string) => metrics.agent(metric, AGENT);
  const buckets = `sum by (le) (rate(${agent("fleet_agent_request_duration_seconds_bucket")}[${rate}]))`;
  const { quantile, kpis } = plan.monitoring;
  return {
    title: "Requests",
    perLine: 2,
    panels: [
      graph({
        title: "Requests by outcome",
        description: "Shed ones were refused with 429.",
        unit: "reqps",
        min: 0,
        stacked: true,
        queries: [
          {
            expr: `sum by (outcome) (rate(${agent("fleet_agent_requests_total")}[${rate}]))`,
            legend: "{{outcome}}",
          },
        ],
      }),
      graph({
        title: "Response time",
        description: "Half of the requests, and nearly all of them, are answered within this time.",
        unit: "s",
        min: 0,
        goal: { value: kpis.responseTime, good: "below" },
        queries: [
          { expr: `histogram_quantile(0.5, ${buckets})`, legend: "half" },
          { expr: `histogram_quantile(${quantile}, ${buckets})`, legend: "nearly all" },
        ],
      }),
      graph({
        title: "Work in hand",
        description: "Requests that it works on, and those that it accepted and has not begun.",
        unit: "none",
        min: 0,
        queries: [
          { expr: `sum(${agent("fleet_agent_in_flight")})`, legend: "in flight" },
          { expr: `sum(${agent("fleet_agent_queue_length")})`, legend: "waiting" },
        ],
      }),
      graph({
        title: "Answers without the model",
        description: "Fallback answers, given while the breaker is open or the model too slow.",
        unit: "reqps",
        min: 0,
        queries: [{ expr: `sum(rate(${agent("fleet_agent_fallback_total")}[${rate}]))`, legend: "fallback" }],
      }),
    ],
  };
}

function resources({ metrics, rate }: DashboardContext): Row {
  const usage = usageOf(metrics, AGENT);
  const container = (metric: string) => metrics.container(metric, AGENT);
  const throttled = `sum(rate(${container("container_cpu_cfs_throttled_periods_total")}[${rate}]))`;
  const periods = `sum(rate(${container("container_cpu_cfs_periods_total")}[${rate}]))`;
  return {
    title: "Memory and CPU",
    perLine: 2,
    panels: [
      graph({
        title: "Memory",
        description:
          "What counts against the limit: as the kernel counts it where cAdvisor knows the container, else as the process says.",
        unit: "bytes",
        min: 0,
        queries: [
          { expr: `sum(${usage.memory})`, legend: "used" },
          { expr: `sum(${usage.memoryLimit})`, legend: "limit" },
          { expr: `sum(${metrics.agent("process_resident_memory_bytes", AGENT)})`, legend: "resident" },
        ],
      }),
      graph({
        title: "Share of what it may use",
        description:
          "Memory of the limit, CPU of the cap, and periods in which the cap held it back (cAdvisor alone knows these).",
        unit: "percentunit",
        min: 0,
        queries: [
          { expr: memoryShare(metrics, AGENT), legend: "memory" },
          { expr: cpuShare(metrics, rate, AGENT), legend: "CPU" },
          { expr: `${throttled} / (${periods} > 0)`, legend: "held back" },
        ],
      }),
      graph({
        title: "Killed for want of memory",
        description:
          "Processes of it that the kernel killed since the container was made. cAdvisor alone knows.",
        unit: "none",
        min: 0,
        queries: [{ expr: `sum(${container("container_oom_events_total")})`, legend: "kills" }],
      }),
      graph({
        title: "Lag of the event loop",
        description: "How late Node gets to what is due. Agents that are not in Node have none.",
        unit: "s",
        min: 0,
        queries: [
          { expr: `max(${metrics.agent("nodejs_eventloop_lag_p99_seconds", AGENT)})`, legend: "lag" },
        ],
      }),
    ],
  };
}
