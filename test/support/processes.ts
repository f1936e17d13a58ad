import { readFileSync } from "node:fs";
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
