import { depthsOf } from "../catalog/graph";
import type { Catalog } from "../catalog/types";
import { runsService } from "../tier";
import type { Tier } from "../tier";
import type { WavePlan } from "./types";

/** The start order: for every service and hot agent the wave it starts in, and the waves themselves. */
export interface StartOrder {
  readonly waveOf: ReadonlyMap<string, number>;
  readonly waves: readonly WavePlan[];
}

/**
 * A member starts one wave after the last one it depends on; services that start after the agents come last.
 * As few waves as the dependencies allow: each costs at least one health check interval.
 * The catalog has been checked for cycles.
 */
export function startOrder(catalog: Catalog, tier: Tier): StartOrder {
  const edges = new Map<string, readonly string[]>();
  for (const service of catalog.services.values()) {
    if (!service.afterAgents && runsService(tier, service.name)) edges.set(service.name, service.dependsOn);
  }
  for (const agent of catalog.agents) if (agent.pool === "hot") edges.set(agent.name, agent.dependsOn);
  const result = depthsOf(edges);
  if (result.kind === "cycle") throw new Error(`a checked catalog has a cycle: ${result.path.join(" -> ")}`);

  const waveOf = new Map(result.depths);
  let last = -1;
  for (const wave of waveOf.values()) last = Math.max(last, wave);
  addLateServices(catalog, tier, waveOf, last + 1);
  return { waveOf, waves: group(catalog, waveOf) };
}

/** Services after the agents keep their own order among themselves. */
function addLateServices(catalog: Catalog, tier: Tier, waveOf: Map<string, number>, first: number): void {
  const late = new Map<string, readonly string[]>();
  for (const service of catalog.services.values()) {
    if (service.afterAgents && runsService(tier, service.name)) late.set(service.name, service.dependsOn);
  }
  const result = depthsOf(late);
  if (result.kind === "cycle") throw new Error(`a checked catalog has a cycle: ${result.path.join(" -> ")}`);
  for (const [name, depth] of result.depths) waveOf.set(name, first + depth);
}

function group(catalog: Catalog, waveOf: ReadonlyMap<string, number>): WavePlan[] {
  const waves: { index: number; services: string[]; agents: string[] }[] = [];
  for (const [name, index] of waveOf) {
    while (waves.length <= index) waves.push({ index: waves.length, services: [], agents: [] });
    const wave = waves[index];
    (catalog.services.has(name) ? wave?.services : wave?.agents)?.push(name);
  }
  for (const wave of waves) {
    wave.services.sort();
    wave.agents.sort();
  }
  return waves;
}
