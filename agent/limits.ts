import { readFileSync } from "node:fs";
import { totalmem } from "node:os";
import { join } from "node:path";

/** Where a container sees its own control group, of either version. */
const CONTROL_GROUP = "/sys/fs/cgroup";

/**
 * Bytes that this container may use; 0 without a limit. Not `process.constrainedMemory()`, which answers with the
 * reservation where there is one.
 */
export function memoryLimit(folder: string = CONTROL_GROUP): number {
  const limit = Number(read(folder, "memory.max") ?? read(folder, "memory/memory.limit_in_bytes") ?? NaN);
  // Version 1 writes a number near 2^63 for none, version 2 a word.
  return limit > 0 && limit < totalmem() ? limit : 0;
}

/** Cores that this container may use; 0 without a limit. */
export function cpuLimit(folder: string = CONTROL_GROUP): number {
  const [quota, period] =
    read(folder, "cpu.max")?.split(" ") ??
    ["cpu.cfs_quota_us", "cpu.cfs_period_us"].map((name) => read(folder, join("cpu", name)));
  const cores = Number(quota) / Number(period);
  return cores > 0 && Number.isFinite(cores) ? cores : 0;
}

function read(folder: string, name: string): string | undefined {
  try {
    return readFileSync(join(folder, name), "utf8").trim();
  } catch {
    return undefined;
  }
}
