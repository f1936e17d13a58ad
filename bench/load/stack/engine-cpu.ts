import { readFileSync, readdirSync } from "node:fs";
import { commandLine, descendants } from "../../../test/support/processes";

/** Linux counts CPU time in hundredths of a second. */
const TICKS = 100;
const ENGINE = /^(dockerd|containerd|containerd-shim|runc|docker-proxy)/;

/**
 * Seconds of CPU of a Docker Engine that was started here: the daemon, containerd and what holds each container,
 * health checks included, since what starts them is counted with its children; the containers themselves are not.
 */
export function engineCpu(host: string): number | null {
  const daemon = readdirSync("/proc").find(
    (entry) => /^\d+$/.test(entry) && commandLine(Number(entry)).startsWith(`dockerd --host ${host} `),
  );
  if (daemon === undefined) return null;
  let ticks = 0;
  for (const pid of [Number(daemon), ...descendants(Number(daemon))]) ticks += ticksOf(pid);
  return ticks / TICKS;
}

function ticksOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const name = stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")"));
    if (!ENGINE.test(name)) return 0;
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // utime and stime, and those of children that ended.
    const own = fields.slice(11, 13).map(Number);
    const children = /^containerd-shim/.test(name) ? [] : fields.slice(13, 15).map(Number);
    return [...own, ...children].reduce((sum, value) => sum + value, 0);
  } catch {
    return 0; // ended since
  }
}
