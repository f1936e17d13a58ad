import { LABEL } from "../../fleet/labels";
import { NETWORK } from "../../fleet/resource";
import type { ResourceRule } from "../rule";
import { equal } from "../read/equal";
import { labelOf } from "../read/labels";

export const networkLabels: ResourceRule = {
  id: "network-labels",
  description: "A network says to which fleet and stack it belongs.",
  category: "style",
  severity: "low",
  rationale: "What has no label can't be told from what others left on the machine, and is never cleaned up.",
  remediation: "Label the network as the builders do.",
  scope: "resource",
  types: [NETWORK],
  check(resource, { catalog, stack }) {
    return [
      equal(LABEL.fleet, labelOf(resource, LABEL.fleet), catalog.fleet),
      equal(LABEL.stack, labelOf(resource, LABEL.stack), stack.name),
    ];
  },
};
