import type Docker from "dockerode";
import type { FleetPlan } from "../../../fleet/plan/types";
import {
  CONSUL_KEYS,
  CONSUL_NODE,
  CONSUL_SERVICE,
  CONTAINER,
  NETWORK,
  VOLUME,
} from "../../../fleet/resource";
import type { ResourceView } from "../../../fleet/resource";
import type { Difference, DriftReport, DriftSummary } from "../model";
import { lookAtTokens } from "./access";
import type { AccessWitness } from "./access";
import { compareConsul } from "./compare-consul";
import { compareContainers } from "./compare-containers";
import type { DockerSnapshot } from "./compare-containers";
import { compareGround, lookAtGround } from "./compare-ground";
import type { ConsulClient } from "../../engine/consul/client";
import { lookAtConsul } from "./consul-snapshot";
import type { ConsulSnapshot } from "./consul-snapshot";
import { lookAtDocker, sha256 } from "./docker-snapshot";

/** What the live witness says. */
export interface LiveLook {
  readonly differences: readonly Difference[];
  readonly notLooked: DriftReport["notLooked"];
  readonly looked: DriftSummary["looked"];
  /** What it saw, for who mends it. */
  readonly docker: DockerSnapshot;
  readonly consul: ConsulSnapshot;
}

const CONSUL_TYPES: readonly string[] = [CONSUL_NODE, CONSUL_SERVICE, CONSUL_KEYS];
const GROUND_TYPES: readonly string[] = [NETWORK, VOLUME];

/**
 * Compares what runs with what is declared: one pass over Docker and three questions to Consul. Needs no engine and
 * no state, so it can't tell drift from a declaration that has changed since: `last` is null.
 *
 * @param access who may look at policies and tokens of the stack's own Consul; null when it is another's
 * @throws EngineError when Docker or Consul do not answer
 */
export async function lookLive(
  docker: Docker,
  consul: ConsulClient,
  plan: FleetPlan,
  resources: readonly ResourceView[],
  access: AccessWitness | null,
): Promise<LiveLook> {
  const containers = resources.filter(({ type }) => type === CONTAINER);
  const registered = resources.filter(({ type }) => CONSUL_TYPES.includes(type));
  const ground = resources.filter(({ type }) => GROUND_TYPES.includes(type));
  const [onDocker, inConsul, under, allowed] = await Promise.all([
    lookAtDocker(docker, containers, plan),
    lookAtConsul(consul, plan),
    lookAtGround(docker, ground),
    access === null ? { differences: [], notLooked: [] } : lookAtTokens(plan, access),
  ]);
  const compared = compareContainers(containers, onDocker, plan, sha256);
  const known = new Set([...containers, ...registered, ...ground]);
  const unknown = resources
    .filter((view) => !known.has(view))
    .map(({ type, name }) => ({ what: `${type} ${name}`, why: "the live witness knows no such resource" }));
  return {
    differences: [
      ...compared.differences,
      ...compareConsul(registered, inConsul, plan),
      ...compareGround(under, plan),
      ...allowed.differences,
    ],
    notLooked: [...compared.notLooked, ...unknown, ...allowed.notLooked],
    looked: {
      containers: onDocker.containers.length,
      services: inConsul.services.length,
      keys: inConsul.keys.size,
    },
    docker: onDocker,
    consul: inConsul,
  };
}
