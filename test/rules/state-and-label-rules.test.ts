import { UNKNOWN } from "../../fleet/resource";
import { networkLabels } from "../../policies/rules/network-labels";
import { statefulProtected } from "../../policies/rules/stateful-protected";
import { volumeLabels } from "../../policies/rules/volume-labels";
import { describeRule } from "./cases";
import { goodContainer, goodNetwork, goodVolume } from "./good";

const fleet = { label: "sutazai.fleet", value: "sutazai" };
const stack = { label: "sutazai.stack", value: "prod" };

describeRule(networkLabels, [
  {
    title: "the stack, not its tier",
    resources: [goodNetwork()],
    expected: (expected) => ({ ...expected, stack: { ...expected.stack, name: "prod-eu" } }),
    expect: "fail",
    property: "sutazai.stack",
    found: "prod",
  },
  { title: "both labels", resources: [goodNetwork()], expect: "pass" },
  {
    title: "another stack",
    resources: [goodNetwork()],
    tier: "staging",
    expect: "fail",
    property: "sutazai.stack",
    found: "prod",
  },
  {
    title: "no fleet",
    resources: [goodNetwork({ labels: [stack] })],
    expect: "fail",
    property: "sutazai.fleet",
    found: null,
  },
  {
    title: "no labels",
    resources: [goodNetwork({ labels: undefined })],
    expect: "fail",
    property: "sutazai.stack",
  },
  {
    title: "not known yet",
    resources: [goodNetwork({ labels: UNKNOWN })],
    expect: "notEvaluated",
    property: "sutazai.fleet",
  },
  {
    title: "one label is not known yet",
    resources: [goodNetwork({ labels: [fleet, UNKNOWN] })],
    expect: "notEvaluated",
    property: "sutazai.stack",
  },
]);

describeRule(volumeLabels, [
  { title: "all labels", resources: [goodVolume()], expect: "pass" },
  {
    title: "no service",
    resources: [goodVolume({ labels: [fleet, stack] })],
    expect: "fail",
    property: "sutazai.service",
    found: null,
  },
  {
    title: "another service",
    resources: [goodVolume({ labels: [fleet, stack, { label: "sutazai.service", value: "rabbitmq" }] })],
    expect: "fail",
    found: "rabbitmq",
  },
  {
    title: "a value is not known yet",
    resources: [goodVolume({ labels: [fleet, stack, { label: "sutazai.service", value: UNKNOWN }] })],
    expect: "notEvaluated",
    property: "sutazai.service",
  },
  {
    title: "a volume of nobody",
    resources: [{ ...goodVolume({ labels: [] }), name: "scratch" }],
    expect: "notApplicable",
  },
]);

const consul = { ...goodContainer(), name: "consul" };

describeRule(statefulProtected, [
  { title: "a protected volume", resources: [goodVolume()], expect: "pass" },
  {
    title: "an unprotected volume",
    resources: [goodVolume({}, {})],
    expect: "fail",
    property: "protect",
    found: false,
  },
  {
    title: "protection switched off",
    resources: [goodVolume({}, { protect: false })],
    expect: "fail",
    property: "protect",
  },
  {
    title: "a container, which a new image has to replace",
    resources: [consul],
    expect: "notApplicable",
  },
  {
    title: "protected, but changes are ignored",
    resources: [goodVolume({}, { protect: true, ignoreChanges: ["labels"] })],
    expect: "fail",
    property: "ignoreChanges",
    found: ["labels"],
  },
  {
    title: "staging does not protect",
    tier: "staging",
    resources: [goodVolume({}, {})],
    expect: "notApplicable",
  },
  { title: "dev does not protect", tier: "dev", resources: [goodVolume({}, {})], expect: "notApplicable" },
  {
    title: "a service without state",
    resources: [{ ...goodContainer(), name: "grafana" }],
    expect: "notApplicable",
  },
  { title: "an agent, which has no state", resources: [goodContainer()], expect: "notApplicable" },
]);
