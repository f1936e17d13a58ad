import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import { failure } from "../read/failure";
import { isAbsent } from "../read/values";
import { NOT_APPLICABLE, PASS, notEvaluated } from "../rule";
import type { Mended, ResourceRule } from "../rule";
import { agentOf, serviceOf } from "../subject";

export const containerRestartPolicy: ResourceRule = {
  id: "container-restart-policy",
  description: "Docker restarts hot agents and services, and leaves warm and cold agents alone.",
  category: "health",
  severity: "high",
  rationale:
    "A hot agent that crashed has to come back by itself; a cold one that Docker starts takes memory nobody planned.",
  remediation: "Set `restart` to unless-stopped for what always runs, and to no for warm and cold agents.",
  scope: "resource",
  types: [CONTAINER],
  check(resource, { catalog }) {
    const agent = agentOf(resource, catalog);
    if (agent === null && serviceOf(resource, catalog) === null) return NOT_APPLICABLE;
    const { restart } = resource.properties;
    if (restart === UNKNOWN) return notEvaluated("restart");
    if (agent === null || agent.pool === "hot") {
      if (restart === "unless-stopped" || restart === "always") return PASS;
      return failure("restart", restart, "unless-stopped or always");
    }
    // The engine's default is no.
    return restart === "no" || isAbsent(restart) ? PASS : failure("restart", restart, "no", "pool");
  },
  mend(resource, { catalog }): Mended | null {
    const { restart } = resource.properties;
    if (restart === UNKNOWN) return null;
    const agent = agentOf(resource, catalog);
    if (agent === null && serviceOf(resource, catalog) === null) return null;
    if (agent === null || agent.pool === "hot")
      return restart === "unless-stopped" || restart === "always" ? null : { restart: "unless-stopped" };
    return restart === "no" || isAbsent(restart) ? null : { restart: "no" };
  },
};
