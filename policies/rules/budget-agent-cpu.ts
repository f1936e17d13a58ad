import { formatCpu } from "../../fleet/units/cpu";
import type { FleetRule } from "../rule";
import { addUp, keepsBudget, splitContainers } from "../read/budget";

export const budgetAgentCpu: FleetRule = {
  id: "budget-agent-cpu",
  description: "The CPU base of all agents together stays within what the tier gives to agents.",
  category: "feasibility",
  severity: "critical",
  rationale:
    "What is promised to every agent has to be there when all of them work; only bursts may be shared.",
  remediation:
    "Lower `cpu` of agents in catalog/agents.yaml, declare fewer agents, or raise budgets.agentCpu in stacks/tiers.yaml.",
  scope: "fleet",
  check(resources, expected) {
    const { agentsByName, profiles } = expected.catalog;
    const { agents } = splitContainers(resources, expected);
    // What is sent is the cap of bursts (`cpus`); the base stands in the catalog alone.
    const total = addUp(agents, expected, ({ name }) => agentsByName.get(name)?.cpu ?? profiles.cpu.base);
    return keepsBudget(total, "agentCpu", formatCpu, "cpus", expected);
  },
};
