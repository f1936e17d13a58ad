import * as docker from "@pulumi/docker";
import * as pulumi from "@pulumi/pulumi";
import type { Part, ServicePlan } from "../fleet/plan/types";
import { knownTo } from "./docker-api";
import { fileLoaderArgs, loaderName } from "./docker/file-loader";
import { volumeArgs } from "./docker/network";
import { serviceContainerArgs } from "./docker/service-container";
import type { Ground } from "./ground";
import { InvalidArgument } from "./invalid-argument";
import { TYPE } from "./tokens";
import { replicaName } from "./waiting";

export interface ServiceArgs {
  readonly ground: Ground;
  readonly service: ServicePlan;
}

/**
 * A service around the agents: its volumes, what brings its files, and its replicas.
 *
 * @example
 * new Service("rabbitmq", { ground, service }, { parent: this });
 */
export class Service extends pulumi.ComponentResource {
  /** The replicas, the first with the service's own name. */
  public readonly containers: readonly docker.Container[];
  /** Where other containers reach it, by the name of the port: `host:port`. */
  public readonly addresses: pulumi.Output<Record<string, string>>;

  constructor(name: string, args: ServiceArgs, opts?: pulumi.ComponentResourceOptions) {
    super(TYPE.service, name, {}, opts);
    const { ground, service } = args;
    const { plan, files, filesWithoutSecrets, dockerApi } = ground;
    for (const kind of Object.keys(service.files)) {
      if (files[kind] !== undefined && files[kind] !== "") continue;
      const found = files[kind] === undefined ? "missing" : "empty";
      throw new InvalidArgument(`files["${kind}"] of service ${name}`, found, "its text", "render it");
    }
    const { protect } = service;
    const volumes = Object.keys(service.volumes).map(
      (volume) => new docker.Volume(volume, volumeArgs(volume, name, plan), { parent: this, protect }),
    );
    const base: pulumi.Resource[] = [ground.network, ...volumes];
    if (Object.keys(service.files).length > 0) {
      const loader = loaderName(name);
      const options = { parent: this, dependsOn: base };
      const args = knownTo(dockerApi, fileLoaderArgs(service, plan, files));
      const container = new docker.Container(loader, args, options);
      ground.containers.add(loader, container);
    }
    const dependsOn = [...base, ...ground.containers.named(ground.waiting.service(service))];
    this.containers = service.containerNames.map((containerName, index) => {
      const replica = replicaName(name, index);
      // Not protected: a new image has to replace it. What must not be lost is in the volumes.
      const options = { parent: this, dependsOn };
      const args = serviceContainerArgs(service, containerName, plan, filesWithoutSecrets);
      const made = new docker.Container(replica, knownTo(dockerApi, args), options);
      ground.containers.add(replica, made);
      return made;
    });
    this.addresses = pulumi.output(
      Object.fromEntries(Object.entries(service.ports).map(([port, number]) => [port, `${name}:${number}`])),
    );
    this.registerOutputs({ addresses: this.addresses });
  }
}

/** The services of a part of the fleet, by name, as children of its component. */
export function makeServices(part: Part, ground: Ground, parent: pulumi.ComponentResource): Service[] {
  return ground.plan.services
    .filter((service) => service.part === part)
    .map((service) => new Service(service.name, { ground, service }, { parent }));
}

/** Where the services are reached: `<service>.<port>` to `host:port`. */
export function addressesOf(ground: Ground, part: Part | null = null): pulumi.Output<Record<string, string>> {
  const entries = ground.plan.services
    .filter((service) => part === null || service.part === part)
    .flatMap(({ name, ports }) =>
      Object.entries(ports).map(([port, number]) => [`${name}.${port}`, `${name}:${number}`] as const),
    );
  return pulumi.output(Object.fromEntries(entries));
}
