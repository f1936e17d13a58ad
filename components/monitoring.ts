import * as pulumi from "@pulumi/pulumi";
import type { Ground } from "./ground";
import { PARTS } from "./parts";
import { addressesOf, makeServices } from "./service";
import type { Service } from "./service";

export interface MonitoringArgs {
  readonly ground: Ground;
}

/**
 * Metrics, alerts and dashboards. Brings Prometheus its configuration and its alert rules.
 *
 * @example
 * new Monitoring("monitoring", { ground }, { parent: this });
 */
export class Monitoring extends pulumi.ComponentResource {
  public readonly services: readonly Service[];
  /** Where it is reached inside the network: `<service>.<port>` to `host:port`. */
  public readonly addresses: pulumi.Output<Record<string, string>>;

  constructor(name: string, args: MonitoringArgs, opts?: pulumi.ComponentResourceOptions) {
    super(PARTS.monitoring.type, name, {}, opts);
    const { ground } = args;
    this.services = makeServices("monitoring", ground, this);
    this.addresses = addressesOf(ground, "monitoring");
    this.registerOutputs({ addresses: this.addresses });
  }
}
