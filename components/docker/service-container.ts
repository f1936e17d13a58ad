import type { ContainerArgs } from "@pulumi/docker";
import { LABEL } from "../../fleet/labels";
import type { FleetPlan, ServicePlan } from "../../fleet/plan/types";
import { coresText } from "../../fleet/units/cpu";
import { hardened, healthcheck, imageWithDigest, waitTimeout } from "./container-base";
import { filesDigest } from "./files-digest";
import { labelList } from "./labels";

/** The name of a service's volume on Docker. */
export function volumeName(plan: FleetPlan, volume: string): string {
  return `${plan.naming.scope}-${volume}`;
}

/** The named volumes of a service and where they are mounted. */
export function volumeMounts(service: ServicePlan, plan: FleetPlan) {
  return Object.entries(service.volumes).map(([volume, containerPath]) => ({
    volumeName: volumeName(plan, volume),
    containerPath,
  }));
}

/** True for a folder that files are brought into. */
export function holdsFiles(service: ServicePlan, folder: string): boolean {
  return Object.values(service.files).some((path) => path.startsWith(`${folder}/`));
}

/**
 * One container of a service. All replicas answer under the service's name; each also has its own.
 *
 * @param files the texts of the files that services read, by kind, without secrets
 */
export function serviceContainerArgs(
  service: ServicePlan,
  containerName: string,
  plan: FleetPlan,
  files: Readonly<Record<string, string>>,
) {
  const digest = filesDigest(service, files);
  return {
    name: containerName,
    image: imageWithDigest(service.image.reference, service.image.digest),
    user: service.image.user,
    ...(service.entrypoint.length > 0 ? { entrypoints: [...service.entrypoint] } : {}),
    ...(service.groups === undefined ? {} : { groupAdds: [...service.groups] }),
    ...(service.command.length > 0 ? { command: [...service.command] } : {}),
    memory: service.memory.value,
    memorySwap: service.memory.value,
    cpus: coresText(service.cpu.value),
    cpuShares: service.cpuShares.value,
    healthcheck: healthcheck(service.health),
    networksAdvanced: [{ name: plan.naming.network, aliases: [service.name] }],
    envs: Object.entries(service.environment)
      .map(([name, value]) => `${name}=${value}`)
      .sort(),
    labels: labelList({
      [LABEL.fleet]: plan.fleet,
      [LABEL.stack]: plan.stack,
      [LABEL.service]: service.name,
      [LABEL.criticality]: service.criticality,
      [LABEL.owner]: service.owner,
      ...(digest === null ? {} : { [LABEL.files]: digest }),
    }),
    volumes: [
      ...volumeMounts(service, plan).map((mount) =>
        // What brings the files writes them; who reads them doesn't.
        holdsFiles(service, mount.containerPath) ? { ...mount, readOnly: true } : mount,
      ),
      ...Object.entries(service.sharedVolumes ?? {}).map(([volume, containerPath]) => ({
        volumeName: volumeName(plan, volume),
        containerPath,
        readOnly: true,
      })),
      ...service.hostMounts.map(({ host, container }) => ({
        hostPath: host,
        containerPath: container,
        readOnly: true,
      })),
    ],
    ...hardened(plan, service.writable),
    restart: "unless-stopped",
    mustRun: true,
    wait: true,
    waitTimeout: waitTimeout(service.health),
  } satisfies ContainerArgs;
}
