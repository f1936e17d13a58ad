import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir, hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** How often whoever waits for another looks again, in milliseconds. */
const LOOK_EVERY = 500;
/** A lock whose owner can't be asked (another host) is given up after this many milliseconds. */
const ABANDONED_AFTER = 60 * 60_000;

/** Where this project keeps what is dear to make, for all checkouts of one user. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const base = env["XDG_CACHE_HOME"];
  return join(base !== undefined && base !== "" ? base : join(homedir(), ".cache"), "sutazai-fleet");
}

/**
 * Answers `folder`, made by `make` when it is not there. `make` fills another folder, which takes the name
 * only when it is complete: nobody ever sees a half of it. Of two at once, one makes and the other waits.
 */
export async function madeOnce(
  folder: string,
  make: (empty: string) => Promise<void>,
  onWait: (owner: string) => void,
): Promise<string> {
  if (existsSync(folder)) return folder;
  const release = await lock(`${folder}.lock`, onWait, () => existsSync(folder));
  const unfinished = `${folder}.${process.pid}.tmp`;
  try {
    if (existsSync(folder)) return folder;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    await make(unfinished);
    renameSync(unfinished, folder);
    return folder;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
    release();
  }
}

/** Takes a lock file, or comes back early when `done` says that it is not needed any more. */
async function lock(
  file: string,
  onWait: (owner: string) => void,
  done: () => boolean,
): Promise<() => void> {
  mkdirSync(join(file, ".."), { recursive: true });
  let told = false;
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify({ pid: process.pid, host: hostname() }), { flag: "wx" });
      return () => {
        rmSync(file, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    if (done()) return () => undefined;
    if (abandoned(file)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!told) onWait(ownerOf(file));
    told = true;
    await pause(LOOK_EVERY);
  }
}

function ownerOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** True when whoever took the lock is surely gone. */
function abandoned(file: string): boolean {
  try {
    const age = Date.now() - statSync(file).mtimeMs;
    if (age > ABANDONED_AFTER) return true;
    const text = readFileSync(file, "utf8");
    // Just made and not written yet.
    if (text === "") return false;
    const { pid, host } = JSON.parse(text) as { pid: number; host: string };
    if (host !== hostname()) return false;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
