import type { AgentImage, Catalog, CatalogAgent, CatalogService } from "../catalog/types";
import { runsService } from "../tier";
import type { Tier } from "../tier";
import type { Seconds } from "../units/duration";
import type { Sizing } from "./types";

/** What decides the environment of one agent. */
export interface AgentParts {
  readonly agent: CatalogAgent;
  /** The image that it runs in this tier. */
  readonly image: AgentImage;
  readonly sizing: Sizing;
  /** What it depends on of what the stack runs. */
  readonly dependsOn: readonly string[];
}

/**
 * Everything an agent is told: who it is, where the services are that it depends on, and how it works. Without
 * secrets: those are files. Sorted, so that order is never a change. docs/agent-contract.md has a line for each.
 */
export function agentEnvironment(parts: AgentParts, catalog: Catalog, tier: Tier): Record<string, string> {
  const { agent, image, dependsOn } = parts;
  const { health } = catalog.profiles;
  const services = dependsOn.flatMap((name) => catalog.services.get(name) ?? []);
  const all: Record<string, string> = {
    FLEET_AGENT: agent.name,
    FLEET_CLASS: agent.class,
    FLEET_HEALTH_PATH: health.livenessPath,
    FLEET_POOL: agent.pool,
    FLEET_READY_PATH: health.readinessPath,
    FLEET_ROLE: agent.role,
    PORT: String(image.port),
    ...work(parts, catalog),
    ...model(services, catalog, tier),
    ...(services.some(({ part }) => part === "queue") ? queue(catalog) : {}),
  };
  for (const { provides } of services) Object.assign(all, provides);
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function work({ image, sizing }: AgentParts, { profiles }: Catalog): Record<string, string> {
  const { agent, container, routing } = profiles;
  const all = { FLEET_CONCURRENCY: String(routing.router.perAgent) };
  if (agent === null) return all;
  const heap = Math.floor(sizing.memory.value * agent.heapShare);
  return {
    ...all,
    FLEET_WAITING: String(agent.waiting),
    FLEET_LINGER_SECONDS: inSeconds(agent.linger),
    FLEET_GRACE_SECONDS: inSeconds(Math.max(0, container.stopTimeout - agent.stopMargin)),
    // Another runtime has other ways to bound its heap; its image knows them.
    ...(image.runtime === "node" ? { NODE_OPTIONS: `--max-old-space-size=${heap}` } : {}),
  };
}

/** How it asks the model that a service holds which it depends on, itself or through a gateway. */
function model(services: readonly CatalogService[], catalog: Catalog, tier: Tier): Record<string, string> {
  const behind = services.flatMap(({ dependsOn }) => dependsOn.filter((name) => runsService(tier, name)));
  const [name] = [...services, ...behind.flatMap((each) => catalog.services.get(each) ?? [])].flatMap(
    ({ models }) => models,
  );
  if (name === undefined) return {};
  const { agent, routing } = catalog.profiles;
  const { breaker } = routing.gateway;
  return {
    FLEET_MODEL: name,
    FLEET_BREAKER_FAILURES: String(breaker.failures),
    FLEET_BREAKER_OPEN_SECONDS: inSeconds(breaker.probeEvery),
    ...(agent === null ? {} : { FLEET_MODEL_DEADLINE_SECONDS: inSeconds(agent.modelWithin) }),
  };
}

function queue({ profiles }: Catalog): Record<string, string> {
  const { agent } = profiles;
  return {
    FLEET_TASK_RETRIES: String(profiles.queue.retries),
    ...(agent === null
      ? {}
      : {
          FLEET_BROKER_PATIENCE_SECONDS: inSeconds(agent.brokerAway),
          FLEET_OVERFLOW_EVERY_SECONDS: inSeconds(agent.overflowEvery),
        }),
  };
}

/** A number without an exponent, as the agent reads it. */
function inSeconds(span: Seconds | number): string {
  return String(Math.round(span * 1000) / 1000);
}
