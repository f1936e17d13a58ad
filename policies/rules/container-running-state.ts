import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import type { PropertyValue } from "../../fleet/resource";
import { failure } from "../read/failure";
import { passUnless } from "../read/outcomes";
import { isAbsent } from "../read/values";
import { NOT_APPLICABLE, notEvaluated } from "../rule";
import type { Outcome, ResourceRule } from "../rule";
import { agentOf, serviceOf } from "../subject";

type Switch = "start" | "mustRun" | "wait";

/** What the provider takes where nothing is declared. */
const DEFAULTS: Readonly<Record<Switch, boolean>> = { start: true, mustRun: true, wait: false };
const RUNNING: readonly (readonly [Switch, boolean])[] = [
  ["start", true],
  ["mustRun", true],
  ["wait", true],
];
const SLEEPING: readonly (readonly [Switch, boolean])[] = [
  ["start", false],
  ["mustRun", false],
];

export const containerRunningState: ResourceRule = {
  id: "container-running-state",
  description:
    "Hot agents and services run and are waited for; warm and cold agents are created but not started.",
  category: "health",
  severity: "high",
  rationale:
    "An update that does not wait succeeds with agents that never got healthy; a cold agent that is started takes memory nobody planned.",
  remediation:
    "Set `mustRun` and `wait` for what always runs, and `start: false, mustRun: false` for warm and cold agents.",
  scope: "resource",
  types: [CONTAINER],
  check(resource, { catalog }) {
    const agent = agentOf(resource, catalog);
    if (agent === null && serviceOf(resource, catalog) === null) return NOT_APPLICABLE;
    const problems: Outcome[] = [];
    for (const [property, wanted] of agent === null || agent.pool === "hot" ? RUNNING : SLEEPING) {
      const value: PropertyValue = resource.properties[property];
      if ((isAbsent(value) ? DEFAULTS[property] : value) === wanted) continue;
      problems.push(
        value === UNKNOWN ? notEvaluated(property) : failure(property, value, String(wanted), "pool"),
      );
    }
    return passUnless(problems);
  },
};
