import { readFileSync } from "node:fs";
import { cpus } from "node:os";

/** Seconds of CPU that this machine has spent on anything since it started; null where nobody says. */
export function hostCpu(): number | null {
  try {
    const [first = ""] = readFileSync("/proc/stat", "utf8").split("\n");
    const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = first
      .split(/\s+/)
      .slice(1)
      .map(Number);
    return (user + nice + system + irq + softirq + steal) / 100;
  } catch {
    return null;
  }
}

export const hostCores = (): number => cpus().length;

/** Seconds of CPU of this process. */
export function ownCpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
