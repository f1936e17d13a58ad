import type { Catalog } from "../../fleet/catalog/types";

/** What the fleet has to bear at its peak. */
export interface Peak {
  /** Requests a minute. */
  readonly rate: number;
  /** MiB of all agents together. */
  readonly agentMemory: number;
}

export const PEAK: Peak = { rate: 2000, agentMemory: 8 * 1024 };

/** Requests a minute that are tried: those of the catalog's milestones, and the peak. */
export function ratesOf({ profiles }: Catalog, peak: Peak): readonly number[] {
  const milestones = profiles.milestones.map(({ throughputPerMinute }) => throughputPerMinute);
  return [...new Set([...milestones, peak.rate])].sort((one, other) => one - other);
}
