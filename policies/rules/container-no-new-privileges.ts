import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import { failure } from "../read/failure";
import { elementsOf } from "../read/values";
import { PASS, notEvaluated } from "../rule";
import type { ResourceRule } from "../rule";

const OPTION = /^no-new-privileges(?:[:=](.*))?$/;

export const containerNoNewPrivileges: ResourceRule = {
  id: "container-no-new-privileges",
  description: "No process of a container can gain privileges.",
  category: "security",
  severity: "critical",
  rationale:
    "A set-uid program in the image turns any user into root again unless the kernel is told not to.",
  remediation: "Set `securityOpts: [no-new-privileges:true]`.",
  scope: "resource",
  types: [CONTAINER],
  check({ properties: { securityOpts } }) {
    let set = false;
    let unknown = false;
    for (const option of elementsOf(securityOpts)) {
      if (option === "no-new-privileges:true") set = true;
      else if (option === UNKNOWN) unknown = true;
      else if (typeof option === "string") {
        const match = OPTION.exec(option);
        if (match === null) continue;
        if ((match[1] ?? "true") !== "true") return failure("securityOpts", option, "no-new-privileges:true");
        set = true;
      }
    }
    if (unknown) return notEvaluated("securityOpts");
    return set ? PASS : failure("securityOpts", securityOpts, "no-new-privileges:true");
  },
};
