import type { FleetPlan } from "../../../fleet/plan/types";
import { EXIT } from "../../exit-codes";
import type { ForwardTarget } from "../../forward/target";
import { dockerHost, reachDocker } from "../docker-client";
import { EngineError, engineErrorText } from "../engine-error";
import type { Tunnel } from "../tunnel";
import { openForward } from "./open";

export interface ForwardRequest {
  readonly plan: FleetPlan;
  readonly target: ForwardTarget;
  readonly format: "text" | "json";
  /** What else to say once it is open, such as how to log in. */
  readonly hints: readonly string[];
}

/**
 * Leads a port on loopback to a service or an agent, until SIGINT or SIGTERM.
 *
 * @returns the exit code
 */
export async function forward({ plan, target, format, hints }: ForwardRequest): Promise<number> {
  let tunnel: Tunnel;
  try {
    tunnel = await openForward(await reachDocker(dockerHost()), plan, target);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    process.stderr.write(`${engineErrorText(error)}\n`);
    return EXIT.input;
  }
  const { address } = tunnel;
  const { container, port } = target;
  const lines = [
    `${address} leads to port ${port} of ${container}, until Ctrl-C`,
    ...hints.map((hint) => `  ${hint}`),
  ];
  const document = { schemaVersion: 1, command: "port-forward", stack: plan.stack, address, container, port };
  process.stdout.write(format === "json" ? `${JSON.stringify(document)}\n` : `${lines.join("\n")}\n`);
  await new Promise<void>((resolve) => {
    process.once("SIGINT", () => resolve()).once("SIGTERM", () => resolve());
  });
  await tunnel.close();
  return EXIT.fine;
}

/** A port of a container for as long as a command needs it. @throws EngineError what is in the way of it */
export async function reach(plan: FleetPlan, target: ForwardTarget): Promise<Tunnel> {
  return openForward(await reachDocker(dockerHost()), plan, target);
}
