import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./project";

/** The command line as it is shipped: one file. */
export const FLEET = join(ROOT, "dist", "fleet.cjs");

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line without colours, in the folder of this project. */
export function fleet(...args: string[]): Run {
  return fleetWith({}, ...args);
}

export function fleetWith(env: Readonly<Record<string, string>>, ...args: string[]): Run {
  const run = spawnSync(process.execPath, [FLEET, ...args], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, FORCE_COLOR: "0", NO_COLOR: "1", ...env },
    timeout: 30_000,
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}
