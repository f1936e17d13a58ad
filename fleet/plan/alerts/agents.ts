import { bytes } from "../../units/memory";
import { prometheusDuration } from "../../units/duration";
import type { AlertPlan } from "../types";
import { makeAlert } from "./make";
import type { AlertContext, AlertSpec } from "./make";
import { memoryShare } from "./expressions";
import { AGENT_LABELS } from "./metrics";
import { usageOf } from "./usage";

/** What can be wrong with one agent. One rule for all: the labels of the series say which. */
export function agentAlerts(context: AlertContext): AlertPlan[] {
  const { catalog, metrics } = context;
  const { alerting, memory } = catalog.profiles;
  const { signals } = alerting;
  const labels = AGENT_LABELS.join(", ");
  const container = (metric: string): string => metrics.container(metric);
  const usage = usageOf(metrics);
  const above = (key: keyof typeof signals, value: number, why: string): AlertSpec["threshold"] => ({
    value,
    why,
    at: ["alerting", "signals", key, "above"],
  });
  const make = (
    key: keyof typeof signals,
    spec: Pick<AlertSpec, "name" | "expr" | "summary" | "description" | "threshold"> & Partial<AlertSpec>,
  ): AlertPlan =>
    makeAlert(context, {
      group: "fleet-agents",
      scope: "agent",
      signal: signals[key],
      covers: [`alerting.signals.${key}`],
      ...spec,
    });

  const { memoryLeak, oomKilled, cpuThrottled, restartLoop } = signals;
  const leak = prometheusDuration(memoryLeak.window);
  const ooms = container("container_oom_events_total");
  const oomWindow = prometheusDuration(oomKilled.window);
  const throttled = prometheusDuration(cpuThrottled.window);
  const hot = catalog.pools.hot.agents;
  const hotTargets = metrics.agent("up", 'pool="hot"');
  return [
    make("agentDown", {
      name: "FleetAgentDown",
      expr: `${metrics.agent("up")} == 0`,
      summary: "{{ $labels.agent }} does not answer",
      description: "Prometheus can't read its metrics, though it should run.",
      threshold: null,
    }),
    make("agentsMissing", {
      name: "FleetAgentsMissing",
      scope: "fleet",
      // A registration that is gone takes its target with it: nothing is left that could be down.
      expr: `(count(${hotTargets}) or vector(0)) < ${hot}`,
      summary: "Hot agents are not registered",
      description: `Of ${hot} hot agents only {{ $value }} are found through Consul.`,
      // The alert's own line: finding one in agents.yaml reads all of it again, which large fleets can't afford.
      threshold: {
        value: hot,
        why: "pools.hot.agents of agents.yaml",
        at: ["alerting", "signals", "agentsMissing"],
      },
    }),
    make("agentCritical", {
      name: "FleetAgentCritical",
      // Warm and cold agents at rest are critical in Consul, as they should be: only a running one counts.
      expr: `${metrics.check("critical", 'pool="hot"')} == 1 or (${metrics.check("critical", 'pool!="hot"')} == 1 and on (agent) ${usage.started})`,
      summary: "{{ $labels.agent }} is critical in Consul",
      description: "Its readiness check fails, so the router sends it nothing.",
      threshold: null,
    }),
    make("agentUnseen", {
      name: "FleetAgentUnseen",
      expr: `${metrics.agent("up")} == 1 unless on (agent) ${memoryShare(metrics)}`,
      summary: "Nobody watches the memory and CPU of {{ $labels.agent }}",
      description: "It answers, but neither it nor its container tells how much memory it uses of how much.",
      threshold: null,
    }),
    make("agentBreakerOpen", {
      name: "FleetAgentBreakerOpen",
      expr: `${metrics.agent("fleet_agent_breaker_state", 'state="open"')} == 1`,
      summary: "{{ $labels.agent }} has given up on the model",
      description: "Its circuit breaker is open; it answers with its fallback.",
      threshold: null,
    }),
    make("memoryLeak", {
      name: "FleetAgentMemoryLeak",
      expr: `${usage.memoryAhead(leak, memoryLeak.horizon)} > ${bytes(memory.max)} and ${memoryShare(metrics)} > ${memoryLeak.above} and time() - ${usage.started} > ${memoryLeak.window}`,
      summary: "{{ $labels.agent }} leaks memory",
      description: `At the pace of the last ${leak} it needs {{ $value | humanize1024 }}B within ${prometheusDuration(memoryLeak.horizon)}, more than any agent may have.`,
      threshold: {
        value: bytes(memory.max),
        why: "the most that scaling can give an agent, in bytes",
        at: ["sizing", "memory", "max"],
      },
    }),
    make("oomKilled", {
      name: "FleetAgentOomKilled",
      // A counter that begins above zero has no increase: its first kill is seen by its being new.
      expr: `max by (${labels}) (increase(${ooms}[${oomWindow}]) > ${oomKilled.above} or (${ooms} > ${oomKilled.above} unless ${ooms} offset ${oomWindow}))`,
      summary: "{{ $labels.agent }} ran out of memory",
      description: `The kernel killed a process of it within the last ${oomWindow}.`,
      threshold: above("oomKilled", oomKilled.above, "no kill is tolerated"),
    }),
    make("cpuThrottled", {
      name: "FleetAgentCpuThrottled",
      expr: `sum by (${labels}) (rate(${container("container_cpu_cfs_throttled_periods_total")}[${throttled}])) / (sum by (${labels}) (rate(${container("container_cpu_cfs_periods_total")}[${throttled}])) > 0) > ${cpuThrottled.above}`,
      summary: "{{ $labels.agent }} is held back by its CPU cap",
      description: "It was throttled in {{ $value | humanizePercentage }} of its periods.",
      threshold: above("cpuThrottled", cpuThrottled.above, "the share of periods that slows answers down"),
    }),
    make("restartLoop", {
      name: "FleetAgentRestartLoop",
      expr: `${usage.starts(prometheusDuration(restartLoop.window))} > ${restartLoop.above}`,
      summary: "{{ $labels.agent }} starts again and again",
      description: `It started {{ $value }} times within ${prometheusDuration(restartLoop.window)}.`,
      threshold: above("restartLoop", restartLoop.above, "more often than scaling starts an agent"),
    }),
  ];
}
