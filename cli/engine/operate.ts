import type { Stack } from "@pulumi/pulumi/automation";
import type Docker from "dockerode";
import { isStrict, levelOf } from "../../fleet/tier";
import { RULES } from "../../policies/rules";
import { confirmed } from "./confirm";
import type { ConsulClient } from "./consul/client";
import type { Registry } from "./consul/registry";
import { reviveRegistry } from "./consul/revive";
import { EngineError } from "./engine-error";
import type { Interruption } from "./interruption";
import type { PolicyPack } from "./policy-pack";
import { say } from "./progress/open";
import type { EngineRequest, Violation } from "./request";
import type { FirstRun } from "./unsaved";
import type { Watch } from "./watch";

/** What an operation works with. */
export interface Surroundings {
  readonly stack: Stack;
  readonly pack: PolicyPack;
  readonly docker: Docker;
  /** As in DOCKER_HOST. */
  readonly host: string;
  readonly registry: Registry;
  /** With the token of whoever registers. */
  readonly consul: ConsulClient;
  /** Null where the state is written at every step. */
  readonly first: FirstRun | null;
}

/**
 * Previews, asks, and does what the request says on the stack that is open.
 *
 * @param request its `refresh` says whether the state is compared with what is there first
 * @throws EngineError
 */
export async function operate(
  request: EngineRequest,
  surroundings: Surroundings,
  watch: Watch,
  interruption: Interruption,
): Promise<void> {
  const { stack, pack, docker, registry, first } = surroundings;
  const { command, parallel, yes, refresh, targets } = request;
  const { signal } = interruption;
  const common = { parallel, refresh, signal };
  // The check has judged the whole plan. Of a part of it the pack would see the rest as the state has it, without
  // what is about to be made again, and block on that.
  const only =
    targets === undefined ? { policyPacks: [pack.folder] } : { target: targets.map((end) => `**${end}`) };
  const policed = { ...common, ...only };
  const asked = () => confirmed(request, signal);
  // A preview without --refresh asks nothing of Consul, and before the first run nothing is registered there.
  if ((command !== "preview" || refresh) && first === null) {
    const allowed = () => Promise.resolve(command !== "preview" && (yes || asked()));
    await reviveRegistry(stack, registry, allowed, parallel, say);
  }
  if (request.look === true) {
    await watch.follow(docker, "looks", (onEvent) => stack.preview({ ...common, refresh: true, onEvent }));
    return;
  }
  if (command !== "destroy" && request.skipPreview !== true) {
    await watch.follow(docker, "looks", (onEvent) => stack.preview({ ...policed, onEvent }));
    refuseNotEvaluated(request, watch.violations);
  }
  if (command === "preview") return;
  if (!yes && !(await asked())) {
    throw new EngineError("cancelled", "nothing was changed", "no yes", "a yes", "Run it again.");
  }
  if (command === "up") {
    await keepingFirst(surroundings, () =>
      watch.follow(docker, "changes", (onEvent) => stack.up({ ...policed, onEvent })),
    );
    return;
  }
  await watch.follow(docker, "changes", (onEvent) => stack.destroy({ ...common, onEvent }));
  await stack.workspace.removeStack(request.plan.stack);
}

/** A first run leaves a note that it has begun, until its state is written. */
async function keepingFirst(
  { first, docker, host, registry, consul }: Surroundings,
  up: () => Promise<void>,
): Promise<void> {
  await first?.begin(docker, host, registry, consul);
  let succeeded = false;
  try {
    await up();
    succeeded = true;
  } finally {
    first?.settle({ succeeded });
  }
}

/** In strict tiers nothing is changed while a mandatory rule waits for a value that only the run will know. */
function refuseNotEvaluated({ stack }: EngineRequest, violations: readonly Violation[]): void {
  if (!isStrict(stack.tier.name)) return;
  const isMandatory = (id: string) => {
    const rule = RULES.find((known) => known.id === id);
    return rule !== undefined && levelOf(stack.tier, rule) === "mandatory";
  };
  const open = violations.find(
    ({ rule, message }) => message.includes("  not evaluated  ") && isMandatory(rule),
  );
  if (open === undefined) return;
  throw new EngineError(
    "not-evaluated",
    "a mandatory rule could not be evaluated",
    open.rule,
    "every mandatory rule evaluated",
    "Make the value known before the run; nothing was touched.",
  );
}
