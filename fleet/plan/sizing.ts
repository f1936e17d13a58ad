import type { Catalog, CatalogAgent } from "../catalog/types";
import { formatMemory } from "../units/memory";
import type { Sizing } from "./types";

/**
 * Sizes agents by the profile. Agents that are sized alike share one object: 69,000 agents then cost
 * a handful of sizings, and a plan tells at once who differs.
 */
export class Sizer {
  private readonly cache = new Map<string, Sizing>();

  constructor(private readonly catalog: Catalog) {}

  size(agent: CatalogAgent): Sizing {
    // An agent's own number brings its own line, so it is shared with nobody.
    const own = agent.memory !== null || agent.cpu !== null;
    const key = own ? agent.name : agent.criticality;
    const known = this.cache.get(key);
    if (known !== undefined) return known;
    const sizing = this.make(agent);
    this.cache.set(key, sizing);
    return sizing;
  }

  private make(agent: CatalogAgent): Sizing {
    const { memory, cpu, cpuShares } = this.catalog.profiles;
    const { places } = this.catalog;
    const percent = Math.round(memory.scaleUpAbove * 100);
    return {
      memory:
        agent.memory === null
          ? {
              value: memory.start,
              why: "what every agent starts with",
              from: places.profile("sizing", "memory", "start"),
            }
          : { value: agent.memory, why: "set on the agent itself", from: places.agent(agent, "memory") },
      memoryReservation: {
        value: memory.reservation,
        why: "the most that agents were measured to use",
        from: places.profile("sizing", "memory", "reservation"),
      },
      memoryStep: {
        value: memory.step,
        why: `added each time more than ${percent} % of the limit is used`,
        from: places.profile("sizing", "memory", "step"),
      },
      memoryMax: {
        value: memory.max,
        why: `no agent grows beyond ${formatMemory(memory.max)}`,
        from: places.profile("sizing", "memory", "max"),
      },
      cpuBase:
        agent.cpu === null
          ? {
              value: cpu.base,
              why: "reserved for every agent",
              from: places.profile("sizing", "cpu", "base"),
            }
          : { value: agent.cpu, why: "set on the agent itself", from: places.agent(agent, "cpu") },
      cpuBurst: {
        value: cpu.burst,
        why: "the most it may use while it is active",
        from: places.profile("sizing", "cpu", "burst"),
      },
      cpuShares: {
        value: cpuShares[agent.criticality],
        why: `criticality ${agent.criticality}: decides who comes first when cores are short`,
        from: places.profile("sizing", "cpuShares", agent.criticality),
      },
    };
  }
}
