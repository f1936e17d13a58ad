import type { CatalogAgent } from "../../fleet/catalog/types";
import { CONSUL_SERVICE, UNKNOWN } from "../../fleet/resource";
import type { PropertyValue } from "../../fleet/resource";
import { NOT_APPLICABLE, PASS, notEvaluated } from "../rule";
import type { Outcome, ResourceRule } from "../rule";
import { agentOf } from "../subject";
import { equal } from "../read/equal";
import { agentContainerOf, consulNodeOf, poolServiceOf } from "../read/names";
import { agentImageOf } from "../read/agent-image";
import { isRecord, listOf } from "../read/values";
import { shown } from "../read/values";

export const consulServiceContract: ResourceRule = {
  id: "consul-service-contract",
  description: "An agent stands in Consul with the name, id, address, port, tags and meta of the catalog.",
  category: "registration",
  severity: "high",
  rationale:
    "The router finds agents by what Consul says of them: a wrong port or pool sends requests to nowhere.",
  remediation: "Let the Registry component write the registration, from the agent's entry in the catalog.",
  scope: "resource",
  types: [CONSUL_SERVICE],
  check(resource, expected) {
    const agent = agentOf(resource, expected.catalog);
    if (agent === null) return NOT_APPLICABLE;
    const { properties } = resource;
    const container = agentContainerOf(agent, expected);
    return [
      equal("node", properties["node"], consulNodeOf(expected)),
      equal("name", properties["name"], poolServiceOf(agent.pool, expected)),
      equal("serviceId", properties["serviceId"], container),
      equal("address", properties["address"], container),
      equal("port", properties["port"], agentImageOf(agent, expected).port),
      tags(properties["tags"], agent),
      ...meta(properties["meta"], agent),
    ];
  },
};

function tags(found: PropertyValue, agent: CatalogAgent): Outcome {
  if (found === UNKNOWN) return notEvaluated("tags");
  const present = listOf(found);
  const missing = [agent.name, agent.class, agent.pool].filter((tag) => !present.includes(tag));
  if (missing.length === 0) return PASS;
  if (present.includes(UNKNOWN)) return notEvaluated("tags");
  return { status: "fail", property: "tags", found: shown(found), wanted: `also ${missing.join(", ")}` };
}

function meta(found: PropertyValue, agent: CatalogAgent): Outcome[] {
  if (found === UNKNOWN) return [notEvaluated("meta")];
  const present = isRecord(found) ? found : {};
  return [
    equal("meta.agent", present["agent"], agent.name),
    equal("meta.class", present["class"], agent.class),
    equal("meta.owner", present["owner"], agent.owner),
    equal("meta.pool", present["pool"], agent.pool),
  ];
}
