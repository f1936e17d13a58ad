import type Docker from "dockerode";
import type { FleetPlan } from "../../../fleet/plan/types";
import type { PartUsage } from "./stack";

const MIB = 2 ** 20;

/** What every running container of the fleet uses, as Docker's own statistics say. */
export async function usageOf(docker: Docker, plan: FleetPlan): Promise<readonly PartUsage[]> {
  const owners = new Map<string, Pick<PartUsage, "name" | "agent" | "memoryLimit" | "cpuLimit">>();
  for (const { name, containerName, sizing } of plan.agents) {
    const [memoryLimit, cpuLimit] = [sizing.memory.value, sizing.cpuBurst.value / 1000];
    owners.set(containerName, { name, agent: true, memoryLimit, cpuLimit });
  }
  for (const { name, containerNames, memory, cpu } of plan.services)
    for (const container of containerNames)
      owners.set(container, { name, agent: false, memoryLimit: memory.value, cpuLimit: cpu.value / 1000 });
  const running = await docker.listContainers();
  const used = running.map(async ({ Id, Names }) => {
    const owner = owners.get(Names[0]?.slice(1) ?? "");
    if (owner === undefined) return [];
    // One that ended since has no statistics.
    const stats = await docker
      .getContainer(Id)
      .stats({ stream: false, "one-shot": true })
      .catch(() => null);
    if (stats === null) return [];
    return [
      { ...owner, cpuSeconds: stats.cpu_stats.cpu_usage.total_usage / 1e9, memory: workingSet(stats) / MIB },
    ];
  });
  return (await Promise.all(used)).flat();
}

/** In bytes, as the docker command line computes it: pages of files that nobody needs any more don't count. */
function workingSet({ memory_stats }: Docker.ContainerStats): number {
  const stats = memory_stats.stats as Readonly<Record<string, number>> | undefined;
  const inactive = stats?.["total_inactive_file"] ?? stats?.["inactive_file"] ?? 0;
  return Math.max(0, (memory_stats.usage ?? 0) - inactive);
}
