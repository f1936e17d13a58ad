// What a run takes of the machine, whatever else runs there: its CPU seconds.
import { readFileSync } from "node:fs";

/** Linux counts in hundredths of a second here, whatever its clock. */
const TICKS_PER_SECOND = 100;

/** CPU seconds of this process and of all its children that have ended; null where nobody knows. */
export function cpuSeconds() {
  try {
    // The name of the program stands in brackets, and may hold anything.
    const after = readFileSync("/proc/self/stat", "utf8").split(") ").at(-1).split(" ");
    // utime, stime, cutime and cstime: fields 14 to 17, of which the first two stand before this.
    const ticks = after.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return ticks / TICKS_PER_SECOND;
  } catch {
    return null;
  }
}

/** Reads what `times` of a shell printed: CPU seconds of its children that have ended; null when it printed nothing. */
export function secondsInTimes(file) {
  try {
    const [, children = ""] = readFileSync(file, "utf8").split("\n");
    const parts = [...children.matchAll(/(\d+)m([\d.]+)s/g)];
    if (parts.length !== 2) return null;
    return parts.reduce((sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds), 0);
  } catch {
    return null;
  }
}
