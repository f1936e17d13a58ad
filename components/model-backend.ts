import * as pulumi from "@pulumi/pulumi";
import type { Ground } from "./ground";
import { PARTS } from "./parts";
import { addressesOf, makeServices } from "./service";
import type { Service } from "./service";

export interface ModelBackendArgs {
  readonly ground: Ground;
}

/**
 * The language model and the gateway in front of it.
 *
 * @example
 * new ModelBackend("models", { ground }, { parent: this });
 */
export class ModelBackend extends pulumi.ComponentResource {
  public readonly services: readonly Service[];
  /** Where it is reached inside the network: `<service>.<port>` to `host:port`. */
  public readonly addresses: pulumi.Output<Record<string, string>>;

  constructor(name: string, args: ModelBackendArgs, opts?: pulumi.ComponentResourceOptions) {
    super(PARTS.models.type, name, {}, opts);
    this.services = makeServices("models", args.ground, this);
    this.addresses = addressesOf(args.ground, "models");
    this.registerOutputs({ addresses: this.addresses });
  }
}
