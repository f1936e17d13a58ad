import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import { failure } from "../read/failure";
import { elementsOf } from "../read/values";
import { PASS, notEvaluated } from "../rule";
import type { ResourceRule } from "../rule";

const LOOSENED = /^(?:(?:seccomp|apparmor|systempaths)[:=]unconfined|label[:=]disable)$/;

export const containerConfined: ResourceRule = {
  id: "container-confined",
  description: "No container switches off the engine's seccomp, AppArmor or SELinux profile.",
  category: "security",
  severity: "critical",
  rationale: "The default profiles block the system calls and files that container escapes have used.",
  remediation: "Remove the unconfined option from `securityOpts`.",
  scope: "resource",
  types: [CONTAINER],
  check({ properties: { securityOpts } }) {
    let unknown = false;
    for (const option of elementsOf(securityOpts)) {
      if (option === UNKNOWN) unknown = true;
      else if (typeof option === "string" && LOOSENED.test(option))
        return failure("securityOpts", option, "the engine's own profile");
    }
    return unknown ? notEvaluated("securityOpts") : PASS;
  },
};
