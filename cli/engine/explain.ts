import type Docker from "dockerode";
import type { FleetPlan } from "../../fleet/plan/types";
import { EngineError } from "./engine-error";
import { nameOf } from "./events";
import type { Outcome } from "./events";
import { failureError, failureOf } from "./failures";
import { say } from "./progress/open";
import type { Violation } from "./request";

/** What is known of an operation that failed. */
export interface Failed {
  readonly plan: FleetPlan;
  readonly docker: Docker;
  readonly interrupted: boolean;
  readonly violations: readonly Violation[];
  readonly outcome: Outcome;
  /** URNs of the resources whose operation failed. */
  readonly urns: readonly string[];
  /** What the Automation API threw. */
  readonly error: unknown;
}

/**
 * Why an operation failed, in the order of what a user can do about it: an interrupt, a rule, a container that is not
 * healthy, and what Docker, Consul or the engine said. The details are told as lines.
 */
export async function explain(failed: Failed): Promise<EngineError> {
  const { plan, docker, outcome, error } = failed;
  if (failed.interrupted)
    return new EngineError(
      "cancelled",
      "the run was cancelled, and the state is saved",
      "an interrupt",
      "a run to its end",
      "Run the same command again: it goes on from there.",
    );
  const blocking = failed.violations.filter(({ level }) => level === "mandatory");
  if (blocking.length > 0) {
    for (const { message } of blocking) say(message);
    return new EngineError(
      "policy-violated",
      "the engine's policies block it",
      [...new Set(blocking.map(({ rule }) => rule))].join(", "),
      "no blocking finding",
      "Do what each finding says; nothing was touched that was not there before.",
    );
  }
  for (const urn of failed.urns) {
    const health = await lastHealth(docker, containerOf(plan, nameOf(urn)));
    if (health !== null) say(`${nameOf(urn)} is not healthy: ${health}`);
  }
  const said = error instanceof Error ? error.message : String(error);
  const told = outcome.errors
    .join("\n")
    .replaceAll(/<\{%.*?%\}>/g, "")
    .trim();
  return failureError(failureOf(`${told}\n${said}`), told === "" ? said : told);
}

function containerOf(plan: FleetPlan, name: string): string {
  return plan.agents.find((agent) => agent.name === name)?.containerName ?? `${plan.naming.scope}-${name}`;
}

/** The last line of a container's health log, or null. */
async function lastHealth(docker: Docker, container: string): Promise<string | null> {
  try {
    const { State } = await docker.getContainer(container).inspect();
    const last = State.Health?.Log.at(-1);
    return last === undefined
      ? null
      : `${last.Output.trim().split("\n").at(-1) ?? ""} (exit ${last.ExitCode})`;
  } catch {
    return null;
  }
}
