import { UNKNOWN } from "../../fleet/resource";
import { containerRunningState } from "../../policies/rules/container-running-state";
import { describeRule } from "./cases";
import { goodContainer, goodServiceContainer, goodSleeper } from "./good";

describeRule(containerRunningState, [
  { title: "hot: runs and is waited for", resources: [goodContainer()], expect: "pass" },
  {
    title: "hot: the same by the provider's default",
    resources: [goodContainer({ mustRun: undefined, start: true })],
    expect: "pass",
  },
  {
    title: "hot: need not run",
    resources: [goodContainer({ mustRun: false })],
    expect: "fail",
    found: false,
    property: "mustRun",
  },
  {
    title: "hot: not started",
    resources: [goodContainer({ start: false })],
    expect: "fail",
    found: false,
    property: "start",
  },
  {
    title: "hot: not waited for",
    resources: [goodContainer({ wait: false })],
    expect: "fail",
    found: false,
    property: "wait",
  },
  {
    title: "hot: wait not declared, which is off",
    resources: [goodContainer({ wait: undefined })],
    expect: "fail",
    found: null,
    property: "wait",
  },
  { title: "warm: created and not started", resources: [goodSleeper()], expect: "pass" },
  {
    title: "warm: started",
    resources: [goodSleeper({ start: true })],
    expect: "fail",
    found: true,
    property: "start",
  },
  {
    title: "warm: start not declared, which is on",
    resources: [goodSleeper({ start: undefined })],
    expect: "fail",
    found: null,
    property: "start",
  },
  {
    title: "warm: must run",
    resources: [goodSleeper({ mustRun: true })],
    expect: "fail",
    property: "mustRun",
  },
  {
    title: "warm: mustRun not declared, which is on",
    resources: [goodSleeper({ mustRun: undefined })],
    expect: "fail",
    found: null,
    property: "mustRun",
  },
  { title: "warm: wait does not matter", resources: [goodSleeper({ wait: UNKNOWN })], expect: "pass" },
  { title: "service: runs and is waited for", resources: [goodServiceContainer()], expect: "pass" },
  {
    title: "service: not waited for",
    resources: [goodServiceContainer({ wait: undefined })],
    expect: "fail",
    property: "wait",
  },
  {
    title: "a container that the catalog does not know",
    resources: [{ ...goodSleeper(), name: "other" }],
    expect: "notApplicable",
  },
  {
    title: "hot: wait not known yet",
    resources: [goodContainer({ wait: UNKNOWN })],
    expect: "notEvaluated",
    property: "wait",
  },
  {
    title: "hot: mustRun not known yet",
    resources: [goodContainer({ mustRun: UNKNOWN })],
    expect: "notEvaluated",
    property: "mustRun",
  },
  {
    title: "warm: start not known yet",
    resources: [goodSleeper({ start: UNKNOWN })],
    expect: "notEvaluated",
    property: "start",
  },
]);
