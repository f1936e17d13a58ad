import { CONTAINER } from "../../fleet/resource";
import { loaderOf } from "../read/file-loader";
import { eachAgentOnce } from "../read/exactly-once";
import type { FleetRule, Outcome } from "../rule";
import { serviceOf } from "../subject";

export const agentCount: FleetRule = {
  id: "agent-count",
  description: "Every agent of the catalog has exactly one container, and there is none of anybody else.",
  category: "feasibility",
  severity: "critical",
  rationale:
    "An agent without a container can't be started, and a container that nobody declared takes memory from all.",
  remediation: "Let the fleet make the containers of the catalog's agents, and nothing else.",
  exemptible: false,
  scope: "fleet",
  check(resources, { catalog }) {
    const counts = new Map<string, number>();
    const outcomes: Outcome[] = [];
    for (const resource of resources) {
      const { type, name } = resource;
      if (type !== CONTAINER) continue;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      if (catalog.agentsByName.has(name) || serviceOf(resource, catalog) !== null) continue;
      if (loaderOf(resource, catalog) !== null) continue;
      outcomes.push({
        status: "fail",
        property: "container",
        subject: { kind: "resource", name },
        found: "a container",
        wanted: "an agent or a service of the catalog with this name",
        fix: "remove the container, or declare the agent in catalog/agents.yaml",
      });
    }
    outcomes.push(...eachAgentOnce(catalog, counts, "containers"));
    return outcomes;
  },
};
