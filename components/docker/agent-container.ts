import type { ContainerArgs } from "@pulumi/docker";
import { LABEL } from "../../fleet/labels";
import type { AgentPlan, FleetPlan } from "../../fleet/plan/types";
import { coresText } from "../../fleet/units/cpu";
import { hardened, healthcheck, imageWithDigest, waitTimeout } from "./container-base";
import { labelList } from "./labels";
import { volumeName } from "./service-container";

/**
 * The container of an agent.
 *
 * Memory in MiB. `memorySwap` equals `memory` (no swap): left out, the engine sets it to twice the memory and
 * every refresh is drift. `cpus` is the burst cap, which replaces the container when it changes; the priority is
 * `cpuShares`, which changes in place. No host port is published: agents are found through Consul.
 */
export function agentContainerArgs(agent: AgentPlan, plan: FleetPlan) {
  const { sizing, health } = agent;
  const volumes = Object.entries(agent.volumes).map(([volume, containerPath]) => ({
    volumeName: volumeName(plan, volume),
    containerPath,
    readOnly: true,
  }));
  return {
    name: agent.containerName,
    hostname: agent.name,
    image: imageWithDigest(agent.image.reference, agent.image.digest),
    user: agent.image.user,
    memory: sizing.memory.value,
    memorySwap: sizing.memory.value,
    memoryReservation: Math.min(sizing.memoryReservation.value, sizing.memory.value),
    cpus: coresText(sizing.cpuBurst.value),
    cpuShares: sizing.cpuShares.value,
    healthcheck: healthcheck(health),
    networksAdvanced: [{ name: plan.naming.network, aliases: [agent.name] }],
    envs: Object.entries(agent.environment).map(([name, value]) => `${name}=${value}`),
    labels: labelList({
      [LABEL.fleet]: plan.fleet,
      [LABEL.stack]: plan.stack,
      [LABEL.agent]: agent.name,
      [LABEL.pool]: agent.pool,
      [LABEL.class]: agent.class,
      [LABEL.criticality]: agent.criticality,
      [LABEL.owner]: agent.owner,
    }),
    // Left out when there are none: an empty list would be a change of every agent.
    ...(volumes.length > 0 ? { volumes } : {}),
    ...hardened(plan),
    ...(agent.running
      ? { restart: "unless-stopped", mustRun: true, wait: true, waitTimeout: waitTimeout(health) }
      : // Whoever wakes it owns its life: Docker must not start it again by itself.
        { restart: "no", mustRun: false, start: false }),
  } satisfies ContainerArgs;
}
