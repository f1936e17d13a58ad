import { CONSUL_SERVICE, UNKNOWN } from "../../fleet/resource";
import { notEvaluated } from "../rule";
import { eachAgentOnce } from "../read/exactly-once";
import type { FleetRule, Outcome, Subject } from "../rule";

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
    const owners = new Map<string, string>();
    const outcomes: Outcome[] = [];
    for (const { type, name, properties } of resources) {
      if (type !== CONSUL_SERVICE) continue;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      const known = catalog.agentsByName.has(name);
      const subject: Subject = { kind: known ? "agent" : "resource", name };
      if (!known) {
        outcomes.push({
          status: "fail",
          property: "registration",
          subject,
          found: "registered",
          wanted: "an agent of the catalog with this name",
          fix: "remove the registration, or declare the agent in catalog/agents.yaml",
        });
      }
      const { serviceId } = properties;
      if (serviceId === UNKNOWN) outcomes.push(notEvaluated("serviceId", subject));
      if (typeof serviceId !== "string") continue;
      const owner = owners.get(serviceId);
      if (owner === undefined) owners.set(serviceId, name);
      else if (owner !== name)
        outcomes.push({
          status: "fail",
          property: "serviceId",
          subject,
          found: `${serviceId}, the id of ${owner}`,
          wanted: "an id of its own",
        });
    }
    outcomes.push(...eachAgentOnce(catalog, counts, "registration"));
    return outcomes;
  },
};
