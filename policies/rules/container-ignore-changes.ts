import { CONTAINER } from "../../fleet/resource";
import { failure } from "../read/failure";
import { PASS } from "../rule";
import type { ResourceRule } from "../rule";
import { agentOf } from "../subject";

/** What whoever wakes an agent changes. */
const OF_SLEEPERS = ["mustRun", "start"];

export const containerIgnoreChanges: ResourceRule = {
  id: "container-ignore-changes",
  description: "Changes are ignored only for `mustRun` and `start` of agents that are not always running.",
  category: "security",
  severity: "critical",
  rationale: "What is ignored is no longer declared: drift and tampering there are never seen or mended.",
  remediation: "Remove the property from `ignoreChanges`.",
  scope: "resource",
  types: [CONTAINER],
  check(resource, { catalog }) {
    const { ignoreChanges } = resource.options;
    if (ignoreChanges === undefined || ignoreChanges.length === 0) return PASS;
    const agent = agentOf(resource, catalog);
    const allowed = agent !== null && agent.pool !== "hot" ? OF_SLEEPERS : [];
    const others = ignoreChanges.filter((property) => !allowed.includes(property));
    if (others.length === 0) return PASS;
    return failure("ignoreChanges", others, allowed.length === 0 ? "none" : `only ${allowed.join(", ")}`);
  },
};
