import type { AlertView } from "../alert";
import { CONSUL_SERVICE, CONTAINER, UNKNOWN } from "../../fleet/resource";
import type { PropertyValue } from "../../fleet/resource";
import { PASS, notEvaluated } from "../rule";
import type { FleetRule, Outcome, Subject } from "../rule";
import { labelTest, selectorsOf } from "../values/promql";

/** What a selector has to match: cAdvisor names containers in `name`; agents are scraped as the job of their node. */
const WITNESSES = [
  { label: "name", type: CONTAINER, property: "name", title: "container" },
  { label: "job", type: CONSUL_SERVICE, property: "node", title: "job" },
] as const;

export const alertsCoverAgents: FleetRule = {
  id: "alerts-cover-agents",
  description: "Every agent is watched by an alert on its container and by one on what it says itself.",
  category: "monitoring",
  severity: "high",
  rationale: "An agent that no selector matches can fail for ever without anybody being told.",
  remediation: "Widen the selectors of the alerts, or give the agent a name that they match.",
  scope: "fleet",
  check(resources, { catalog, alerts }) {
    if (alerts === null) return [notEvaluated("alerts")];
    const outcomes: Outcome[] = [];
    for (const { label, type, property, title } of WITNESSES) {
      const matches = matcherOf(alerts, label);
      for (const resource of resources) {
        if (resource.type !== type || !catalog.agentsByName.has(resource.name)) continue;
        const subject: Subject = { kind: "agent", name: resource.name };
        outcomes.push(judge(resource.properties[property], property, title, matches, subject));
      }
    }
    return outcomes;
  },
};

function judge(
  value: PropertyValue,
  property: string,
  title: string,
  matches: (value: string) => boolean,
  subject: Subject,
): Outcome {
  if (value === UNKNOWN) return notEvaluated(property, subject);
  const name = typeof value === "string" ? value : "";
  if (matches(name)) return PASS;
  return {
    status: "fail",
    property: `alerts on the ${title}`,
    subject,
    found: `no alert selects ${title} ${name}`,
    wanted: "at least one",
  };
}

/** Selectors repeat from alert to alert, and values from agent to agent: each is read and asked once. */
function matcherOf(alerts: readonly AlertView[], label: string): (value: string) => boolean {
  const tests = new Map<string, (value: string) => boolean>();
  for (const selector of alerts.flatMap((alert) => selectorsOf(alert.expr))) {
    const test = labelTest(selector, label);
    const key = JSON.stringify(selector.filter((matcher) => matcher.label === label));
    if (test !== null) tests.set(key, test);
  }
  const known = new Map<string, boolean>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const answer = [...tests.values()].some((test) => test(value));
    known.set(value, answer);
    return answer;
  };
}
