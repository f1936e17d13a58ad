import type { CatalogService, ServiceMetrics } from "../../catalog/types";
import { seconds, prometheusDuration } from "../../units/duration";
import { DOCKER_SOCKET_CONFIG } from "../../render/haproxy/docker-socket";
import { serviceJob } from "../names";
import type { AlertPlan } from "../types";
import { makeAlert, ownerOf } from "./make";
import type { AlertContext, AlertSpec } from "./make";

/** Without services none is missing. */
const NEVER = "absent(vector(1))";

/** The services around the agents, and whether the alerts themselves can see and be heard. */
export function serviceAlerts(context: AlertContext): AlertPlan[] {
  const { metrics, catalog, naming, services } = context;
  const { alerting } = catalog.profiles;
  const { rulesFailing, notificationsFailing } = alerting.signals;
  const make = (
    key: keyof typeof alerting.signals,
    spec: Pick<AlertSpec, "name" | "expr" | "summary" | "description"> & Partial<AlertSpec>,
  ): AlertPlan =>
    makeAlert(context, {
      group: "fleet-services",
      scope: "service",
      signal: alerting.signals[key],
      covers: [`alerting.signals.${key}`],
      threshold: null,
      ...spec,
    });
  const scraped = services.filter((service) => service.metrics !== null);
  const jobs = (which: (service: CatalogService) => boolean): string =>
    `job=~"${scraped
      .filter(which)
      .map(({ name }) => serviceJob(naming, name))
      .join("|")}"`;
  const container = `container_start_time_seconds{job="${metrics.job("containers")}",service`;
  const missing = services.map(({ name, metrics: served }) =>
    served === null
      ? // Only cAdvisor knows of it, so it is missing only where cAdvisor sees the others.
        `(absent(${container}="${name}"}) and on () count(${container}!=""}))`
      : `absent(up{job="${serviceJob(naming, name)}"})`,
  );
  const told = (role: ServiceMetrics["role"], metric: string): readonly string[] =>
    isLeftOut(role, context) ? [] : [metrics.service(role, metric)];
  const sources = [
    metrics.agent("fleet_agent_in_flight"),
    // Without its way to Docker cAdvisor knows no agent by name, and what agents say themselves takes its place.
    ...(services.some(({ files }) => DOCKER_SOCKET_CONFIG in files)
      ? [metrics.container("container_start_time_seconds")]
      : []),
    ...told("health", "consul_health_service_status"),
    ...told("queue", "rabbitmq_detailed_queue_messages_ready"),
    ...told("router", "haproxy_backend_active_servers"),
    ...told("model-gateway", "haproxy_backend_active_servers"),
  ];
  const rules = prometheusDuration(rulesFailing.window);
  const notifications = prometheusDuration(notificationsFailing.window);
  const failedNotifications = metrics.service("notification", "alertmanager_notifications_failed_total");
  return [
    make("criticalServiceDown", {
      name: "FleetCriticalServiceDown",
      expr: `up{${jobs((service) => service.criticality === "critical")}} == 0`,
      summary: "{{ $labels.service }} is down",
      description: "Prometheus can't read its metrics. The fleet can't do without this service.",
    }),
    make("serviceDown", {
      name: "FleetServiceDown",
      expr: `up{${jobs((service) => service.criticality !== "critical")}} == 0`,
      summary: "{{ $labels.service }} is down",
      description: "Prometheus can't read its metrics.",
    }),
    make("serviceMissing", {
      name: "FleetServiceMissing",
      expr: missing.length === 0 ? NEVER : missing.join(" or "),
      summary: "{{ or $labels.service $labels.job }} is not there",
      description: "Prometheus has no target and no container for this service of the stack.",
    }),
    make("registryLeaderless", {
      name: "FleetRegistryLeaderless",
      expr: `${metrics.service("health", "consul_raft_leader")} == 0`,
      owner: ownerOf(context, "registry"),
      summary: "Consul has no leader",
      description: "Nothing can be registered, and what the router knows gets old.",
    }),
    make("metricsAbsent", {
      name: "FleetMetricsAbsent",
      group: "fleet-watch",
      owner: ownerOf(context, "monitoring"),
      expr: sources.map((source) => `absent(${source})`).join(" or "),
      summary: "The alerts on {{ $labels.job }} are blind",
      description: "None of its metrics arrive, so the alerts that need them can't fire.",
    }),
    make("rulesFailing", {
      name: "FleetRulesFailing",
      group: "fleet-watch",
      owner: ownerOf(context, "monitoring"),
      expr: `sum(increase(${metrics.service("monitoring", "prometheus_rule_evaluation_failures_total")}[${rules}])) > ${rulesFailing.above}`,
      summary: "Alert rules can't be evaluated",
      description: `{{ $value | humanize }} evaluations failed within ${rules}.`,
      threshold: {
        value: rulesFailing.above,
        why: "a rule that fails is an alert that can't fire",
        at: ["alerting", "signals", "rulesFailing", "above"],
      },
    }),
    make("notificationsFailing", {
      name: "FleetNotificationsFailing",
      group: "fleet-watch",
      owner: ownerOf(context, "notification"),
      expr: `sum by (integration) (increase(${failedNotifications}[${notifications}])) > ${notificationsFailing.above}`,
      summary: "Alerts reach nobody through {{ $labels.integration }}",
      description: `{{ $value | humanize }} notifications failed within ${notifications}.`,
      threshold: {
        value: notificationsFailing.above,
        why: "one lost page is one too many",
        at: ["alerting", "signals", "notificationsFailing", "above"],
      },
    }),
    {
      ...makeAlert(context, {
        name: "FleetWatchdog",
        group: "fleet-watch",
        scope: "fleet",
        signal: { for: seconds(0), severity: "ticket" },
        owner: ownerOf(context, "monitoring"),
        expr: "vector(1)",
        summary: "Alerts work",
        description: "Always fires. When it stops to arrive, the way from Prometheus to you is broken.",
        covers: [],
        threshold: null,
      }),
      severity: "none",
    },
  ];
}

/** A service that only the tier leaves out; one that the catalog lacks would be missed. */
function isLeftOut(role: ServiceMetrics["role"], { catalog, services }: AlertContext): boolean {
  const serves = ({ metrics }: CatalogService): boolean => metrics?.role === role;
  return !services.some(serves) && [...catalog.services.values()].some(serves);
}
