import { readFileSync, readdirSync } from "node:fs";
import { until } from "./until";

/** True while the process runs; a zombie does not. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

/** Ends a process that was started here, politely, then for sure; comes back when it is gone. */
export async function end(pid: number): Promise<void> {
  if (!alive(pid)) return;
  process.kill(pid, "SIGTERM");
  try {
    await until(`the end of process ${pid}`, () => Promise.resolve(!alive(pid)), 15_000);
  } catch {
    process.kill(pid, "SIGKILL");
    await until(`the end of process ${pid}`, () => Promise.resolve(!alive(pid)), 5_000);
  }
}

/** What a process was started as, or "". */
export function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

/** All processes that a process started, and those that they started, as far as they still run. */
export function descendants(pid: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      // The name of the program stands in brackets, and may hold anything.
      const after = readFileSync(`/proc/${entry}/stat`, "utf8").split(") ").at(-1) ?? "";
      const parent = Number(after.split(" ")[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
    } catch {
      // Gone since.
    }
  }
  const found: number[] = [];
  const open = [pid];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const own = children.get(next) ?? [];
    found.push(...own);
    open.push(...own);
  }
  return found;
}
