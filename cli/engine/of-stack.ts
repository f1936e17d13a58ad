import type Docker from "dockerode";
import { LABEL } from "../../fleet/labels";
import type { FleetPlan } from "../../fleet/plan/types";

/** Something on Docker that carries the labels of a stack. */
export interface OfStack {
  /** Of a volume, its name. */
  readonly id: string;
  readonly name: string;
  /** ISO 8601, or seconds since 1970. */
  readonly created: string | number;
}

/** Everything on Docker that carries the labels of a stack. */
export async function ofStack(
  docker: Docker,
  { fleet, stack }: Pick<FleetPlan, "fleet" | "stack">,
): Promise<Readonly<Record<"containers" | "networks" | "volumes", readonly OfStack[]>>> {
  const filters = { label: [`${LABEL.fleet}=${fleet}`, `${LABEL.stack}=${stack}`] };
  const [containers, networks, volumes] = await Promise.all([
    docker.listContainers({ all: true, filters }),
    docker.listNetworks({ filters }),
    docker.listVolumes({ filters: JSON.stringify(filters) as never }),
  ]);
  return {
    containers: containers.map(({ Id, Names, Created }) => ({
      id: Id,
      name: (Names[0] ?? "").slice(1),
      created: Created,
    })),
    networks: networks.map(({ Id, Name, Created }) => ({ id: Id, name: Name, created: Created })),
    volumes: volumes.Volumes.map((volume) => ({
      id: volume.Name,
      name: volume.Name,
      created: (volume as { readonly CreatedAt?: string }).CreatedAt ?? 0,
    })),
  };
}
