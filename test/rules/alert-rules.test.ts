import { declareResources } from "../../components/declare";
import { planFleet } from "../../fleet/plan/plan";
import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import type { PropertyValue } from "../../fleet/resource";
import { seconds } from "../../fleet/units/duration";
import type { AlertView } from "../../policies/alert";
import type { Expected } from "../../policies/rule";
import { alertsCoverAgents } from "../../policies/rules/alerts-cover-agents";
import { alertsCoverKpis } from "../../policies/rules/alerts-cover-kpis";
import { alertsCoverThresholds } from "../../policies/rules/alerts-cover-thresholds";
import { describeRule, expectedIn } from "./cases";
import { goodContainer, goodService } from "./good";

const { catalog, stack, alerts } = expectedIn("prod");
if (alerts === null) throw new Error("no alerts");
const planned: readonly AlertView[] = alerts;
const all = declareResources(planFleet(catalog, stack));

const withAlerts = (list: readonly AlertView[] | null) => (expected: Expected) => ({
  ...expected,
  alerts: list,
});
const withAlert = (covers: string, changes: Partial<AlertView>) =>
  withAlerts(planned.map((alert) => (alert.covers.includes(covers) ? { ...alert, ...changes } : alert)));
const without = (covers: string) => withAlerts(planned.filter((alert) => !alert.covers.includes(covers)));
const also = (...extra: readonly AlertView[]) => withAlerts([...planned, ...extra]);

const alert = (changes: Partial<AlertView>): AlertView => ({
  name: "Hand",
  expr: "up == 0",
  for: seconds(300),
  severity: "ticket",
  covers: [],
  ...changes,
});

describeRule(alertsCoverThresholds, [
  { title: "the alerts of the plan", resources: [], expect: "pass" },
  {
    title: "no alert for memory",
    resources: [],
    expected: without("alerts.memory"),
    expect: "fail",
    property: "alerts.memory",
    found: "no alert",
  },
  {
    title: "another number",
    resources: [],
    expected: withAlert("alerts.memory", { expr: "a / b > 0.9" }),
    expect: "fail",
    property: "alerts.memory",
    found: "FleetAgentMemoryHigh: > 0.9 for 300 s, severity ticket",
  },
  {
    title: "the number in another place of the expression",
    resources: [],
    expected: withAlert("alerts.memory", { expr: "a * 0.85 > 0.9" }),
    expect: "fail",
    property: "alerts.memory",
  },
  {
    title: "the number only in a string",
    resources: [],
    expected: withAlert("alerts.memory", { expr: 'a{x="> 0.85"} > 1' }),
    expect: "fail",
    property: "alerts.memory",
  },
  {
    title: "the wrong way round",
    resources: [],
    expected: withAlert("alerts.memory", { expr: "a < 0.85" }),
    expect: "fail",
    property: "alerts.memory",
  },
  {
    title: "the number on the left",
    resources: [],
    expected: withAlert("alerts.memory", { expr: "0.850 <= a" }),
    expect: "pass",
  },
  {
    title: "later than the profile says",
    resources: [],
    expected: withAlert("alerts.queueDepth", { for: seconds(301) }),
    expect: "fail",
    property: "alerts.queueDepth",
  },
  {
    title: "milder than the profile says",
    resources: [],
    expected: withAlert("alerts.responseTime", { severity: "ticket" }),
    expect: "fail",
    property: "alerts.responseTime",
  },
  {
    title: "a second alert, with a limit of its own, does no harm",
    resources: [],
    expected: also(alert({ covers: ["alerts.memory"], expr: "a > 0.95" })),
    expect: "pass",
  },
  {
    title: "covering what the profile does not have",
    resources: [],
    expected: also(alert({ covers: ["alerts.memroy"] })),
    expect: "fail",
    property: "covers alerts.memroy",
  },
  {
    title: "covering something else",
    resources: [],
    expected: also(alert({ covers: ["services.consul"] })),
    expect: "pass",
  },
  {
    title: "no alerts at hand",
    resources: [],
    expected: withAlerts(null),
    expect: "notEvaluated",
    property: "alerts",
  },
]);

/** One alert for each KPI, whatever the plan has. */
const perKpi = Object.entries<number>({ ...catalog.profiles.kpis }).map(([key, target]) =>
  alert({ name: `Kpi${key}`, covers: [`kpis.${key}`], expr: `fleet:${key}:ratio{job="a"} < ${target}` }),
);
const kpisBut = (key: string, changes: Partial<AlertView> | null) =>
  withAlerts(
    perKpi.flatMap((each) => {
      if (!each.covers.includes(`kpis.${key}`)) return [each];
      return changes === null ? [] : [{ ...each, ...changes }];
    }),
  );

