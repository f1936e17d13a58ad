import type { ResourceView } from "../../../fleet/resource";
import type { FoundContainer } from "../live/found";
import { numberOf, textOf } from "../live/properties";
import type { Limits } from "./action";

const MIB = 1024 * 1024;
const PERIOD = 100_000;
const MEMORY = ["memory", "memorySwap", "memoryReservation"];

/** What `docker update` has to be told so that these properties are as declared. */
export function limitsFor(
  { properties }: ResourceView,
  changed: readonly string[],
  container: FoundContainer,
  cpuCount: number,
): Limits {
  const limits: { -readonly [K in keyof Limits]: Limits[K] } = {};
  if (MEMORY.some((name) => changed.includes(name))) {
    // All three: Docker compares each with the others.
    const bytes = (name: string): number => numberOf(properties, name) * MIB;
    if (bytes("memory") > 0) limits.Memory = bytes("memory");
    if (bytes("memorySwap") > 0) limits.MemorySwap = bytes("memorySwap");
    if (bytes("memoryReservation") > 0) limits.MemoryReservation = bytes("memoryReservation");
  }
  if (changed.includes("cpus")) {
    const cpus = Number(textOf(properties, "cpus"));
    // Docker refuses one where the other was set.
    if ((container.info.HostConfig.CpuQuota ?? 0) > 0)
      Object.assign(limits, { CpuPeriod: PERIOD, CpuQuota: Math.round(cpus * PERIOD) });
    else limits.NanoCpus = Math.round(cpus * 1e9);
  }
  if (changed.includes("cpuShares")) limits.CpuShares = numberOf(properties, "cpuShares");
  // An empty set would change nothing: all CPUs say what no set says.
  if (changed.includes("cpuSet"))
    limits.CpusetCpus = textOf(properties, "cpuSet") || (cpuCount > 1 ? `0-${cpuCount - 1}` : "0");
  if (changed.includes("pidsLimit")) limits.PidsLimit = -1;
  if (changed.includes("restart") || changed.includes("maxRetryCount"))
    limits.RestartPolicy = {
      Name: textOf(properties, "restart") || "no",
      MaximumRetryCount: numberOf(properties, "maxRetryCount"),
    };
  return limits;
}
