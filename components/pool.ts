import * as pulumi from "@pulumi/pulumi";
import type { AgentPlan, PoolPlan } from "../fleet/plan/types";
import { Agent } from "./agent";
import type { Ground } from "./ground";
import { InvalidArgument } from "./invalid-argument";
import type { Registry } from "./registry";
import { TYPE } from "./tokens";

export interface PoolArgs {
  readonly ground: Ground;
  readonly pool: PoolPlan;
  /** The agents of the pool, and no others. */
  readonly agents: readonly AgentPlan[];
  readonly registry: Registry;
}

/**
 * The agents that are kept alike: always running, or created and started on demand.
 *
 * @example
 * new Pool("hot", { ground, pool, agents, registry }, { parent: this });
 */
export class Pool extends pulumi.ComponentResource {
  public readonly agents: readonly Agent[];
  /** How many agents it has. */
  public readonly size: pulumi.Output<number>;
  /** The addresses of its agents. */
  public readonly addresses: pulumi.Output<string[]>;

  constructor(name: string, args: PoolArgs, opts?: pulumi.ComponentResourceOptions) {
    super(TYPE.pool, name, {}, opts);
    const { ground, pool, agents, registry } = args;
    if (agents.length !== pool.agents) {
      throw new InvalidArgument(
        `agents of Pool ${name}`,
        `a list of ${agents.length}`,
        `${pool.agents}, as the plan of the pool says`,
        "hand over the agents of the same plan",
      );
    }
    for (const agent of agents) {
      if (agent.pool === pool.name) continue;
      throw new InvalidArgument(
        `agents of Pool ${name}`,
        `one of pool ${agent.pool} (${agent.name})`,
        `agents of pool ${pool.name}`,
        "hand it to its own pool",
      );
    }
    this.agents = agents.map((agent) => new Agent(agent.name, { ground, agent, registry }, { parent: this }));
    this.size = pulumi.output(agents.length);
    this.addresses = pulumi.all(this.agents.map((agent) => agent.address));
    this.registerOutputs({ size: this.size, addresses: this.addresses });
  }
}
