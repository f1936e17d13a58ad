import * as consul from "@pulumi/consul";
import * as pulumi from "@pulumi/pulumi";
import { consulKeysArgs, consulNodeArgs } from "./consul/registration";
import type { Ground } from "./ground";
import { PARTS } from "./parts";
import { addressesOf, makeServices } from "./service";
import type { Service } from "./service";

export interface RegistryArgs {
  readonly ground: Ground;
}

/**
 * Consul and what runs its checks, the node on which all agents are registered, and what others may read about
 * the fleet. Agents register themselves on `node`.
 *
 * @example
 * const registry = new Registry("registry", { ground }, { parent: this });
 */
export class Registry extends pulumi.ComponentResource {
  public readonly services: readonly Service[];
  /** The external node that carries every registration. */
  public readonly node: consul.Node;
  /** The name of the node in Consul. */
  public readonly nodeName: pulumi.Output<string>;

  constructor(name: string, args: RegistryArgs, opts?: pulumi.ComponentResourceOptions) {
    super(PARTS.registry.type, name, {}, opts);
    const { ground } = args;
    const { plan } = ground;
    this.services = makeServices("registry", ground, this);
    // Nothing can be written into a Consul that isn't up.
    const options = { parent: this, dependsOn: ground.containers.named(ground.waiting.registration) };
    this.node = new consul.Node("agents", consulNodeArgs(plan), options);
    new consul.Keys("fleet", consulKeysArgs(plan), options);
    this.nodeName = this.node.name;
    this.registerOutputs({ nodeName: this.nodeName, addresses: addressesOf(ground, "registry") });
  }
}
