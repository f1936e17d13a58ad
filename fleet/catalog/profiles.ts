import { cpu, duration, memory } from "./quantities";
import type { Seconds } from "../units/duration";
import type { AgentProfile, AlertingProfile, ProfilesFile, RoutingProfile } from "./schema.generated";
import type { AgentWork, Alerting, AlertThreshold, Profiles, Routing } from "./types";

/** Gives the numbers of profiles.yaml their units. */
export function readProfiles(file: ProfilesFile): Profiles {
  const { sizing, container, health, alerts } = file;
  const share = (alert: typeof alerts.memory): AlertThreshold => ({ ...alert, for: duration(alert.for) });
  return {
    host: { memory: memory(file.host.memory), cpu: cpu(file.host.cpu) },
    memory: {
      start: memory(sizing.memory.start),
      reservation: memory(sizing.memory.reservation),
      step: memory(sizing.memory.step),
      max: memory(sizing.memory.max),
      scaleUpAbove: sizing.memory.scaleUpAbove,
    },
    cpu: { base: cpu(sizing.cpu.base), burst: cpu(sizing.cpu.burst) },
    cpuShares: sizing.cpuShares,
    container: {
      ...container,
      stopTimeout: duration(container.stopTimeout),
      tmpfs: memory(container.tmpfs),
      shm: memory(container.shm),
    },
    pools: {
      hot: { startWithin: duration(file.pools.hot.startWithin) },
      warm: { startWithin: duration(file.pools.warm.startWithin) },
      cold: { startWithin: duration(file.pools.cold.startWithin) },
    },
    health: {
      ...health,
      docker: {
        startPeriod: duration(health.docker.startPeriod),
        interval: duration(health.docker.interval),
        timeout: duration(health.docker.timeout),
        retries: health.docker.retries,
        ...(health.docker.startInterval === undefined
          ? {}
          : { startInterval: duration(health.docker.startInterval) }),
      },
      consul: { interval: duration(health.consul.interval), timeout: duration(health.consul.timeout) },
    },
    runtimes: new Map(Object.entries(file.runtimes)),
    routing: readRouting(file.routing),
    agent: file.agent === undefined ? null : readAgent(file.agent),
    queue: { ...file.queue, timeout: duration(file.queue.timeout) },
    kpis: {
      agentUtilisation: file.kpis.agentUtilisation.above,
      responseTime: duration(file.kpis.responseTime.below),
      throughput: file.kpis.throughput.above,
      memoryEfficiency: file.kpis.memoryEfficiency.above,
      errors: file.kpis.errors.below,
      healthChecksPassing: file.kpis.healthChecksPassing.above,
    },
    milestones: file.milestones.map((milestone) => ({
      within: duration(milestone.within),
      agentUtilisation: milestone.agentUtilisation,
      throughputPerMinute: milestone.throughputPerMinute,
      memoryEfficiency: milestone.memoryEfficiency ?? null,
    })),
    alerts: {
      memory: share(alerts.memory),
      cpu: share(alerts.cpu),
      responseTime: {
        ...alerts.responseTime,
        above: duration(alerts.responseTime.above),
        for: duration(alerts.responseTime.for),
      },
      agentFailures: share(alerts.agentFailures),
      queueDepth: { ...alerts.queueDepth, for: duration(alerts.queueDepth.for) },
    },
    alerting: readAlerting(file.alerting),
  };
}

function readAgent(file: AgentProfile): AgentWork {
  return {
    ...file,
    modelWithin: duration(file.modelWithin),
    brokerAway: duration(file.brokerAway),
    overflowEvery: duration(file.overflowEvery),
    linger: duration(file.linger),
    stopMargin: duration(file.stopMargin),
  };
}

function readRouting(file: RoutingProfile): Routing {
  const { router, gateway } = file;
  return {
    ...file,
    router: {
      ...router,
      answerWithin: duration(router.answerWithin),
      check: {
        ...router.check,
        interval: duration(router.check.interval),
        recheck: duration(router.check.recheck),
        timeout: duration(router.check.timeout),
      },
    },
    gateway: {
      ...gateway,
      answerWithin: duration(gateway.answerWithin),
      check: { interval: duration(gateway.check.interval), timeout: duration(gateway.check.timeout) },
      breaker: { ...gateway.breaker, probeEvery: duration(gateway.breaker.probeEvery) },
    },
  };
}

function readAlerting(file: AlertingProfile): Alerting {
  return {
    ...file,
    notify: {
      groupWait: duration(file.notify.groupWait),
      groupInterval: duration(file.notify.groupInterval),
      repeatEvery: duration(file.notify.repeatEvery),
    },
    scrapeEvery: duration(file.scrapeEvery),
    evaluateEvery: duration(file.evaluateEvery),
    rateWindow: duration(file.rateWindow),
    kpis: withSeconds(file.kpis),
    burnRates: withSeconds(file.burnRates),
    signals: withSeconds(file.signals),
  };
}

/** The durations of an alert as they stand in the file. */
type Spans = Partial<Record<"for" | "keepFiringFor" | "window" | "horizon" | "long" | "short", string>>;
type WithSeconds<T> = { readonly [Key in keyof T]: Key extends keyof Spans ? Seconds : T[Key] };

/** The same alerts with their durations in seconds. */
function withSeconds<T extends object>(alerts: T): { readonly [Name in keyof T]: WithSeconds<T[Name]> } {
  const spans: readonly string[] = ["for", "keepFiringFor", "window", "horizon", "long", "short"];
  const convert = (alert: object): object =>
    Object.fromEntries(
      Object.entries(alert).map(([key, value]) => [
        key,
        spans.includes(key) ? duration(String(value)) : (value as unknown),
      ]),
    );
  const entries = Object.entries(alerts).map(([name, alert]) => [name, convert(alert as object)]);
  return Object.fromEntries(entries) as { readonly [Name in keyof T]: WithSeconds<T[Name]> };
}
