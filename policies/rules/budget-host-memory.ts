import { formatMemory } from "../../fleet/units/memory";
import type { FleetRule } from "../rule";
import { addUp, keepsBudget, memoryLimit, splitContainers } from "../read/budget";

export const budgetHostMemory: FleetRule = {
  id: "budget-host-memory",
  description: "The whole pool for agents and the memory of all services fit into the host.",
  category: "feasibility",
  severity: "critical",
  rationale:
    "Agents grow into their pool while they work: a host that holds the fleet only at its start runs out under load.",
  remediation:
    "Lower the memory of services in catalog/services.yaml or their replicas, or budgets.agentMemory in stacks/tiers.yaml.",
  scope: "fleet",
  check(resources, expected) {
    const { services } = splitContainers(resources, expected);
    const ofServices = addUp(services, expected, ({ properties }) => memoryLimit(properties["memory"]));
    const total = { ...ofServices, sum: expected.stack.tier.budgets.agentMemory + ofServices.sum };
    return keepsBudget(total, "hostMemory", formatMemory, "memory", expected);
  },
};
