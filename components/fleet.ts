import * as docker from "@pulumi/docker";
import * as pulumi from "@pulumi/pulumi";
import type { FleetPlan } from "../fleet/plan/types";
import type { Secrets } from "../fleet/secrets/types";
import { Containers } from "./containers";
import type { DockerApi } from "./docker-api";
import { loaderName } from "./docker/file-loader";
import { networkArgs } from "./docker/network";
import { renderFiles } from "./files";
import type { Ground } from "./ground";
import { InvalidArgument } from "./invalid-argument";
import { ModelBackend } from "./model-backend";
import { Monitoring } from "./monitoring";
import { PARTS } from "./parts";
import { Pool } from "./pool";
import { Queue } from "./queue";
import { Registry } from "./registry";
import { Router } from "./router";
import { filesWith } from "./secrets";
import { addressesOf } from "./service";
import { TYPE } from "./tokens";
import { replicaNames, waitingIn } from "./waiting";

export interface FleetArgs {
  /** The plan to make true. Plain data: a plan is known before anything runs. */
  readonly plan: FleetPlan;
  /**
   * What services and agents prove with who they are, by the names that `secretsNeeded(plan)` lists.
   * @default none: services then know nobody, as in a preview
   */
  readonly secrets?: pulumi.Input<Secrets> | undefined;
  /**
   * The version of the API of the Docker Engine that it is made on, such as `1.44`: `dockerApiOf(config)` asks for it.
   * @default unknown: what the oldest Docker Engine doesn't know is left out
   */
  readonly dockerApi?: DockerApi;
}

/**
 * A whole fleet on one Docker Engine and one Consul, which `providers` name.
 *
 * @example
 * const plan = planFleet(catalog, stack);
 * new Fleet(plan.fleet, { plan }, { providers: [docker, consul] });
 */
export class Fleet extends pulumi.ComponentResource {
  public readonly pools: readonly Pool[];
  /** How many agents the fleet declares, by pool. */
  public readonly agents: pulumi.Output<Record<string, number>>;
  /** The name of its network on Docker. */
  public readonly network: pulumi.Output<string>;
  /** The Consul node that carries the registrations. */
  public readonly consulNode: pulumi.Output<string>;
  /** Where its services are reached inside the network: `<service>.<port>` to `host:port`. */
  public readonly addresses: pulumi.Output<Record<string, string>>;

  constructor(name: string, args: FleetArgs, opts?: pulumi.ComponentResourceOptions) {
    super(TYPE.fleet, name, {}, opts);
    const { plan, secrets, dockerApi } = args;
    checkPlan(name, plan);
    const network = new docker.Network("network", networkArgs(plan), { parent: this });
    const filesWithoutSecrets = renderFiles(plan);
    const ground: Ground = {
      plan,
      network,
      containers: new Containers(containerNames(plan)),
      waiting: waitingIn(plan),
      dockerApi,
      files: filesWith(plan, filesWithoutSecrets, secrets),
      filesWithoutSecrets,
    };
    const parent = { parent: this };
    const registry = new Registry(PARTS.registry.name, { ground }, parent);
    new Queue(PARTS.queue.name, { ground }, parent);
    new ModelBackend(PARTS.models.name, { ground }, parent);
    new Monitoring(PARTS.monitoring.name, { ground }, parent);
    this.pools = plan.pools.map((pool) => {
      const agents = plan.agents.filter((agent) => agent.pool === pool.name);
      return new Pool(pool.name, { ground, pool, agents, registry }, parent);
    });
    new Router(PARTS.router.name, { ground }, parent);

    this.agents = pulumi.output(Object.fromEntries(plan.pools.map((pool) => [pool.name, pool.agents])));
    this.network = network.name;
    this.consulNode = registry.nodeName;
    this.addresses = addressesOf(ground);
    this.registerOutputs({
      agents: this.agents,
      network: this.network,
      consulNode: this.consulNode,
      addresses: this.addresses,
    });
  }
}

function checkPlan(name: string, plan: FleetPlan): void {
  // A plan may have been written to a file by another version.
  const version: number = plan.schemaVersion;
  if (version !== 1)
    throw new InvalidArgument(
      `plan of Fleet ${name}`,
      `of version ${version}, ${version > 1 ? "newer" : "older"} than this program reads`,
      "version 1",
      "plan it anew with the sutazai-fleet that makes it true",
    );
  if (plan.fleet !== name) {
    throw new InvalidArgument(
      `plan of Fleet ${name}`,
      `the plan of ${plan.fleet}`,
      "the fleet's own plan, because resources are named after it",
      `call it ${plan.fleet}`,
    );
  }
}

function* containerNames(plan: FleetPlan): Iterable<string> {
  for (const service of plan.services) {
    yield* replicaNames(service);
    if (Object.keys(service.files).length > 0) yield loaderName(service.name);
  }
  for (const agent of plan.agents) yield agent.name;
}
