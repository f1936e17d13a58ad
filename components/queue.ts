import * as pulumi from "@pulumi/pulumi";
import type { Ground } from "./ground";
import { PARTS } from "./parts";
import { addressesOf, makeServices } from "./service";
import type { Service } from "./service";

export interface QueueArgs {
  readonly ground: Ground;
}

/**
 * What holds the tasks that wait for an agent.
 *
 * @example
 * new Queue("queue", { ground }, { parent: this });
 */
export class Queue extends pulumi.ComponentResource {
  public readonly services: readonly Service[];
  /** Where it is reached inside the network: `<service>.<port>` to `host:port`. */
  public readonly addresses: pulumi.Output<Record<string, string>>;

  constructor(name: string, args: QueueArgs, opts?: pulumi.ComponentResourceOptions) {
    super(PARTS.queue.type, name, {}, opts);
    this.services = makeServices("queue", args.ground, this);
    this.addresses = addressesOf(args.ground, "queue");
    this.registerOutputs({ addresses: this.addresses });
  }
}
