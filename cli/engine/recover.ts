import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Stack } from "@pulumi/pulumi/automation";
import type Docker from "dockerode";
import { LABEL } from "../../fleet/labels";
import type { FleetPlan } from "../../fleet/plan/types";
import { CONTAINER, NETWORK } from "../../fleet/resource";

interface PendingOperation {
  readonly type: string;
  readonly resource: {
    readonly urn: string;
    readonly type: string;
    readonly inputs?: { readonly name?: unknown };
  };
}

interface StateFile {
  readonly deployment: {
    readonly resources?: readonly { readonly type: string; readonly id?: string }[];
    pending_operations?: readonly PendingOperation[];
  };
}

/**
 * Clears what a killed run left behind: operations that the state calls pending, and containers and networks that were
 * made but of which the state does not know the id, so that making them again fails by name. Volumes stay: making one
 * again finds it, with what is in it.
 *
 * Something on Docker is only removed when it is surely what the killed run made: its exact name stands in the pending
 * operation of our own state, it carries the labels of this fleet and stack, it is none that the state knows, and it
 * was made after that run began.
 *
 * @param pulumi the path of the engine
 * @param since when the run began that came to no end
 * @returns whether the state has to be refreshed, because an operation was cut off in the middle
 */
export async function recover(
  stack: Stack,
  pulumi: string,
  docker: Docker,
  plan: FleetPlan,
  since: Date,
  say: (line: string) => void,
): Promise<boolean> {
  const { workspace, name } = stack;
  const file = join(workspace.workDir, "state.json");
  const env = {
    ...process.env,
    ...workspace.envVars,
    ...(workspace.pulumiHome === undefined ? {} : { PULUMI_HOME: workspace.pulumiHome }),
  };
  const run = (...args: string[]) =>
    promisify(execFile)(pulumi, [...args, "--stack", name, "--file", file], { cwd: workspace.workDir, env });
  // By the command itself: secrets stay encrypted in this file, which the Automation API would write in clear.
  await run("stack", "export");
  const state = JSON.parse(readFileSync(file, "utf8")) as StateFile;
  const pending = state.deployment.pending_operations ?? [];
  if (pending.length === 0) return false;
  say(`${pending.length} operations of an earlier run were cut off: clearing them ...`);
  const known = new Set((state.deployment.resources ?? []).flatMap(({ id }) => id ?? []));
  for (const { type, resource } of pending) {
    const { name: wanted } = resource.inputs ?? {};
    if (type !== "creating" || typeof wanted !== "string") continue;
    const half = { name: wanted, known, since, labels: labelsOf(plan) };
    if (resource.type === CONTAINER) await removeContainer(docker, half, say);
    if (resource.type === NETWORK) await removeNetwork(docker, half, say);
  }
  state.deployment.pending_operations = [];
  writeFileSync(file, JSON.stringify(state));
  await run("stack", "import");
  return true;
}

/** What a killed run may have made. */
interface HalfMade {
  readonly name: string;
  readonly known: ReadonlySet<string>;
  readonly since: Date;
  readonly labels: Readonly<Record<string, string>>;
}

function labelsOf({ fleet, stack }: FleetPlan): Readonly<Record<string, string>> {
  return { [LABEL.fleet]: fleet, [LABEL.stack]: stack };
}

async function removeContainer(docker: Docker, half: HalfMade, say: (line: string) => void): Promise<void> {
  const found = await orNull(docker.getContainer(half.name).inspect());
  if (found === null) return;
  const { Id, Name, Created, Config } = found;
  // Docker also finds by the first letters of an id.
  if (Name !== `/${half.name}` || !isOurs(half, Id, Created, Config.Labels)) return;
  await docker.getContainer(Id).remove({ force: true });
  say(`removed container ${half.name}, which an earlier run had begun to make`);
}

async function removeNetwork(docker: Docker, half: HalfMade, say: (line: string) => void): Promise<void> {
  // Docker filters by parts of names.
  const listed = await docker.listNetworks({ filters: { name: [half.name] } });
  for (const { Id, Name, Created, Labels } of listed) {
    if (Name !== half.name || !isOurs(half, Id, Created, Labels ?? {})) continue;
    await docker.getNetwork(Id).remove();
    say(`removed network ${half.name}, which an earlier run had begun to make`);
  }
}

function isOurs(
  half: HalfMade,
  id: string,
  created: string,
  labels: Readonly<Record<string, string>>,
): boolean {
  const labelled = Object.entries(half.labels).every(([label, value]) => labels[label] === value);
  return labelled && !half.known.has(id) && new Date(created) >= half.since;
}

async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode === 404) return null;
    throw error;
  }
}
