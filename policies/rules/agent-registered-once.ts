import { CONSUL_SERVICE } from "../../fleet/resource";
import { PASS } from "../rule";
import type { FleetRule, Outcome } from "../rule";

export const agentRegisteredOnce: FleetRule = {
  id: "agent-registered-once",
  description: "Every agent of the catalog stands in Consul exactly once, and nothing else does.",
  category: "registration",
  severity: "high",
  rationale:
    "Nobody finds an agent that is not registered, and a registration without an agent takes requests to nowhere.",
  remediation:
    "Let the Registry component register the agents of the catalog, and remove what it did not make.",
  scope: "fleet",
  check(resources, { catalog }) {
    const counts = new Map<string, number>();
    const outcomes: Outcome[] = [];
    for (const { type, name } of resources) {
      if (type !== CONSUL_SERVICE) continue;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      if (catalog.agentsByName.has(name)) continue;
      outcomes.push({
        status: "fail",
        property: "registration",
        subject: { kind: "resource", name },
        found: "registered",
        wanted: "an agent of the catalog with this name",
        fix: "remove the registration, or declare the agent in catalog/agents.yaml",
      });
    }
    for (const { name } of catalog.agents) {
      const found = counts.get(name) ?? 0;
      if (found === 1) outcomes.push(PASS);
      else
        outcomes.push({
          status: "fail",
          property: "registration",
          subject: { kind: "agent", name },
          found,
          wanted: "exactly 1",
        });
    }
    return outcomes;
  },
};
