import { prometheusDuration } from "../../units/duration";
import type { AlertPlan } from "../types";
import { makeAlert, ownerOf } from "./make";
import type { AlertContext, AlertSpec } from "./make";
import { MODEL_BACKENDS } from "./metrics";

/** The model behind its gateway, and the agents behind the router. */
export function routingAlerts(context: AlertContext): AlertPlan[] {
  const { metrics, recorded, catalog } = context;
  const { alerting } = catalog.profiles;
  const { fallbackAnswers, routerErrors } = alerting.signals;
  const make = (
    key: keyof typeof alerting.signals,
    role: "router" | "model-gateway",
    spec: Pick<AlertSpec, "name" | "expr" | "summary" | "description" | "threshold"> & Partial<AlertSpec>,
  ): AlertPlan =>
    makeAlert(context, {
      group: role === "router" ? "fleet-router" : "fleet-model",
      scope: "service",
      signal: alerting.signals[key],
      owner: ownerOf(context, role),
      covers: [`alerting.signals.${key}`],
      ...spec,
    });
  const models = `proxy=~"${MODEL_BACKENDS}"`;
  const fallback = prometheusDuration(fallbackAnswers.window);
  const answers = (...matchers: string[]): string =>
    `sum(rate(${metrics.service("router", "haproxy_frontend_http_responses_total", 'proxy="router"', ...matchers)}[${prometheusDuration(routerErrors.window)}]))`;
  return [
    make("modelBreakerOpen", "model-gateway", {
      name: "FleetModelBreakerOpen",
      // Slots without a server are MAINT; DOWN is a server that failed its checks or its answers.
      expr: `${metrics.service("model-gateway", "haproxy_server_status", models, 'state="DOWN"')} == 1`,
      summary: "The breaker to {{ $labels.proxy }}/{{ $labels.server }} is open",
      description: "The gateway sends this model nothing until it passes its checks again.",
      threshold: null,
    }),
    make("modelUnavailable", "model-gateway", {
      name: "FleetModelUnavailable",
      expr: `sum(${metrics.service("model-gateway", "haproxy_backend_active_servers", models)}) == 0`,
      summary: "No model answers",
      description: "Every backend of the model gateway is down; all agents answer with their fallback.",
      threshold: null,
    }),
    make("fallbackAnswers", "model-gateway", {
      name: "FleetFallbackAnswers",
      scope: "fleet",
      expr: `sum(rate(${metrics.agent("fleet_agent_fallback_total")}[${fallback}])) / sum(rate(${metrics.agent("fleet_agent_requests_total")}[${fallback}])) > ${fallbackAnswers.above} and ${recorded.requests} * 60 >= ${alerting.minTraffic}`,
      summary: "Many answers are fallbacks",
      description: "{{ $value | humanizePercentage }} of the requests were answered without the model.",
      threshold: {
        value: fallbackAnswers.above,
        why: "a short outage stays below it",
        at: ["alerting", "signals", "fallbackAnswers", "above"],
      },
    }),
    make("routerWithoutAgents", "router", {
      name: "FleetRouterWithoutAgents",
      expr: `max by (proxy) (${metrics.service("router", "haproxy_backend_active_servers", 'proxy="hot"')}) == 0`,
      summary: "The router has no agent to send requests to",
      description: "No hot agent is registered and passes the router's check.",
      threshold: null,
    }),
    make("routerErrors", "router", {
      name: "FleetRouterErrors",
      // Requests that reach no agent are in no agent's counters.
      expr: `${answers('code="5xx"')} / ${answers()} > ${routerErrors.above} and ${answers()} * 60 >= ${alerting.minTraffic}`,
      summary: "The router answers with errors",
      description: "{{ $value | humanizePercentage }} of its answers are 5xx.",
      threshold: {
        value: routerErrors.above,
        why: "as with agents that fail",
        at: ["alerting", "signals", "routerErrors", "above"],
      },
    }),
  ];
}
