import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DriftEvidence } from "../../fleet/drift/evidence";
import type { FleetPlan } from "../../fleet/plan/types";
import { stateFolder } from "../engine/state-folder";
import { planDigest } from "./plan-digest";
import { keptReport } from "./report-file";

/**
 * What is known of drift of a stack that is about to be deployed.
 *
 * @param now ISO 8601 in UTC
 */
export function driftEvidence(
  plan: FleetPlan,
  now: string,
  env: NodeJS.ProcessEnv = process.env,
): DriftEvidence {
  const folder = stateFolder(env);
  return {
    deployed: isDeployed(backendOf(env, folder), plan),
    kept: keptReport(folder, plan.fleet, plan.stack),
    planDigest: planDigest(plan),
    now,
  };
}

/** The part of the engine's own file that is read here. */
interface Checkpoint {
  readonly checkpoint?: {
    readonly latest?: { readonly resources?: readonly { readonly type?: string }[] } | null;
  };
}

/** True unless it is certain that nothing of the stack was ever deployed: a backend that is far away may hold it. */
export function isDeployed(backend: string, { fleet, stack }: Pick<FleetPlan, "fleet" | "stack">): boolean {
  if (!backend.startsWith("file:///")) return true;
  const file = join(backend.slice("file://".length), ".pulumi", "stacks", fleet, `${stack}.json`);
  if (existsSync(`${file}.gz`)) return true;
  if (!existsSync(file)) return false;
  try {
    const { checkpoint } = JSON.parse(readFileSync(file, "utf8")) as Checkpoint;
    if (checkpoint === undefined) return true;
    // A preview leaves a stack without resources behind.
    return (checkpoint.latest?.resources ?? []).some(({ type }) => !(type ?? "").startsWith("pulumi:"));
  } catch {
    return true;
  }
}

/** The same as the engine will use. */
export function backendOf(env: NodeJS.ProcessEnv, folder: string): string {
  const said = env["PULUMI_BACKEND_URL"];
  return said === undefined || said === "" ? `file://${join(folder, "state")}` : said;
}
