import { formatMemory } from "../../fleet/units/memory";
import type { FleetRule } from "../rule";
import { addUp, keepsBudget, memoryLimit, splitContainers } from "../read/budget";

export const budgetAgentMemory: FleetRule = {
  id: "budget-agent-memory",
  description: "The memory limits of all agents together stay within the tier's pool for agents.",
  category: "feasibility",
  severity: "critical",
  rationale: "Beyond the pool the kernel decides which agent dies first, not the fleet.",
  remediation:
    "Lower `memory` of agents in catalog/agents.yaml, declare fewer agents, or raise budgets.agentMemory in stacks/tiers.yaml.",
  scope: "fleet",
  check(resources, expected) {
    const { agents } = splitContainers(resources, expected);
    const total = addUp(agents, expected, ({ properties }) => memoryLimit(properties["memory"]));
    return keepsBudget(total, "agentMemory", formatMemory, "memory", expected);
  },
};
