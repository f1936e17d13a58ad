import type { Catalog } from "../../fleet/catalog/types";
import type { AgentPlan, FleetPlan } from "../../fleet/plan/types";
import { containerSeries, LATENCIES, MIB, Names, ownSeries } from "./world";
import type { Course, Series } from "./world";

/** What differs from the fleet at rest. */
export interface Scene {
  readonly changes: Series;
  /** @default 30 */
  readonly minutes?: number;
  /** Other alerts that rightly fire with it. */
  readonly also?: readonly string[];
}

/** A scene in which the alert fires, and one as near to it as can be in which it must not. */
export interface AlertCase {
  readonly alert: string;
  /** Labels of the alert beside its severity and owner; an owner when it is not the alert's own. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly fires: Scene;
  readonly silent: Scene;
  /** More scenes in which it fires, with the same labels. */
  readonly alsoFires?: Readonly<Record<string, Scene>>;
  /** More scenes in which it must not, each for one guard of the expression. */
  readonly alsoSilent?: Readonly<Record<string, Scene>>;
  /** What is sent, where the text has a value or a label in it: the labels that `labels` has not, and the texts. */
  readonly says?: {
    readonly labels: Readonly<Record<string, string>>;
    readonly summary: string;
    readonly description: string;
  };
}

interface Cast {
  readonly hot: AgentPlan;
  readonly other: AgentPlan;
  readonly warm: AgentPlan;
}

export function castOf(plan: FleetPlan): Cast {
  const [hot, other] = plan.agents.filter((agent) => agent.pool === "hot");
  const warm = plan.agents.find((agent) => agent.pool === "warm");
  if (hot === undefined || other === undefined || warm === undefined) throw new Error("the cast is missing");
  return { hot, other, warm };
}

