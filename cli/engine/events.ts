import type { EngineEvent } from "@pulumi/pulumi/automation";
import type { Json } from "../../fleet/source/json";

/** What the engine does, or would do, to a resource. */
export interface Step {
  /** `create`, `update`, `replace`, `same`, `refresh`, ... in the engine's words. */
  readonly op: string;
  readonly urn: string;
  /** Pulumi's type token. */
  readonly type: string;
  /** Property path to kind of change, such as `memory` to `update`. */
  readonly diff: Readonly<Record<string, string>>;
  /** Refreshed, and no longer there. */
  readonly gone: boolean;
  /** What the resource was before the step and is after it; null where the event does not tell. */
  readonly before: Properties | null;
  readonly after: Properties | null;
}

/** Outputs as the engine tells them; it writes `[secret]` for secrets. */
export type Properties = Readonly<Record<string, Json>>;

/** Everything an operation did, in the engine's order. */
export interface Outcome {
  /** What a refresh found. */
  readonly refreshed: readonly Step[];
  /** What was planned or done. */
  readonly steps: readonly Step[];
  readonly changes: Readonly<Record<string, number>>;
  readonly errors: readonly string[];
  /** Plugins that were not the installed ones: name to the path that was run. */
  readonly plugins: Readonly<Record<string, string>>;
}

const FROM_PATH = /using pulumi-resource-(\S+) from \$PATH at (\S+)/;

/** Reads the engine's events. Refreshes count when they are finished, all else when it is planned. */
export function outcomeOf(events: readonly EngineEvent[]): Outcome {
  const refreshed: Step[] = [];
  const steps: Step[] = [];
  const errors: string[] = [];
  const plugins: Record<string, string> = {};
  let changes: Record<string, number> = {};
  for (const event of events) {
    const planned = event.resourcePreEvent?.metadata;
    if (planned !== undefined && planned.op !== "refresh") steps.push(stepOf(planned));
    const done = event.resOutputsEvent?.metadata;
    if (done !== undefined && done.op === "refresh") refreshed.push(stepOf(done));
    if (event.summaryEvent !== undefined) changes = { ...event.summaryEvent.resourceChanges };
    const { severity, message = "" } = event.diagnosticEvent ?? {};
    if (severity === "error") errors.push(message);
    const plugin = FROM_PATH.exec(message);
    if (plugin !== null) plugins[plugin[1] ?? ""] = plugin[2] ?? "";
  }
  return { refreshed, steps, changes, errors, plugins };
}

function stepOf(metadata: NonNullable<EngineEvent["resourcePreEvent"]>["metadata"]): Step {
  const diff = Object.entries(metadata.detailedDiff ?? {}).map(([path, { diffKind }]) => [path, diffKind]);
  return {
    op: metadata.op,
    urn: metadata.urn,
    type: metadata.type,
    diff: Object.fromEntries(diff) as Record<string, string>,
    gone: metadata.op === "refresh" && (metadata.new ?? null) === null,
    before: outputsOf(metadata.old),
    after: outputsOf(metadata.new),
  };
}

/** Recordings leave them out; what was not created yet has only inputs. */
function outputsOf(
  state: NonNullable<EngineEvent["resourcePreEvent"]>["metadata"]["old"] | null,
): Properties | null {
  const { outputs, inputs } = (state ?? {}) as { outputs?: Properties; inputs?: Properties };
  return outputs ?? inputs ?? null;
}

/** The logical name at the end of a URN. */
export function nameOf(urn: string): string {
  return urn.split("::").at(-1) ?? urn;
}
