import { createRequire } from "node:module";
import { join } from "node:path";
import type { FleetPlan } from "../../fleet/plan/types";
import { loginsOf } from "../../fleet/secrets/logins";
import type * as Forward from "../engine/forward/main";
import { forwardTarget } from "../forward/target";
import type { ForwardTarget } from "../forward/target";
import { checkStack } from "../pipeline";

export interface PortForwardOptions {
  readonly root: string;
  readonly stack: string;
  readonly name: string;
  readonly ports: string | null;
  readonly format: "text" | "json";
}

/** From dist/, where what speaks with Docker is a file of its own: `fleet check` starts without it. */
export function forwarding(): typeof Forward {
  const file = join(__dirname, "forward.cjs");
  return createRequire(file)(file) as typeof Forward;
}

/**
 * `fleet port-forward`: leads a port on loopback to a service or an agent of the stack, until it is interrupted.
 *
 * @throws InputError when catalog, tiers, stack, name or ports can't be used
 */
export function portForward({ root, stack, name, ports, format }: PortForwardOptions): Promise<number> {
  const { plan } = checkStack(root, stack);
  const target = forwardTarget(plan, name, ports);
  return forwarding().forward({ plan, target, format, hints: hintsFor(plan, target) });
}

/** How to log in, without any password. */
function hintsFor(plan: FleetPlan, target: ForwardTarget): readonly string[] {
  const service = plan.services.find(({ name }) => name === target.service);
  if (service === undefined) return [];
  return loginsOf(service).map(
    ({ user, secret }) =>
      `log in as ${user}; its password: fleet secrets show ${secret} --stack ${plan.stack}`,
  );
}
