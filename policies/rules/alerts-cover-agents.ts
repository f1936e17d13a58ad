import { LABEL } from "../../fleet/labels";
import { CONSUL_SERVICE, CONTAINER, UNKNOWN } from "../../fleet/resource";
import type { PropertyValue, ResourceView } from "../../fleet/resource";
import type { AlertView } from "../alert";
import { PASS, notEvaluated } from "../rule";
import type { FleetRule, Outcome, Subject } from "../rule";
import { labelOf } from "../read/labels";
import { matcherTest, selectorsOf } from "../read/promql";
import { isRecord } from "../read/values";

/** What Prometheus knows of an agent from one side, and how a selector shows that it means that side. */
interface Witness {
  readonly title: string;
  readonly type: string;
  /** The labels of its series, by their name in Prometheus. */
  readonly labelsOf: (resource: ResourceView) => Readonly<Record<string, PropertyValue>>;
  /** Only selectors with a matcher on one of these speak of agents. */
  readonly identifiedBy: readonly string[];
  /** How its metrics begin. */
  readonly prefix: string;
}

const WITNESSES: readonly Witness[] = [
  {
    title: "container",
    type: CONTAINER,
    // cAdvisor gives the container's name and, relabelled, the labels of the fleet.
    labelsOf: (container) => ({
      name: container.properties["name"] ?? "",
      agent: labelOf(container, LABEL.agent),
      class: labelOf(container, LABEL.class),
      owner: labelOf(container, LABEL.owner),
      pool: labelOf(container, LABEL.pool),
    }),
    identifiedBy: ["name", "agent"],
    prefix: "container_",
  },
  {
    title: "job",
    type: CONSUL_SERVICE,
    // Agents are found through Consul and scraped as the job of their node, with their meta as labels.
    labelsOf: ({ properties: { node, meta } }) => ({ ...(isRecord(meta) ? meta : {}), job: node ?? "" }),
    identifiedBy: ["job"],
    prefix: "",
  },
];

export const alertsCoverAgents: FleetRule = {
  id: "alerts-cover-agents",
  description: "Every agent is watched by an alert on its container and by one on what it says itself.",
  category: "monitoring",
  severity: "high",
  rationale: "An agent that no selector matches can fail for ever without anybody being told.",
  remediation: "Widen the selectors of the alerts, or give the agent a name that they match.",
  scope: "fleet",
  needsAlerts: true,
  check(resources, { catalog, alerts }) {
    if (alerts === null) return [notEvaluated("alerts")];
    return WITNESSES.flatMap((witness) => {
      const selects = selectionOf(witness, alerts);
      return resources
        .filter(({ type, name }) => type === witness.type && catalog.agentsByName.has(name))
        .map((resource) => judge(resource, witness, selects));
    });
  },
};

function judge(
  resource: ResourceView,
  { title, labelsOf }: Witness,
  selects: (labels: Readonly<Record<string, string>>) => boolean,
): Outcome {
  const subject: Subject = { kind: "agent", name: resource.name };
  const labels: Record<string, string> = {};
  for (const [label, value] of Object.entries(labelsOf(resource))) {
    if (value === UNKNOWN) return notEvaluated(label, subject);
    // Prometheus takes a label that is missing for an empty one.
    labels[label] = typeof value === "string" ? value : "";
  }
  if (selects(labels)) return PASS;
  return {
    status: "fail",
    property: `alerts on the ${title}`,
    subject,
    found: `no alert selects ${title} ${labels["name"] ?? labels["job"] ?? ""}`,
    wanted: "at least one",
  };
}

/** Selectors repeat from alert to alert: each is read once. */
function selectionOf(
  { identifiedBy, prefix }: Witness,
  alerts: readonly AlertView[],
): (labels: Readonly<Record<string, string>>) => boolean {
  const tests = new Map<string, ReturnType<typeof matcherTest>>();
  for (const { metric, matchers } of alerts.flatMap((alert) => selectorsOf(alert.expr))) {
    if (!metric.startsWith(prefix)) continue;
    if (!matchers.some(({ label }) => identifiedBy.includes(label))) continue;
    tests.set(JSON.stringify(matchers), matcherTest(matchers));
  }
  const all = [...tests.values()];
  return (labels) => all.some((test) => test(labels));
}
