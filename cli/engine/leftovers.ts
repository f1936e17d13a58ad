import { readFileSync, readdirSync } from "node:fs";
import { basename } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** Set for the engine of a run, and so for everything that it starts; says whose run it is. */
export const RUN_MARK = "SUTAZAI_FLEET_RUN";

/** An engine that was interrupted finishes what it has begun: at most one wait for a container. */
const ENGINE_WITHIN_MS = 150_000;
const PLUGIN_WITHIN_MS = 3_000;
const SAY_EVERY_MS = 10_000;

interface Leftover {
  readonly pid: number;
  readonly program: string;
}

/**
 * Processes that carry the mark of a run. Only where the system shows the environment of processes (Linux), and only
 * those of this user: elsewhere, and of others, none is surely ours.
 */
export function markedProcesses(mark: string): readonly Leftover[] {
  if (process.platform !== "linux") return [];
  const wanted = `${RUN_MARK}=${mark}`;
  const found: Leftover[] = [];
  for (const entry of readdirSync("/proc")) {
    const pid = Number(entry);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    try {
      if (!readFileSync(`/proc/${pid}/environ`, "utf8").split("\0").includes(wanted)) continue;
      const [program = ""] = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
      // What has ended and is only not collected yet has no command line.
      if (program !== "") found.push({ pid, program: basename(program) });
    } catch {
      // Another user's, or gone since.
    }
  }
  return found;
}

/**
 * Ends what a run left when it was killed: the engine is asked to finish what it has begun, so that the state tells of
 * it; then plugins and policy packs, which an engine that was killed itself leaves alone.
 * Call it only with the lock of the stack in hand.
 */
export async function endLeftovers(mark: string, say: (line: string) => void): Promise<void> {
  const isEngine = ({ program }: Leftover) => /^pulumi(?:\.exe)?$/.test(program);
  const engines = () => markedProcesses(mark).filter(isEngine);
  for (const { pid } of engines()) {
    say(`the engine of an earlier run (process ${pid}) still works: it is asked to stop ...`);
    send(pid, "SIGINT");
  }
  await untilNone(engines, ENGINE_WITHIN_MS, () => say("still waiting for the engine of an earlier run ..."));
  const rest = () => markedProcesses(mark);
  for (const { pid } of rest()) send(pid, "SIGTERM");
  await untilNone(rest, PLUGIN_WITHIN_MS, () => undefined);
  for (const { pid } of rest()) send(pid, "SIGKILL");
  await untilNone(rest, PLUGIN_WITHIN_MS, () => undefined);
}

async function untilNone(left: () => readonly Leftover[], within: number, tell: () => void): Promise<void> {
  const started = Date.now();
  let told = started;
  while (left().length > 0 && Date.now() - started < within) {
    if (Date.now() - told > SAY_EVERY_MS) {
      told = Date.now();
      tell();
    }
    await pause(50);
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone since.
  }
}
