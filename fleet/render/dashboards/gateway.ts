import { MODEL_BACKENDS } from "../../plan/alerts/metrics";
import type { DashboardContext } from "./context";
import { makeDashboard } from "./dashboard";
import type { Row } from "./layout";
import { graph, stat } from "./panels";
import type { Dashboard } from "./types";

const MODELS = `proxy=~"${MODEL_BACKENDS}"`;

/** The gateway to the model and the router to the agents: who is behind them, and how they answer. */
export function gatewayDashboard(context: DashboardContext): Dashboard {
  return makeDashboard(context.plan, {
    key: "gateway",
    title: "gateway",
    description:
      "The gateway to the model and the router to the agents: who is behind them, how they answer.",
    variables: [],
    rows: [model(context), router(context)],
  });
}

function model({ metrics, recorded, rate }: DashboardContext): Row {
  const gateway = (metric: string, ...matchers: string[]) =>
    metrics.service("model-gateway", metric, ...matchers);
  const fallback = `sum(rate(${metrics.agent("fleet_agent_fallback_total")}[${rate}]))`;
  return {
    title: "Model",
    perLine: 3,
    panels: [
      stat({
        title: "Models that answer",
        description: "Servers that the gateway sends requests to. Without one all agents use their fallback.",
        unit: "none",
        goal: { value: 1, good: "above" },
        queries: [
          {
            expr: `sum by (proxy) (${gateway("haproxy_backend_active_servers", MODELS)})`,
            legend: "{{proxy}}",
          },
        ],
      }),
      stat({
        title: "Open breakers of the gateway",
        description: "Models that failed too often and get nothing until they pass their checks again.",
        unit: "none",
        goal: { value: 1, good: "below" },
        queries: [
          { expr: `sum(${gateway("haproxy_server_status", MODELS, 'state="DOWN"')})`, legend: "open" },
        ],
      }),
      stat({
        title: "Answers without the model",
        description: "Share of the requests that agents answered with their fallback.",
        unit: "percentunit",
        queries: [{ expr: `${fallback} / (${recorded.requests} > 0)`, legend: "fallback" }],
      }),
      graph({
        title: "Answers of the gateway",
        description: "By status, as agents get them.",
        unit: "reqps",
        min: 0,
        stacked: true,
        queries: [
          {
            expr: `sum by (code) (rate(${gateway("haproxy_frontend_http_responses_total", 'proxy="gateway"')}[${rate}]))`,
            legend: "{{code}}",
          },
        ],
      }),
      graph({
        title: "Breakers of the agents",
        description: "Agents by the state of their own breaker to the model.",
        unit: "none",
        min: 0,
        stacked: true,
        queries: [
          { expr: `sum by (state) (${metrics.agent("fleet_agent_breaker_state")})`, legend: "{{state}}" },
        ],
      }),
      graph({
        title: "State of each model",
        description:
          "1 in the state that it is in: UP, DOWN while its breaker is open, MAINT for a spare slot.",
        unit: "none",
        min: 0,
        max: 1,
        queries: [
          {
            expr: `max by (proxy, server, state) (${gateway("haproxy_server_status", MODELS)}) == 1`,
            legend: "{{proxy}}/{{server}} {{state}}",
          },
        ],
      }),
    ],
  };
}

function router({ metrics, rate }: DashboardContext): Row {
  const answers = (...matchers: string[]) =>
    `rate(${metrics.service("router", "haproxy_frontend_http_responses_total", 'proxy="router"', ...matchers)}[${rate}])`;
  return {
    title: "Router",
    perLine: 3,
    panels: [
      graph({
        title: "Agents behind the router",
        description: "Agents of each pool that pass the router's check.",
        unit: "none",
        min: 0,
        queries: [
          {
            // Every replica sees the same agents.
            expr: `max by (proxy) (${metrics.service("router", "haproxy_backend_active_servers")})`,
            legend: "{{proxy}}",
          },
        ],
      }),
      graph({
        title: "Answers of the router",
        description: "By status, as callers get them.",
        unit: "reqps",
        min: 0,
        stacked: true,
        queries: [{ expr: `sum by (code) (${answers()})`, legend: "{{code}}" }],
      }),
      graph({
        title: "Share of errors",
        description: "Answers that are 5xx: the agent failed, or there was none.",
        unit: "percentunit",
        min: 0,
        queries: [{ expr: `sum(${answers('code="5xx"')}) / (sum(${answers()}) > 0)`, legend: "5xx" }],
      }),
    ],
  };
}
