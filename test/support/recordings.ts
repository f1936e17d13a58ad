import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Deployment, EngineEvent } from "@pulumi/pulumi/automation";
import { nameOf, outcomeOf } from "../../cli/engine/events";
import type { Outcome, Step } from "../../cli/engine/events";
import { ROOT } from "./project";

export const RECORDED = join(ROOT, "test", "fixtures", "recorded");

export function recordedOutcome(file: string): Outcome {
  const lines = readFileSync(join(RECORDED, file), "utf8").trim().split("\n");
  return outcomeOf(lines.map((line) => JSON.parse(line) as EngineEvent));
}

export function recordedState(file: string): Deployment {
  return JSON.parse(readFileSync(join(RECORDED, file), "utf8")) as Deployment;
}

/** One line a step, sorted: what was done to which resource, and which properties differ. */
export function stepLines(steps: readonly Step[]): string[] {
  return steps
    .filter(({ urn }) => !urn.includes("pulumi:pulumi:Stack") && !urn.includes("pulumi:providers:"))
    .map(({ op, urn, diff, gone }) => {
      const changes = Object.entries(diff).map(([path, kind]) => `${path}:${kind}`);
      return [op, nameOf(urn), ...(gone ? ["gone"] : []), ...changes.sort()].join(" ");
    })
    .sort();
}

/** What differs from run to run, or is the plugin's own business. */
const PASSING = new Set([
  ...["__meta", "__pulumi_raw_state_delta", "id", "networkDatas", "mountpoint", "exitCode", "ipamConfigs"],
  // The name of the daemon's own bridge.
  "bridge",
  // The official plugin says of a network option only that there is none; null or 0, by chance.
  "gwPriority",
]);

/** Every resource by name, with what is known of it; absent, null and empty are the same. */
export function stateByName(deployment: Deployment): Record<string, unknown> {
  const { resources } = deployment.deployment as {
    resources: { urn: string; inputs?: object; outputs?: object }[];
  };
  const entries = resources
    .filter(({ urn }) => !urn.includes("pulumi:pulumi:Stack") && !urn.includes("pulumi:providers:"))
    .map(
      ({ urn, inputs, outputs }) => [nameOf(urn), { inputs: said(inputs), outputs: said(outputs) }] as const,
    );
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What Docker calls a container that was given no name of its own. */
const CONTAINER_ID = /^[0-9a-f]{12}$/;

function said(value: unknown): unknown {
  if (typeof value === "string" && CONTAINER_ID.test(value)) return "<container id>";
  if (value === null || value === "" || value === 0 || value === false) return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(said);
  if (typeof value !== "object") return value;
  const kept = Object.entries(value)
    .filter(([name]) => !PASSING.has(name))
    .map(([name, inner]) => [name, said(inner)] as const)
    .filter(([, inner]) => inner !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
