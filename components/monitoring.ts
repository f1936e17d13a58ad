import * as pulumi from "@pulumi/pulumi";
import type { Ground } from "./ground";
import { InvalidArgument } from "./invalid-argument";
import { PARTS } from "./parts";
import { addressesOf, makeServices } from "./service";
import type { Service } from "./service";

export interface MonitoringArgs {
  readonly ground: Ground;
  /** Prometheus' alert rules, the text of the whole file. */
  readonly rules: string;
}

/**
 * Metrics, alerts and dashboards. Brings the alert rules to where Prometheus loads them.
 *
 * @example
 * new Monitoring("monitoring", { ground, rules: files["alert-rules"] }, { parent: this });
 */
export class Monitoring extends pulumi.ComponentResource {
  public readonly services: readonly Service[];
  /** Where it is reached inside the network: `<service>.<port>` to `host:port`. */
  public readonly addresses: pulumi.Output<Record<string, string>>;

  constructor(name: string, args: MonitoringArgs, opts?: pulumi.ComponentResourceOptions) {
    super(PARTS.monitoring.type, name, {}, opts);
    const { ground, rules } = args;
    if (rules.trim() === "") {
      throw new InvalidArgument(
        `rules of Monitoring ${name}`,
        "empty",
        "the text of a rule file",
        "render the alerts",
      );
    }
    this.services = makeServices("monitoring", ground, this, { "alert-rules": rules });
    this.addresses = addressesOf(ground, "monitoring");
    this.registerOutputs({ addresses: this.addresses });
  }
}
