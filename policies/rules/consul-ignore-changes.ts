import { CONSUL_CONFIG_ENTRY, CONSUL_KEYS, CONSUL_NODE, CONSUL_SERVICE } from "../../fleet/resource";
import { PASS } from "../rule";
import type { ResourceRule } from "../rule";

export const consulIgnoreChanges: ResourceRule = {
  id: "consul-ignore-changes",
  description: "No change to what is declared in Consul is ignored.",
  category: "registration",
  severity: "high",
  rationale:
    "Consul can be written by anybody on the network. A change that is ignored is neither shown as drift nor mended.",
  remediation: "Remove `ignoreChanges` from the options of the resource.",
  scope: "resource",
  types: [CONSUL_NODE, CONSUL_SERVICE, CONSUL_KEYS, CONSUL_CONFIG_ENTRY],
  check({ options }) {
    const ignored = options.ignoreChanges ?? [];
    if (ignored.length === 0) return PASS;
    return { status: "fail", property: "ignoreChanges", found: ignored, wanted: "none" };
  },
};
