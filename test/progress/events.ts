import type { EngineEvent } from "@pulumi/pulumi/automation";
import { CONTAINER } from "../../fleet/resource";
import type { FleetPlan } from "../../fleet/plan/types";

/** As much of a plan as progress is shown by: two waves of three containers. */
export const PLAN = {
  stack: "dev",
  naming: { scope: "sutazai-dev" },
  services: [{ name: "router", containerNames: ["sutazai-dev-router", "sutazai-dev-router-2"] }],
  waves: [
    { index: 1, services: ["router", "redis"], agents: [] },
    { index: 2, services: [], agents: ["autogpt", "crewai", "aider"] },
  ],
} as unknown as FleetPlan;

/** An event of the engine about a container, cut down to what is read of it. */
export function event(kind: "pre" | "out" | "failed", op: string, name: string): EngineEvent {
  const metadata = { op, type: CONTAINER, urn: `urn:pulumi:dev::sutazai::${CONTAINER}::${name}` };
  const key = { pre: "resourcePreEvent", out: "resOutputsEvent", failed: "resOpFailedEvent" }[kind];
  return { sequence: 0, timestamp: 0, [key]: { metadata } };
}

export const EVENTS: readonly EngineEvent[] = [
  ...["router", "router-2", "redis"].map((name) => event("pre", "create", name)),
  ...["router", "router-2", "redis"].map((name) => event("out", "create", name)),
  ...["autogpt", "crewai", "aider"].map((name) => event("pre", "create", name)),
  event("out", "create", "autogpt"),
  event("failed", "create", "aider"),
];
