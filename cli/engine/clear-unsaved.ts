import type Docker from "dockerode";
import { declareResources } from "../../components/declare";
import type { FleetPlan } from "../../fleet/plan/types";
import { VOLUME } from "../../fleet/resource";
import { removeKeys, removeNode } from "./consul/catalog";
import type { ConsulClient } from "./consul/client";
import { answers } from "./consul/revive";
import type { Registry } from "./consul/registry";
import { EngineError } from "./engine-error";
import { ofStack } from "./of-stack";
import type { OfStack } from "./of-stack";
import type { EngineCommand } from "./request";
import { dockerPlace } from "./unsaved";
import type { FirstRun, ToBeMade, Unsaved } from "./unsaved";

/** Where something may be cleared, and for whom. */
export interface Clearing {
  readonly command: EngineCommand;
  readonly docker: Docker;
  /** As in DOCKER_HOST. */
  readonly host: string;
  readonly registry: Registry;
  /** What is registered there is asked of it with the token of whoever registers. */
  readonly consul: ConsulClient;
  readonly plan: FleetPlan;
  readonly say: (line: string) => void;
}

/**
 * Clears what a first run made that was killed before the engine wrote the state. Call it with the lock of the stack
 * in hand, and when no engine of an earlier run is left.
 *
 * Something on Docker is only removed when it surely is what that run made: its exact name stands in the note, it
 * carries the labels of this fleet and stack, it was not there before the run began, and was made after that. In
 * Consul it is the node and the keys that were not there before. Volumes that the plan still wants stay, with what is
 * in them: making one again finds it.
 *
 * @throws EngineError `state-unsaved` when it was made on another Docker Engine than this one
 */
export async function clearUnsaved(first: FirstRun, clearing: Clearing): Promise<void> {
  const note = first.read();
  if (note === null) return;
  // An engine that came to its end has written everything it made into the state.
  if (!first.isFirst) return first.forget();
  const { command, host, registry, plan, say } = clearing;
  if (command === "preview") {
    say("an earlier first run came to no end: the next up or destroy clears what it made");
    return;
  }
  const here = dockerPlace(host);
  if (note.docker.host !== here.host || note.docker.machine !== here.machine) {
    const where = ({ host, machine }: typeof here) => (machine === null ? host : `${host} of ${machine}`);
    throw new EngineError(
      "state-unsaved",
      "an earlier first run came to no end, and what it made can't be cleared from here",
      `it worked on the Docker Engine ${where(note.docker)}`,
      `the same one; this is ${where(here)}`,
      `Run fleet destroy with it, or remove ${first.file} when nothing is left there.`,
    );
  }
  say("an earlier first run came to no end: clearing what it made ...");
  const cleared = await clearDocker(note, clearing);
  if (registry.own === null || (await answers(registry))) await clearConsul(note, clearing);
  say(`cleared ${cleared} containers, networks and volumes of an earlier run`);
  first.forget();
  if (command === "destroy" && plan.services.some(({ protect }) => protect))
    say("volumes that the catalog protects stay; docker volume ls shows them");
}

async function clearDocker(note: Unsaved, { command, docker, plan }: Clearing): Promise<number> {
  // Docker knows the birth of some of them in whole seconds only.
  const since = Math.floor(new Date(note.since).getTime() / 1000) * 1000;
  const clear = async (
    made: ToBeMade,
    found: readonly OfStack[],
    remove: (one: OfStack) => Promise<unknown>,
  ): Promise<number> => {
    const ours = found.filter(
      ({ id, name, created }) =>
        made.names.includes(name) &&
        !made.before.includes(id) &&
        (typeof created === "number" ? created * 1000 : new Date(created).getTime()) >= since,
    );
    await Promise.all(ours.map((one) => remove(one).catch(unlessGone)));
    return ours.length;
  };
  const { containers, networks, volumes } = await ofStack(docker, plan);
  const kept = command === "destroy" ? [] : declareResources(plan).filter(({ type }) => type === VOLUME);
  const stay = new Set(kept.map(({ properties }) => properties["name"]));
  const leave = volumes.filter(({ name }) => !stay.has(name));
  // What is used by something can't go before it.
  return (
    (await clear(note.containers, containers, ({ id }) =>
      docker.getContainer(id).remove({ force: true, v: true }),
    )) +
    (await clear(note.networks, networks, ({ id }) => docker.getNetwork(id).remove())) +
    (await clear(note.volumes, leave, ({ id }) => docker.getVolume(id).remove()))
  );
}

async function clearConsul({ consul: made }: Unsaved, { consul, plan }: Clearing): Promise<void> {
  if (made.node !== null) await removeNode(consul, made.node, { fleet: plan.fleet, stack: plan.stack });
  await removeKeys(consul, made.keys);
}

function unlessGone(error: unknown): void {
  if ((error as { statusCode?: number }).statusCode !== 404) throw error;
}
