import * as pulumi from "@pulumi/pulumi";
import type { Ground } from "./ground";
import { PARTS } from "./parts";
import { addressesOf, makeServices } from "./service";
import type { Service } from "./service";

export interface RouterArgs {
  readonly ground: Ground;
}

/**
 * What routes requests to the agents. Waits for every running one: it is the last to start.
 *
 * @example
 * new Router("router", { ground }, { parent: this });
 */
export class Router extends pulumi.ComponentResource {
  public readonly services: readonly Service[];
  /** Where it is reached inside the network: `<service>.<port>` to `host:port`. */
  public readonly addresses: pulumi.Output<Record<string, string>>;

  constructor(name: string, args: RouterArgs, opts?: pulumi.ComponentResourceOptions) {
    super(PARTS.router.type, name, {}, opts);
    this.services = makeServices("router", args.ground, this);
    this.addresses = addressesOf(args.ground, "router");
    this.registerOutputs({ addresses: this.addresses });
  }
}
