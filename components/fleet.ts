import * as consul from "@pulumi/consul";
import * as docker from "@pulumi/docker";
import * as pulumi from "@pulumi/pulumi";
import type { FleetPlan } from "../fleet/plan/types";
import { CONSUL_KEYS, CONSUL_NODE, CONSUL_SERVICE, CONTAINER, NETWORK, VOLUME } from "../fleet/resource";
import type { ResourceView } from "../fleet/resource";
import { declareResources } from "./declare";

export interface FleetArgs {
  /** The plan to make true. */
  readonly plan: FleetPlan;
}

/**
 * A whole fleet on one Docker Engine and one Consul.
 *
 * @example
 * new Fleet("sutazai", { plan: planFleet(catalog, stack) });
 */
export class Fleet extends pulumi.ComponentResource {
  /** How many agents the fleet declares, by pool. */
  public readonly agents: pulumi.Output<Record<string, number>>;

  constructor(name: string, args: FleetArgs, opts?: pulumi.ComponentResourceOptions) {
    super("sutazai:fleet:Fleet", name, {}, opts);
    const made = new Map<string, pulumi.Resource>();
    for (const resource of declareResources(args.plan)) {
      made.set(`${resource.type}/${resource.name}`, this.make(resource, made));
    }
    this.agents = pulumi.output(Object.fromEntries(args.plan.pools.map((pool) => [pool.name, pool.agents])));
    this.registerOutputs({ agents: this.agents });
  }

  private make(resource: ResourceView, made: ReadonlyMap<string, pulumi.Resource>): pulumi.Resource {
    const { type, name, properties, options } = resource;
    const waitFor = (options.dependsOn ?? []).map((other) => made.get(`${CONTAINER}/${other}`));
    const base = [made.get(`${NETWORK}/network`), made.get(`${CONSUL_NODE}/agents`)];
    const dependsOn = [...base, ...waitFor].filter((entry) => entry !== undefined);
    const opts = { parent: this, dependsOn, protect: options.protect ?? false };
    const args = properties as never;
    switch (type) {
      case NETWORK:
        return new docker.Network(name, args, opts);
      case VOLUME:
        return new docker.Volume(name, args, opts);
      case CONTAINER:
        return new docker.Container(name, args, opts);
      case CONSUL_NODE:
        return new consul.Node(name, args, opts);
      case CONSUL_KEYS:
        return new consul.Keys(name, args, opts);
      case CONSUL_SERVICE:
        return new consul.Service(name, args, opts);
      default:
        throw new Error(`no resource class for ${type}`);
    }
  }
}
