import type { ContainerArgs } from "@pulumi/docker";
import type { Input } from "@pulumi/pulumi";
import { LABEL } from "../../fleet/labels";
import type { FleetPlan, ServicePlan } from "../../fleet/plan/types";
import { InputError } from "../../fleet/problem";
import { coresText } from "../../fleet/units/cpu";
import { hardened, healthcheck, imageWithDigest } from "./container-base";
import { labelList } from "./labels";
import { holdsFiles, volumeMounts } from "./service-container";

/** The logical name of what brings a service its files. */
export function loaderName(service: string): string {
  return `${service}-files`;
}

/**
 * Brings files into the volumes of a service, through a container that is never started.
 *
 * The service's own root is read-only, and Docker writes no file into a container with a read-only root, not even
 * into its volumes. Into this one it may: it has the same volumes and a writable root, and nothing ever runs in it.
 * Changed content replaces it and rewrites the volume; the service itself stays.
 */
export function fileLoaderArgs<Text extends Input<string>>(
  service: ServicePlan,
  plan: FleetPlan,
  files: Readonly<Record<string, Text>>,
) {
  return {
    ...hardened(plan, []),
    name: `${plan.naming.scope}-${loaderName(service.name)}`,
    image: imageWithDigest(service.image.reference, service.image.digest),
    user: service.image.user,
    memory: service.memory.value,
    memorySwap: service.memory.value,
    cpus: coresText(service.cpu.value),
    cpuShares: service.cpuShares.value,
    healthcheck: healthcheck(service.health),
    networksAdvanced: [{ name: plan.naming.network, aliases: [loaderName(service.name)] }],
    labels: labelList({
      [LABEL.fleet]: plan.fleet,
      [LABEL.stack]: plan.stack,
      [LABEL.service]: service.name,
      [LABEL.criticality]: service.criticality,
      [LABEL.owner]: service.owner,
    }),
    volumes: volumeMounts(service, plan).filter((mount) => holdsFiles(service, mount.containerPath)),
    uploads: Object.entries(service.files).map(([kind, file]) => ({
      file,
      content: contentOf(kind, service, files),
    })),
    readOnly: false,
    restart: "no",
    mustRun: false,
    start: false,
  } satisfies ContainerArgs;
}

/** @throws InputError for a file that nothing can be made of in this stack */
function contentOf<Text>(kind: string, service: ServicePlan, files: Readonly<Record<string, Text>>): Text {
  const content = files[kind];
  if (content !== undefined) return content;
  throw new InputError([
    {
      code: "wrong-value",
      message: `nothing makes the file ${kind} of service ${service.name} in this stack`,
      place: service.place,
      found: kind,
      wanted: "a file whose service has the ports, and whose stack the services, that it tells of",
      fix: "complete the ports of the service, run what the file tells of, or take the file out",
    },
  ]);
}
