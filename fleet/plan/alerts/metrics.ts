import type { ServiceMetrics } from "../../catalog/types";
import { agentJob, serviceJob } from "../names";
import type { Naming } from "../types";

/** The labels that every series of an agent carries: its containers', its checks' and its own. */
export const AGENT_LABELS = ["agent", "class", "owner", "pool"] as const;

/** Queues of the broker; the work waits in the ones that begin with `tasks` and are none of the other two. */
export const QUEUES = { work: "tasks.*", overflow: "overflow", deadLetter: "dead-letter" } as const;

/** The gateway's backends that lead to a model. */
export const MODEL_BACKENDS = "model_.+";

/** The metric names and labels of docs/metrics.md, as selectors for the expressions of one stack. */
export interface Metrics {
  /** The scrape job of a service, by what its metrics tell of. */
  job(role: ServiceMetrics["role"]): string;
  /** The scrape job of the agents. */
  readonly agentJob: string;
  /** A metric that agents serve. */
  agent(metric: string, ...matchers: readonly string[]): string;
  /** A metric of the agents' containers. A stopped container has none. */
  container(metric: string, ...matchers: readonly string[]): string;
  /** A metric of a service. */
  service(role: ServiceMetrics["role"], metric: string, ...matchers: readonly string[]): string;
  /** The state of every agent's check in Consul, one series a status. */
  check(status: "passing" | "critical", ...matchers: readonly string[]): string;
  /** Messages that wait in the queues of which the name fits. */
  queue(metric: string, name: string): string;
}

/** What the selectors are made of: a catalog has it, and so has a plan. */
export interface MetricSources {
  readonly fleet: string;
  readonly services: Iterable<{
    readonly name: string;
    readonly metrics: { readonly role: ServiceMetrics["role"] } | null;
  }>;
}

export function metricsOf({ fleet, services }: MetricSources, naming: Naming): Metrics {
  const byRole = new Map<string, string>();
  for (const { name, metrics } of services) {
    if (metrics !== null) byRole.set(metrics.role, name);
  }
  // A service that the catalog lacks leaves a job nobody scrapes, and the alert on absent metrics says so.
  const job = (role: ServiceMetrics["role"]): string => serviceJob(naming, byRole.get(role) ?? role);
  const agents = agentJob(naming);
  const select = (metric: string, of: string, matchers: readonly string[]): string =>
    `${metric}{${[`job="${of}"`, ...matchers].join(",")}}`;
  return {
    job,
    agentJob: agents,
    agent: (metric, ...matchers) => select(metric, agents, matchers),
    container: (metric, ...matchers) => select(metric, job("containers"), ['agent!=""', ...matchers]),
    service: (role, metric, ...matchers) => select(metric, job(role), matchers),
    check: (status, ...matchers) =>
      select("consul_health_service_status", job("health"), ['agent!=""', `status="${status}"`, ...matchers]),
    queue: (metric, name) => select(metric, job("queue"), [`vhost="${fleet}"`, `queue=~"${name}"`]),
  };
}