describeRule(alertsCoverKpis, [
  { title: "one alert for each KPI", resources: [], expected: withAlerts(perKpi), expect: "pass" },
  {
    title: "no alert for errors",
    resources: [],
    expected: kpisBut("errors", null),
    expect: "fail",
    property: "kpis.errors",
    found: "no alert",
  },
  {
    title: "another number than the target",
    resources: [],
    expected: kpisBut("throughput", { expr: "a < 400" }),
    expect: "fail",
    property: "kpis.throughput",
    found: "Kpithroughput: 400",
  },
  {
    title: "the target only as a time span",
    resources: [],
    expected: kpisBut("responseTime", { expr: "rate(a[2s]) > 1" }),
    expect: "fail",
    property: "kpis.responseTime",
  },
  {
    title: "the target as part of a budget",
    resources: [],
    expected: kpisBut("errors", { expr: "a > (14.4 * 0.01)" }),
    expect: "pass",
  },
  {
    title: "no alerts at hand",
    resources: [],
    expected: withAlerts(null),
    expect: "notEvaluated",
    property: "alerts",
  },
]);

const container = (name: PropertyValue) => goodContainer({ name });
const onlyWith = (expr: string) => withAlerts([alert({ expr })]);
const both = (names: string) =>
  onlyWith(`container_a{name=~"${names}"} and on() b{job="sutazai-prod-agents"}`);

describeRule(alertsCoverAgents, [
  { title: "the whole fleet", resources: all, expect: "pass" },
  {
    title: "a container that no selector matches",
    resources: [container("other-agent-orchestrator"), goodService()],
    expected: both("sutazai-prod-.+"),
    expect: "fail",
    property: "alerts on the container",
    found: "no alert selects container other-agent-orchestrator",
  },
  {
    title: "a node that no selector matches",
    resources: [goodContainer(), goodService({ node: "elsewhere" })],
    expect: "fail",
    property: "alerts on the job",
  },
  {
    title: "expressions are anchored",
    resources: [goodContainer(), goodService()],
    expected: both("prod-.+"),
    expect: "fail",
    property: "alerts on the container",
  },
  {
    title: "one of two names",
    resources: [goodContainer(), goodService()],
    expected: both("x|sutazai-prod-agent-orchestrator"),
    expect: "pass",
  },
  {
    title: "left out by a second matcher",
    resources: [goodContainer(), goodService()],
    expected: onlyWith('container_a{name=~".+", name!="sutazai-prod-agent-orchestrator"} or b{job!=""}'),
    expect: "fail",
    property: "alerts on the container",
  },
  {
    title: "selected by the label of the agent",
    resources: [goodContainer(), goodService()],
    expected: onlyWith('container_a{job="x",agent!=""} or b{job!=""}'),
    expect: "pass",
  },
  {
    title: "a container without that label",
    resources: [goodContainer({ labels: [] }), goodService()],
    expected: onlyWith('container_a{job="x",agent!=""} or b{job!=""}'),
    expect: "fail",
    property: "alerts on the container",
  },
  {
    title: "only other pools are selected",
    resources: [goodContainer(), goodService()],
    expected: onlyWith('container_a{agent!="",pool="cold"} or b{job!=""}'),
    expect: "fail",
    property: "alerts on the container",
  },
  {
    title: "what others say of the agent is no word of its container",
    resources: [goodContainer(), goodService()],
    expected: onlyWith('consul_health_service_status{agent!=""} or b{job!=""}'),
    expect: "fail",
    property: "alerts on the container",
  },
  {
    title: "an expression that can't be read",
    resources: [goodContainer(), goodService()],
    expected: both("(?i:x"),
    expect: "fail",
    property: "alerts on the container",
  },
  { title: "no alerts", resources: [goodContainer()], expected: withAlerts([]), expect: "fail" },
  {
    title: "no name",
    resources: [container(undefined)],
    expected: both("sutazai-prod-.+"),
    expect: "fail",
  },
  {
    title: "the name is not known yet",
    resources: [container(UNKNOWN)],
    expect: "notEvaluated",
    property: "name",
  },
  {
    title: "no alerts at hand",
    resources: all,
    expected: withAlerts(null),
    expect: "notEvaluated",
    property: "alerts",
  },
  {
    title: "nothing to watch",
    resources: all.filter((each) => each.type !== CONTAINER && each.name === "network"),
    expect: "notApplicable",
  },
]);
