import type Docker from "dockerode";
import type { FleetPlan, ServicePlan } from "../../../fleet/plan/types";
import { ok } from "./model";
import type { Examined } from "./model";

/** What `docker info` calls images that containerd keeps. */
const CONTAINERD = /^io\.containerd\.snapshotter\./;
const NAME = "docker image store";

/** What a Docker Engine says of where it keeps images. */
interface Info {
  readonly Driver?: string;
  readonly DockerRootDir?: string;
  readonly DriverStatus?: readonly (readonly [string, string])[] | null;
}

/**
 * Whether cAdvisor, as the plan runs it, can tell agents apart on this Docker Engine: it looks the ids of their layers
 * up where Docker's own image store keeps them (docs/docker-socket.md). No run fails of it.
 *
 * @returns nothing for a plan without a cAdvisor
 */
export async function examineImageStore(
  plan: Pick<FleetPlan, "services">,
  docker: Pick<Docker, "info">,
): Promise<Examined[]> {
  const cadvisor = plan.services.find(({ metrics }) => metrics?.role === "containers");
  if (cadvisor === undefined) return [];
  const info = (await docker.info()) as Info;
  const driver = info.Driver ?? "unknown";
  const wanted = `an image store in which ${cadvisor.name} finds the agents`;
  const type = (info.DriverStatus ?? []).find(([key]) => key === "driver-type")?.[1] ?? "";
  if (CONTAINERD.test(type)) {
    return [
      {
        ...{ kind: "daemon", name: NAME, standing: "warning", wanted },
        found: `containerd's (${driver}), in which ${cadvisor.name} finds no container`,
        fix: 'Before anything is deployed, set "features": { "containerd-snapshotter": false } in /etc/docker/daemon.json and restart Docker. Without it agents tell memory and CPU themselves, and nobody tells of OOM kills and throttling (docs/docker-socket.md).',
      },
    ];
  }
  const layers = `${info.DockerRootDir ?? "/var/lib/docker"}/image/${driver}/layerdb/mounts`;
  if (!asksDocker(cadvisor)) {
    const found = `Docker's own (${driver}); ${cadvisor.name} is not led to Docker, agents tell memory and CPU themselves`;
    return [ok("daemon", NAME, found, wanted)];
  }
  if (reads(cadvisor, layers)) return [ok("daemon", NAME, `Docker's own, ${layers}`, wanted)];
  return [
    {
      ...{ kind: "daemon", name: NAME, standing: "warning", wanted },
      found: `Docker's own, ${layers}, which ${cadvisor.name} does not mount there`,
      fix: `Name ${layers} as host and container of a hostMounts entry of ${cadvisor.name} in catalog/services.yaml (docs/docker-socket.md).`,
    },
  ];
}

/** Whether it was given a way to Docker, as docs/docker-socket.md says; by itself it has none. */
function asksDocker({ command }: ServicePlan): boolean {
  return command.some((word) => /^--?docker(?:=|$)/.test(word));
}

/** Whether it sees a folder of the host where it looks for it: under the host's own path. */
function reads({ hostMounts }: ServicePlan, folder: string): boolean {
  return hostMounts.some(
    ({ host, container }) => host === container && (folder === host || folder.startsWith(`${host}/`)),
  );
}
