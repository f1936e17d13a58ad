import { accessSync, constants, existsSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
import type { FleetPlan } from "../../../fleet/plan/types";
import { EngineError } from "../engine-error";
import { checkState, lockHolder, stateFolder } from "../state-folder";
import { readUnfinished } from "../unfinished";
import { ok } from "./model";
import type { Examined } from "./model";

const MIB = 1024 * 1024;
/** The state of a large fleet with its backups takes some MiB; with less than this the disk is full soon anyway. */
const FREE_MIB = 256;

/** Where the state is kept: whether it can be written and read, and whether somebody works on it. */
export function examineState(plan: FleetPlan, env: NodeJS.ProcessEnv = process.env): Examined[] {
  const folder = stateFolder(env);
  const backend = env["PULUMI_BACKEND_URL"];
  if (backend !== undefined)
    return [ok("state", "state", backend, "a backend of Pulumi (PULUMI_BACKEND_URL)")];
  const key = `${plan.fleet}-${plan.stack}`;
  return [examineFolder(folder), examineFile(folder, plan), examineLock(folder, key)];
}

function examineFolder(folder: string): Examined {
  let there = folder;
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  const wanted = `a folder that can be written, with ${FREE_MIB} MiB free`;
  const wrong = (found: string, fix: string): Examined => ({
    ...{ kind: "state", name: "state folder", standing: "wrong", found, wanted, fix },
  });
  try {
    accessSync(there, constants.W_OK);
  } catch {
    return wrong(`${there} can't be written`, "Give this user the right to, or set XDG_STATE_HOME.");
  }
  const { bavail, bsize } = statfsSync(there);
  const free = Math.floor((bavail * bsize) / MIB);
  if (free < FREE_MIB) return wrong(`${free} MiB free at ${there}`, "Make room, or set XDG_STATE_HOME.");
  return ok("state", "state folder", `${folder}, ${free} MiB free`, wanted);
}

function examineFile(folder: string, plan: FleetPlan): Examined {
  const wanted = "a state that can be read, of runs that came to their end";
  try {
    checkState(`${folder}/state`, plan.fleet, plan.stack);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    const { found, fix } = error;
    return { kind: "state", name: "state", standing: "wrong", found, wanted, fix };
  }
  const unfinished = readUnfinished(folder, `${plan.fleet}-${plan.stack}`);
  if (unfinished === null) return ok("state", "state", "nothing unfinished", wanted);
  return {
    ...{ kind: "state", name: "state", standing: "later", wanted },
    found: `a run came to no end since ${unfinished.since}`,
    fix: "The next fleet up clears what it left, and goes on.",
  };
}

function examineLock(folder: string, key: string): Examined {
  const holder = lockHolder(folder, key);
  const wanted = "nobody at work on this stack";
  if (holder === null) return ok("state", "lock", "free", wanted);
  return {
    ...{ kind: "state", name: "lock", wanted, found: holder.who },
    standing: holder.gone ? "later" : "wrong",
    fix: holder.gone ? "The next run clears it." : "Wait until it is done.",
  };
}