/** Looked at every five minutes. */
export function quickCases(plan: FleetPlan, catalog: Catalog): AlertCase[] {
  const names = new Names(plan);
  const { hot, other, warm } = castOf(plan);
  const { own, cont, requests, answers } = helpers(names, hot);
  const hotLabels = { agent: hot.name, pool: hot.pool, owner: hot.owner };
  const ready = names.queue("messages_ready", "tasks");
  const overflow = names.queue("messages_ready", "overflow");
  const dead = names.queue("messages_ready", "dead-letter");
  const consumers = names.queue("consumers", "tasks");
  const upOf = (service: string): string =>
    names.service(service, "up", { owner: catalog.services.get(service)?.owner ?? "", service });
  const gateway = (metric: string, proxy: string, labels: Record<string, string> = {}): string =>
    names.service("model-gateway", metric, { proxy, ...labels });
  const router = (code: string): string =>
    names.service("router", "haproxy_frontend_http_responses_total", { proxy: "router", code });
  const active = names.service("router", "haproxy_backend_active_servers", { proxy: "hot" });
  const activeWarm = names.service("router", "haproxy_backend_active_servers", { proxy: "warm" });
  const awake = { ...ownSeries(names, warm), ...containerSeries(names, warm) };
  const starts = (count: number): Course =>
    Array.from({ length: count + 1 }, (_, index) => [index * 100, index === 0 ? 20 : 2] as const);
  const memory = (share: number): Series => ({
    [cont("container_memory_working_set_bytes")]: share * 128 * MIB,
  });
  /** As it is without cAdvisor's way to Docker. */
  const uncontained = Object.fromEntries(
    Object.keys(containerSeries(names, hot)).map((name) => [name, null]),
  );
  const resident = (share: number): Series => ({
    [own("process_resident_memory_bytes")]: share * 128 * MIB,
  });
  const ownCpu = (share: number): Series => ({
    [own("process_cpu_seconds_total")]: { from: 0, perMinute: share * 60 },
  });
  const cpu = (share: number): Series => ({
    [cont("container_cpu_usage_seconds_total", { cpu: "total" })]: { from: 0, perMinute: share * 60 },
  });
  return [
    // thresholds
    {
      alert: "FleetAgentMemoryHigh",
      labels: hotLabels,
      says: {
        labels: { class: hot.class },
        summary: `${hot.name} is short of memory`,
        description: "It uses 86% of its limit.",
      },
      fires: { changes: memory(0.86) },
      silent: { changes: memory(0.85) },
      alsoFires: { "without cAdvisor": { changes: { ...uncontained, ...resident(0.86) } } },
      alsoSilent: {
        "without cAdvisor": { changes: { ...uncontained, ...resident(0.85) } },
        "while the kernel counts less than the process": { changes: { ...memory(0.5), ...resident(0.9) } },
      },
    },
    {
      alert: "FleetAgentCpuHigh",
      labels: hotLabels,
      fires: { changes: cpu(0.81) },
      silent: { changes: cpu(0.79) },
      alsoFires: { "without cAdvisor": { changes: { ...uncontained, ...ownCpu(0.81) } } },
      alsoSilent: { "without cAdvisor": { changes: { ...uncontained, ...ownCpu(0.79) } } },
    },
    {
      alert: "FleetResponseTimeHigh",
      says: {
        labels: {},
        summary: "Requests take too long",
        description: "The slowest 5 % of the requests take longer than 5.95s.",
      },
      alsoSilent: { "at the threshold": { changes: answers(100, "5"), also: [], minutes: 20 } },
      fires: { changes: answers(100, "6"), also: [], minutes: 20 },
      silent: { changes: answers(8, "6"), minutes: 20 },
    },
    {
      alert: "FleetAgentFailures",
      // Two of twenty are a tenth; one is exactly the threshold.
      fires: {
        changes: { [names.agent("up", hot)]: 0, [names.agent("up", other)]: 0 },
        also: ["FleetAgentDown", "FleetAgentDown/other"],
      },
      silent: { changes: { [names.agent("up", hot)]: 0 }, also: ["FleetAgentDown"] },
    },
    {
      alert: "FleetQueueDeep",
      fires: {
        changes: { ...requests(600), [own("fleet_agent_in_flight")]: 1, ...otherWorks(), [ready]: 1001 },
      },
      silent: {
        changes: { ...requests(600), [own("fleet_agent_in_flight")]: 1, ...otherWorks(), [ready]: 1000 },
      },
    },
    // KPIs
    {
      alert: "FleetUtilisationLow",
      alsoSilent: {
        "when all work": {
          changes: { ...requests(600), [own("fleet_agent_in_flight")]: 1, ...otherWorks(), [ready]: 200 },
          minutes: 45,
        },
      },
      fires: { changes: { ...requests(600), [own("fleet_agent_in_flight")]: 1, [ready]: 200 }, minutes: 45 },
      silent: { changes: { ...requests(600), [own("fleet_agent_in_flight")]: 1, [ready]: 99 }, minutes: 45 },
    },
    {
      alert: "FleetResponseTimeAboveTarget",
      alsoSilent: {
        "at rest": { changes: answers(9, "3"), minutes: 45 },
      },
      fires: { changes: answers(100, "3"), minutes: 45 },
      silent: { changes: answers(100, "2"), minutes: 45 },
    },
    {
      alert: "FleetThroughputLow",
      alsoSilent: {
        "when nothing waits": { changes: { ...requests(490), [ready]: 99 }, minutes: 45 },
      },
      fires: {
        changes: { ...requests(490), [own("fleet_agent_in_flight")]: 1, ...otherWorks(), [ready]: 200 },
        minutes: 45,
      },
      silent: {
        changes: { ...requests(510), [own("fleet_agent_in_flight")]: 1, ...otherWorks(), [ready]: 200 },
        minutes: 45,
      },
    },
    {
      alert: "FleetMemoryEfficiencyLow",
      alsoSilent: {
        "below full throughput": { changes: requests(490), minutes: 75 },
      },
      fires: { changes: requests(600), minutes: 75 },
      silent: { changes: { ...requests(600), ...memory(0.8), ...otherUses(0.65) }, minutes: 75 },
    },
    {
      alert: "FleetHealthChecksFailing",
      fires: {
        changes: { [names.check("passing", hot)]: 0, [names.check("warning", hot)]: 1 },
      },
      silent: { changes: { [names.check("passing", warm)]: 0, [names.check("warning", warm)]: 1 } },
    },
    // agents
    {
      alert: "FleetAgentDown",
      labels: hotLabels,
      fires: { changes: { [names.agent("up", hot)]: 0 } },
      silent: {
        changes: {
          [names.agent("up", hot)]: [
            [1, 29],
            [0, 2],
          ],
        },
      },
    },
    {
      alert: "FleetAgentsMissing",
      fires: { changes: { [names.agent("up", hot)]: null } },
      silent: {
        changes: {
          [names.agent("up", hot)]: [
            [1, 23],
            [null, 8],
          ],
        },
      },
    },
    {
      alert: "FleetAgentCritical",
      labels: { agent: warm.name, pool: warm.pool },
      fires: { changes: awake, also: ["FleetHealthChecksFailing"] },
      alsoSilent: {
        "when it is awake and passes": {
          changes: { ...awake, [names.check("critical", warm)]: 0, [names.check("passing", warm)]: 1 },
        },
      },
      silent: { changes: {} },
    },
    {
      alert: "FleetAgentUnseen",
      labels: hotLabels,
      fires: { changes: { ...uncontained, [own("process_resident_memory_bytes")]: null } },
      silent: {
        changes: {
          ...uncontained,
          [own("process_resident_memory_bytes")]: null,
          [names.agent("up", hot)]: 0,
        },
        also: ["FleetAgentDown"],
      },
      alsoFires: {
        "without a limit": { changes: { ...uncontained, [own("fleet_agent_memory_limit_bytes")]: 0 } },
      },
      alsoSilent: { "without cAdvisor": { changes: uncontained } },
    },
    {
      alert: "FleetAgentBreakerOpen",
      labels: hotLabels,
      fires: { changes: { [own("fleet_agent_breaker_state", { state: "open" })]: 1 } },
      silent: { changes: { [own("fleet_agent_breaker_state", { state: "half_open" })]: 1 } },
    },
    {
      alert: "FleetAgentOomKilled",
      labels: hotLabels,
      fires: {
        changes: {
          [cont("container_oom_events_total")]: [
            [null, 20],
            [1, 11],
          ],
        },
      },
      silent: { changes: { [cont("container_oom_events_total")]: 1 } },
    },
    {
      alert: "FleetAgentCpuThrottled",
      labels: hotLabels,
      fires: {
        changes: { [cont("container_cpu_cfs_throttled_periods_total")]: { from: 0, perMinute: 160 } },
      },
      silent: {
        changes: { [cont("container_cpu_cfs_throttled_periods_total")]: { from: 0, perMinute: 140 } },
      },
    },
    {
      alert: "FleetAgentRestartLoop",
      labels: hotLabels,
      fires: { changes: { [cont("container_start_time_seconds")]: starts(4) } },
      silent: { changes: { [cont("container_start_time_seconds")]: starts(3) } },
      alsoFires: {
        "without cAdvisor": { changes: { ...uncontained, [own("process_start_time_seconds")]: starts(4) } },
      },
    },
    // queue
    {
      alert: "FleetQueueFilling",
      fires: {
        changes: {
          ...requests(600),
          ...otherWorks(),
          [own("fleet_agent_in_flight")]: 1,
          [ready]: { from: 0, perMinute: 200 },
        },
        also: ["FleetQueueDeep"],
      },
      silent: {
        changes: {
          ...requests(600),
          ...otherWorks(),
          [own("fleet_agent_in_flight")]: 1,
          [ready]: { from: 0, perMinute: 100 },
        },
        also: ["FleetQueueDeep"],
      },
    },
    {
      alert: "FleetQueueStuck",
      fires: { changes: { [ready]: 1 } },
      silent: { changes: { [ready]: 1, ...requests(1) } },
    },
    {
      alert: "FleetQueueOverflowing",
      fires: { changes: { [overflow]: 1 } },
      silent: {
        changes: {
          [overflow]: [
            [0, 28],
            [1, 3],
          ],
        },
      },
    },
    {
      alert: "FleetQueueWithoutConsumers",
      fires: { changes: { [consumers]: 0 } },
      silent: { changes: { [consumers]: 1 } },
    },
    {
      alert: "FleetDeadLettersGrowing",
      fires: {
        changes: {
          [dead]: [
            [3, 25],
            [4, 6],
          ],
        },
      },
      silent: { changes: { [dead]: 3 } },
    },
    // model and router
    {
      alert: "FleetModelBreakerOpen",
      fires: {
        changes: { [gateway("haproxy_server_status", "model_primary", { server: "m1", state: "DOWN" })]: 1 },
      },
      silent: {
        changes: { [gateway("haproxy_server_status", "model_primary", { server: "m1", state: "MAINT" })]: 1 },
      },
    },
    {
      alert: "FleetModelUnavailable",
      fires: {
        changes: {
          [gateway("haproxy_backend_active_servers", "model_primary")]: 0,
          [gateway("haproxy_backend_active_servers", "model_fallback")]: 0,
        },
      },
      silent: { changes: { [gateway("haproxy_backend_active_servers", "model_primary")]: 0 } },
    },
    {
      alert: "FleetFallbackAnswers",
      alsoSilent: {
        "at rest": {
          changes: { ...requests(9), [own("fleet_agent_fallback_total")]: { from: 0, perMinute: 5 } },
        },
      },
      fires: {
        changes: { ...requests(100), [own("fleet_agent_fallback_total")]: { from: 0, perMinute: 11 } },
      },
      silent: {
        changes: { ...requests(100), [own("fleet_agent_fallback_total")]: { from: 0, perMinute: 9 } },
      },
    },
    {
      alert: "FleetRouterWithoutAgents",
      fires: { changes: { [active]: 0 } },
      silent: { changes: { [active]: 1 } },
    },
    {
      alert: "FleetRouterErrors",
      fires: {
        changes: { [router("2xx")]: { from: 0, perMinute: 94 }, [router("5xx")]: { from: 0, perMinute: 6 } },
      },
      silent: {
        changes: { [router("2xx")]: { from: 0, perMinute: 4 }, [router("5xx")]: { from: 0, perMinute: 5 } },
      },
    },
    // services
    {
      alert: "FleetCriticalServiceDown",
      labels: { service: "rabbitmq" },
      fires: { changes: { [upOf("rabbitmq")]: 0 } },
      silent: {
        changes: {
          [upOf("rabbitmq")]: [
            [0, 20],
            [1, 11],
          ],
        },
      },
    },
    {
      alert: "FleetServiceDown",
      labels: { service: "grafana", owner: "observability" },
      fires: { changes: { [upOf("grafana")]: 0 } },
      silent: {
        changes: {
          [upOf("grafana")]: [
            [1, 27],
            [0, 4],
          ],
        },
      },
    },
    {
      alert: "FleetServiceMissing",
      labels: { service: "ollama" },
      says: {
        labels: { job: `${plan.naming.scope}-cadvisor` },
        summary: "ollama is not there",
        description: "Prometheus has no target and no container for this service of the stack.",
      },
      fires: { changes: { [startOf("ollama")]: null } },
      // Without cAdvisor nobody knows whether it is there: another alert says that.
      silent: {
        changes: Object.fromEntries([...catalog.services.keys()].map((name) => [startOf(name), null])),
      },
    },
    {
      alert: "FleetRegistryLeaderless",
      fires: { changes: { [names.service("consul-exporter", "consul_raft_leader")]: 0 } },
      silent: {
        changes: {
          [names.service("consul-exporter", "consul_raft_leader")]: [
            [0, 20],
            [1, 11],
          ],
        },
      },
    },
    {
      alert: "FleetMetricsAbsent",
      alsoFires: {
        "for the router": { changes: { [active]: null, [activeWarm]: null } },
        "for the gateway": {
          changes: {
            [gateway("haproxy_backend_active_servers", "model_primary")]: null,
            [gateway("haproxy_backend_active_servers", "model_fallback")]: null,
          },
        },
        "for the checks": {
          changes: Object.fromEntries(
            [hot, other, warm].flatMap((agent) =>
              (["passing", "warning", "critical"] as const).map((status) => [
                names.check(status, agent),
                null,
              ]),
            ),
          ),
        },
        "for the agents": {
          changes: {
            [own("fleet_agent_in_flight")]: null,
            [names.agent("fleet_agent_in_flight", other)]: null,
          },
        },
      },
      labels: { owner: "observability" },
      fires: {
        changes: { [ready]: null, [overflow]: null, [dead]: null },
      },
      silent: { changes: { [overflow]: null } },
    },
    {
      alert: "FleetRulesFailing",
      fires: { changes: { [failures()]: { from: 0, perMinute: 1 } } },
      silent: { changes: { [failures()]: 7 } },
    },
    {
      alert: "FleetNotificationsFailing",
      labels: { integration: "webhook" },
      fires: { changes: { [lost()]: { from: 0, perMinute: 1 } } },
      silent: { changes: { [lost()]: 7 } },
    },
  ];

  function startOf(service: string): string {
    const owner = catalog.services.get(service)?.owner ?? "";
    return names.service("cadvisor", "container_start_time_seconds", { owner, service });
  }
  function failures(): string {
    return names.service("prometheus", "prometheus_rule_evaluation_failures_total", { rule_group: "fleet" });
  }
  function lost(): string {
    return names.service("alertmanager", "alertmanager_notifications_failed_total", {
      integration: "webhook",
    });
  }
  function otherWorks(): Series {
    return { [names.agent("fleet_agent_in_flight", other)]: 1 };
  }
  function otherUses(share: number): Series {
    return { [names.container("container_memory_working_set_bytes", other)]: share * 128 * MIB };
  }
}

