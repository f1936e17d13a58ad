import type { Catalog } from "../catalog/types";
import { InputError } from "../problem";
import type { Problem } from "../problem";
import type { Stack } from "../tier";
import { planAlerts, recordingsOf } from "./alerts";
import { planAgents } from "./agents";
import { planBudgets } from "./budgets";
import { namingOf } from "./names";
import { planRoutes, planTraffic } from "./routes";
import { planServices } from "./services";
import { POOLS } from "../catalog/types";
import type { AgentPlan, FleetPlan, PoolPlan, QueuePlan } from "./types";
import { mebibytes } from "../units/memory";
import { startOrder } from "./waves";

/** Docker uses container names as host names, whose labels end at 63 characters. */
const MAX_HOST_NAME = 63;

/**
 * Computes the plan of a stack. Pure: the same catalog and tier give the same plan, whatever the order of the
 * files. Does not judge: limits beyond the profile or the budget are planned as written and found by the rules.
 *
 * @throws InputError when a name gets too long for Docker
 */
export function planFleet(catalog: Catalog, stack: Stack): FleetPlan {
  const { tier } = stack;
  const naming = namingOf(catalog.fleet, stack.name);
  const order = startOrder(catalog, tier);
  const routes = planRoutes(catalog, naming);
  const agents = planAgents(catalog, tier, naming, routes, order);
  const services = planServices(catalog, tier, naming, order);
  checkNames(agents);
  return {
    schemaVersion: 1,
    fleet: catalog.fleet,
    stack: stack.name,
    tier: tier.name,
    naming,
    pools: planPools(catalog, agents),
    agents,
    services,
    waves: order.waves,
    budgets: planBudgets(agents, services, tier),
    routes,
    traffic: planTraffic(catalog),
    queue: planQueue(catalog),
    alerts: planAlerts(catalog, naming, tier),
    recordings: recordingsOf(catalog, naming),
    monitoring: {
      scrapeEvery: catalog.profiles.alerting.scrapeEvery,
      evaluateEvery: catalog.profiles.alerting.evaluateEvery,
      notify: catalog.profiles.alerting.notify,
      rateWindow: catalog.profiles.alerting.rateWindow,
      quantile: catalog.profiles.alerting.quantile,
      kpis: catalog.profiles.kpis,
    },
    container: catalog.profiles.container,
  };
}

function planPools(catalog: Catalog, agents: readonly AgentPlan[]): PoolPlan[] {
  return POOLS.map((name) => {
    let count = 0;
    let memory = 0;
    for (const agent of agents) {
      if (agent.pool !== name) continue;
      count += 1;
      memory += agent.sizing.memory.value;
    }
    return {
      name,
      agents: count,
      running: name === "hot",
      memory: mebibytes(memory),
      startWithin: {
        value: catalog.profiles.pools[name].startWithin,
        why: name === "hot" ? "always running" : "created, and started on demand",
        from: catalog.places.profile("pools", name),
      },
    };
  });
}

function planQueue(catalog: Catalog): QueuePlan {
  const { queue } = catalog.profiles;
  const from = (key: string) => catalog.places.profile("queue", key);
  return {
    maxLength: {
      value: queue.maxLength,
      why: "what is waiting at most; more goes to a free agent",
      from: from("maxLength"),
    },
    timeout: { value: queue.timeout, why: "then a message is a dead letter", from: from("timeout") },
    priorities: queue.priorities,
    retries: { value: queue.retries, why: "then a message is a dead letter", from: from("retries") },
    deadLetter: queue.deadLetter,
  };
}

function checkNames(agents: readonly AgentPlan[]): void {
  const problems: Problem[] = [];
  for (const agent of agents) {
    if (agent.containerName.length <= MAX_HOST_NAME) continue;
    problems.push({
      code: "name-too-long",
      message: `the container name of ${agent.name} is too long`,
      place: agent.place,
      found: `${agent.containerName} (${agent.containerName.length} characters)`,
      wanted: `at most ${MAX_HOST_NAME} characters, because it is a host name too`,
      fix: "shorten the name of the agent or of the stack",
    });
  }
  if (problems.length > 0) throw new InputError(problems);
}
