import { LABEL } from "../../fleet/labels";
import { VOLUME } from "../../fleet/resource";
import { NOT_APPLICABLE } from "../rule";
import type { ResourceRule } from "../rule";
import { serviceOf } from "../subject";
import { equal } from "../read/equal";
import { labelOf } from "../read/labels";

export const volumeLabels: ResourceRule = {
  id: "volume-labels",
  description: "A volume of a service says to which fleet, stack and service it belongs.",
  category: "style",
  severity: "low",
  rationale:
    "Volumes outlive their containers: without a label nobody knows whose data it is, or dares to remove it.",
  remediation: "Label the volume as the builders do.",
  scope: "resource",
  types: [VOLUME],
  check(resource, { catalog, stack }) {
    const service = serviceOf(resource, catalog);
    if (service === null) return NOT_APPLICABLE;
    return [
      equal(LABEL.fleet, labelOf(resource, LABEL.fleet), catalog.fleet),
      equal(LABEL.stack, labelOf(resource, LABEL.stack), stack.name),
      equal(LABEL.service, labelOf(resource, LABEL.service), service.name),
    ];
  },
};
