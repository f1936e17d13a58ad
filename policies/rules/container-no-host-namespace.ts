import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import { failure } from "../read/failure";
import { passUnless } from "../read/outcomes";
import { elementsOf, fieldOf } from "../read/values";
import { notEvaluated } from "../rule";
import type { Outcome, ResourceRule } from "../rule";

const MODES = ["networkMode", "pidMode", "ipcMode", "usernsMode", "cgroupnsMode"] as const;

export const containerNoHostNamespace: ResourceRule = {
  id: "container-no-host-namespace",
  description: "No container shares a namespace with the host or with another container.",
  category: "security",
  severity: "critical",
  rationale:
    "In the host's network, process or user namespace a container sees and reaches what isolation was to keep from it.",
  remediation: "Remove the mode, so that the container gets namespaces of its own.",
  exemptible: false,
  scope: "resource",
  types: [CONTAINER],
  check({ properties }) {
    const problems: Outcome[] = [];
    for (const property of MODES) {
      const mode = properties[property];
      if (mode === undefined) continue;
      if (mode === UNKNOWN) problems.push(notEvaluated(property));
      else if (typeof mode === "string" && isShared(mode))
        problems.push(failure(property, mode, "a namespace of its own"));
    }
    const networks = properties["networksAdvanced"];
    const list = elementsOf(networks);
    for (let index = 0; index < list.length; index += 1) {
      const name = fieldOf(list[index], "name");
      if (name === UNKNOWN)
        problems.push(
          notEvaluated(networks === UNKNOWN ? "networksAdvanced" : `networksAdvanced[${index}].name`),
        );
      else if (name === "host")
        problems.push(failure(`networksAdvanced[${index}].name`, name, "a network of the fleet"));
    }
    return passUnless(problems);
  },
};

function isShared(mode: string): boolean {
  return mode === "host" || mode.startsWith("container:");
}