/** Looked at every half hour, because they need hours. */
export function slowCases(plan: FleetPlan): AlertCase[] {
  const names = new Names(plan);
  const { hot } = castOf(plan);
  const { own, cont } = helpers(names, hot);
  const minutes = 12 * 60;
  const failing = (perMinute: number, share: Course | number): Series => ({
    [own("fleet_agent_requests_total", { outcome: "ok" })]: { from: 0, perMinute },
    [own("fleet_agent_requests_total", { outcome: "error" })]:
      typeof share === "number" ? { from: 0, perMinute: (perMinute * share) / (1 - share) } : share,
  });
  const [fast, medium, slow, trickle] = ["Fast", "Medium", "Slow", "Trickle"].map(
    (name) => `FleetErrorBudgetBurn${name}`,
  ) as [string, string, string, string];
  const leak = (perHour: number): Course => ({ from: 200 * MIB, perMinute: (perHour * MIB) / 60 });
  const large: Series = { [cont("container_spec_memory_limit_bytes")]: 704 * MIB };
  const memory = cont("container_memory_working_set_bytes");
  const started = cont("container_start_time_seconds");
  return [
    {
      alert: fast,
      fires: { changes: failing(100, 0.15), minutes, also: [medium, slow, trickle] },
      silent: { changes: failing(100, 0.14), minutes, also: [medium, slow, trickle] },
      alsoSilent: {
        "when it is over": {
          // Half an hour ago: the long window is still full of it, the short one is not.
          changes: failing(100, "0+60x690 41400+0x30"),
          minutes,
          also: [medium, slow, trickle],
        },
        "at rest": { changes: failing(0.01, 0.9), minutes },
      },
    },
    {
      alert: medium,
      fires: { changes: failing(100, 0.065), minutes, also: [slow, trickle] },
      silent: { changes: failing(100, 0.055), minutes, also: [slow, trickle] },
    },
    {
      alert: slow,
      fires: { changes: failing(100, 0.035), minutes, also: [trickle] },
      // Too few requests for the long windows: 0.001 a minute.
      silent: { changes: failing(0.001, 0.5), minutes },
    },
    {
      alert: trickle,
      fires: { changes: failing(100, 0.015), minutes },
      silent: { changes: failing(100, 0.009), minutes },
    },
    {
      alert: "FleetAgentMemoryLeak",
      labels: { agent: hot.name, pool: hot.pool, owner: hot.owner },
      says: {
        labels: { class: hot.class },
        summary: `${hot.name} leaks memory`,
        description: "At the pace of the last 6h it needs 1.25GiB within 1d, more than any agent may have.",
      },
      fires: { changes: { ...large, [memory]: leak(30) }, minutes },
      alsoFires: {
        "without cAdvisor": {
          changes: {
            ...Object.fromEntries(Object.keys(containerSeries(names, hot)).map((name) => [name, null])),
            [own("fleet_agent_memory_limit_bytes")]: 704 * MIB,
            [own("process_resident_memory_bytes")]: leak(30),
          },
          minutes,
        },
      },
      silent: { changes: { ...large, [memory]: leak(15) }, minutes },
      alsoSilent: {
        "while it is young": { changes: { ...large, [memory]: leak(30), [started]: 8 * 3600 }, minutes },
        "while most of its limit is free": {
          changes: { [cont("container_spec_memory_limit_bytes")]: 1024 * 1.2 * MIB, [memory]: leak(30) },
          minutes,
        },
      },
    },
  ];
}

function helpers(names: Names, hot: AgentPlan) {
  const own = (metric: string, labels?: Record<string, string>): string => names.agent(metric, hot, labels);
  const cont = (metric: string, labels?: Record<string, string>): string =>
    names.container(metric, hot, labels);
  const requests = (perMinute: number): Series => ({
    [own("fleet_agent_requests_total", { outcome: "ok" })]: { from: 0, perMinute },
  });
  /** Requests that are all answered within `le` seconds, and none within the bound below it. */
  const answers = (perMinute: number, le: (typeof LATENCIES)[number]): Series => ({
    ...requests(perMinute),
    ...Object.fromEntries(
      LATENCIES.map((bound, index) => [
        own("fleet_agent_request_duration_seconds_bucket", { le: bound }),
        index >= LATENCIES.indexOf(le) ? { from: 0, perMinute } : 0,
      ]),
    ),
  });
  return { own, cont, requests, answers };
}
