import { CONSUL_NODE, UNKNOWN } from "../../fleet/resource";
import { notEvaluated } from "../rule";
import type { ResourceRule } from "../rule";
import { equal } from "../read/equal";
import { isRecord } from "../read/values";

export const consulNodeExternal: ResourceRule = {
  id: "consul-node-external",
  description: "The node of the agents is external to Consul, and its checks are run from outside.",
  category: "registration",
  severity: "high",
  rationale:
    "Only with both marks does consul-esm run the agents' checks; without them every agent stays critical for ever.",
  remediation: 'Set external-node and external-probe to "true" in the meta of the node.',
  scope: "resource",
  types: [CONSUL_NODE],
  check({ properties }) {
    const { meta } = properties;
    if (meta === UNKNOWN) return notEvaluated("meta");
    const marks = isRecord(meta) ? meta : {};
    return ["external-node", "external-probe"].map((mark) => equal(`meta.${mark}`, marks[mark], "true"));
  },
};
