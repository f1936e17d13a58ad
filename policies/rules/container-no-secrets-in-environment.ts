import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import { failure } from "../read/failure";
import { passUnless } from "../read/outcomes";
import { secretIn } from "../read/secrets";
import { elementsOf } from "../read/values";
import { notEvaluated } from "../rule";
import type { Outcome, ResourceRule } from "../rule";

export const containerNoSecretsInEnvironment: ResourceRule = {
  id: "container-no-secrets-in-environment",
  description: "No environment variable holds a password, token or key.",
  category: "security",
  severity: "critical",
  rationale:
    "The environment is readable in `docker inspect`, in the state of every update and by every process of the container.",
  remediation: "Mount the secret as a file and name it in a variable that ends in _FILE; change what leaked.",
  exemptible: false,
  scope: "resource",
  types: [CONTAINER],
  check({ properties: { envs } }) {
    const problems: Outcome[] = [];
    const entries = elementsOf(envs);
    for (let index = 0; index < entries.length; index += 1) {
      const entry = entries[index];
      if (entry === UNKNOWN) problems.push(notEvaluated(envs === UNKNOWN ? "envs" : `envs[${index}]`));
      if (typeof entry !== "string") continue;
      const secret = secretIn(entry);
      // The name and what it looks like; the value must not get into any report.
      if (secret === null) continue;
      const property = secret.name === null ? `envs[${index}]` : `envs.${secret.name}`;
      problems.push(failure(property, secret.kind, "no secret"));
    }
    return passUnless(problems);
  },
};
