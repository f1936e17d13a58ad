import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import { failure } from "../read/failure";
import { passUnless } from "../read/outcomes";
import { remember } from "../read/remember";
import { elementsOf } from "../read/values";
import { notEvaluated } from "../rule";
import type { Outcome, ResourceRule } from "../rule";

const USER_AND_GROUP = /^(\d+):(\d+)$/;

/** Both numbers given, neither of them 0. */
const isOrdinary = remember((user) => {
  const match = USER_AND_GROUP.exec(user);
  return match !== null && Number(match[1]) > 0 && Number(match[2]) > 0;
});

export const containerNotRoot: ResourceRule = {
  id: "container-not-root",
  description: "Every container runs as a numeric user and group, neither of them root.",
  category: "security",
  severity: "critical",
  rationale:
    "Root in a container is root on the host once it gets out. A name is whatever the image says it is, and a user without a group may get group 0.",
  remediation: "Set `user` to numbers such as 10001:10001.",
  scope: "resource",
  types: [CONTAINER],
  check({ properties: { user, groupAdds } }) {
    const problems: Outcome[] = [];
    if (user === UNKNOWN) problems.push(notEvaluated("user"));
    else if (typeof user !== "string" || !isOrdinary(user))
      problems.push(failure("user", user, "user:group, numeric and not 0"));
    for (const [index, group] of elementsOf(groupAdds).entries()) {
      const property = `groupAdds[${index}]`;
      if (group === UNKNOWN) problems.push(notEvaluated(property));
      else if (typeof group !== "string" || !(Number(group) > 0))
        problems.push(failure(property, group, "a numeric group that is not 0"));
    }
    return passUnless(problems);
  },
};
