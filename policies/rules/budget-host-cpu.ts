import { UNKNOWN } from "../../fleet/resource";
import type { PropertyValue } from "../../fleet/resource";
import { formatCpu, parseCpu } from "../../fleet/units/cpu";
import type { FleetRule } from "../rule";
import { addUp, keepsBudget, splitContainers } from "../read/budget";

export const budgetHostCpu: FleetRule = {
  id: "budget-host-cpu",
  description: "The CPU base of all agents and the CPU caps of all services fit into the host.",
  category: "feasibility",
  severity: "critical",
  rationale: "A service that all agents wait for must not be starved by them: its cores have to be there.",
  remediation:
    "Lower `cpu` in catalog/services.yaml or catalog/agents.yaml, or the replicas in stacks/tiers.yaml.",
  scope: "fleet",
  check(resources, expected) {
    const { agentsByName, profiles } = expected.catalog;
    const { agents, services } = splitContainers(resources, expected);
    const ofAgents = addUp(agents, expected, ({ name }) => agentsByName.get(name)?.cpu ?? profiles.cpu.base);
    const ofServices = addUp(services, expected, ({ properties }) => cap(properties["cpus"]));
    const total = { ...ofServices, sum: ofAgents.sum + ofServices.sum };
    return keepsBudget(total, "hostCpu", formatCpu, "cpus", expected);
  },
};

function cap(cpus: PropertyValue): number | null | typeof UNKNOWN {
  if (cpus === UNKNOWN) return UNKNOWN;
  const amount = typeof cpus === "string" ? parseCpu(cpus) : null;
  return amount === null || amount === 0 ? null : amount;
}
