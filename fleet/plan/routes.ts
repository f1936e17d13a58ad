import { CLASSES, POOLS } from "../catalog/types";
import type { Catalog, Class, Pool } from "../catalog/types";
import { poolService } from "./names";
import type { Naming, RoutePlan, TrafficPlan } from "./types";

/** HAProxy's weights go to 256; Consul carries them times 256 in 16 bits, so 255 is the most. */
const MAX_WEIGHT = 255;
/** HAProxy makes ceil(w / 256) of the weight w of an SRV record. */
export const SRV_WEIGHT_UNIT = 256;

/**
 * Shares the requests of a pool out by class: a class gets its weight of the total over the classes that the
 * pool has, and its agents share that evenly. Weights are whole numbers, the largest 255.
 */
export function planRoutes(catalog: Catalog, naming: Naming): RoutePlan[] {
  const counts = countByPoolAndClass(catalog);
  return POOLS.map((pool) => {
    const present = CLASSES.filter((name) => (counts.get(`${pool}/${name}`) ?? 0) > 0);
    const weights = catalog.profiles.routing.classWeights;
    const total = present.reduce((sum, name) => sum + weights[name], 0);
    const classes = present.map((name) => {
      const agents = counts.get(`${pool}/${name}`) ?? 0;
      const share = total === 0 ? 1 / present.length : weights[name] / total;
      return { class: name, agents, share: round(share), each: share / agents };
    });
    const largest = Math.max(...classes.map((entry) => entry.each));
    return {
      pool,
      serviceName: poolService(naming, pool),
      classes: classes.map(({ each, ...entry }) => ({
        ...entry,
        weight: Math.max(1, Math.round((each / largest) * MAX_WEIGHT)),
      })),
      why: "the class weights of the profile, over the classes that the pool has",
      from: catalog.places.profile("routing", "classWeights"),
    };
  });
}

/** How the router and the model gateway check, bound and share out. */
export function planTraffic(catalog: Catalog): TrafficPlan {
  const { routing, health } = catalog.profiles;
  return {
    router: { ...routing.router, checkPath: health.readinessPath },
    gateway: routing.gateway,
    from: catalog.places.profile("routing"),
  };
}

/** The router's weight of an agent, by pool and class. */
export function weightTable(routes: readonly RoutePlan[]): (pool: Pool, name: Class) => number {
  const table = new Map<string, number>();
  for (const route of routes) {
    for (const entry of route.classes) table.set(`${route.pool}/${entry.class}`, entry.weight);
  }
  return (pool, name) => table.get(`${pool}/${name}`) ?? 1;
}

function countByPoolAndClass(catalog: Catalog): Map<string, number> {
  const counts = new Map<string, number>();
  for (const agent of catalog.agents) {
    const key = `${agent.pool}/${agent.class}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
