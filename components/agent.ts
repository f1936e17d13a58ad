import * as consul from "@pulumi/consul";
import * as docker from "@pulumi/docker";
import * as pulumi from "@pulumi/pulumi";
import type { AgentPlan } from "../fleet/plan/types";
import { consulServiceArgs } from "./consul/registration";
import { agentContainerArgs } from "./docker/agent-container";
import { knownTo } from "./docker-api";
import type { Ground } from "./ground";
import type { Registry } from "./registry";
import { TYPE } from "./tokens";

export interface AgentArgs {
  readonly ground: Ground;
  readonly agent: AgentPlan;
  readonly registry: Registry;
}

/**
 * One agent: its container and its registration. A hot one is waited for until it is healthy, after everything it
 * depends on; warm and cold ones are created and not started. An agent that was renamed keeps its place in the
 * state, through the names that the catalog says it had.
 *
 * @example
 * new Agent(agent.name, { ground, agent, registry }, { parent: pool });
 */
export class Agent extends pulumi.ComponentResource {
  public readonly container: docker.Container;
  public readonly registration: consul.Service;
  /** The name of the container, which is its address on the network too. */
  public readonly address: pulumi.Output<string>;

  constructor(name: string, args: AgentArgs, opts?: pulumi.ComponentResourceOptions) {
    const { ground, agent, registry } = args;
    const aliases = agent.formerly.map((former) => ({ name: former }));
    super(TYPE.agent, name, {}, pulumi.mergeOptions(opts, { aliases }));
    const dependsOn = [ground.network, ...ground.containers.named(ground.waiting.agent(agent))];
    // Plain values instead of outputs of the network and the node: all of it is known, and judged, in a preview.
    const containerArgs = knownTo(ground.dockerApi, agentContainerArgs(agent, ground.plan));
    this.container = new docker.Container(name, containerArgs, { parent: this, dependsOn });
    ground.containers.add(name, this.container);
    this.registration = new consul.Service(name, consulServiceArgs(agent, ground.plan), {
      parent: this,
      dependsOn: registry.node,
    });
    this.address = this.container.name;
    this.registerOutputs({ address: this.address });
  }
}
