import type { Tier } from "../tier";
import { formatMemory } from "../units/memory";
import type { AgentPlan, Budget, ServicePlan } from "./types";

/** What the agents and the services take of what the tier allows. */
export function planBudgets(
  agents: readonly AgentPlan[],
  services: readonly ServicePlan[],
  tier: Tier,
): readonly Budget[] {
  const { budgets } = tier;
  let agentMemory = 0;
  let agentCpu = 0;
  for (const { sizing } of agents) {
    agentMemory += sizing.memory.value;
    agentCpu += sizing.cpuBase.value;
  }
  let serviceMemory = 0;
  let serviceCpu = 0;
  for (const service of services) {
    serviceMemory += service.memory.value * service.containerNames.length;
    serviceCpu += service.cpu.value * service.containerNames.length;
  }
  const make = (
    id: Budget["id"],
    key: keyof Tier["budgets"],
    title: string,
    unit: Budget["unit"],
    used: number,
    why: string,
  ): Budget => ({
    id,
    title,
    unit,
    used,
    limit: budgets[key],
    headroom: budgets[key] - used,
    why,
    from: tier.place("budgets", key),
  });
  return [
    make(
      "agent-memory",
      "agentMemory",
      "agent memory",
      "MiB",
      agentMemory,
      "the limits at start of all agents",
    ),
    make("agent-cpu", "agentCpu", "agent CPU", "m", agentCpu, "the CPU base of all agents"),
    make(
      "host-memory",
      "hostMemory",
      "host memory",
      "MiB",
      budgets.agentMemory + serviceMemory,
      `the whole agent pool of ${formatMemory(budgets.agentMemory)}, because agents may grow into it, and the services`,
    ),
    make(
      "host-cpu",
      "hostCpu",
      "host CPU",
      "m",
      agentCpu + serviceCpu,
      "the CPU base of all agents and the services; bursts share what is left by weight",
    ),
  ];
}
