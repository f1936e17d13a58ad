import { UNKNOWN } from "../../fleet/resource";
import { containerRestartPolicy } from "../../policies/rules/container-restart-policy";
import { describeRule } from "./cases";
import { goodContainer, goodServiceContainer, goodSleeper } from "./good";

describeRule(containerRestartPolicy, [
  { title: "hot: unless-stopped", resources: [goodContainer()], expect: "pass" },
  { title: "hot: always", resources: [goodContainer({ restart: "always" })], expect: "pass" },
  {
    title: "hot: on-failure",
    resources: [goodContainer({ restart: "on-failure" })],
    expect: "fail",
    found: "on-failure",
  },
  { title: "hot: no", resources: [goodContainer({ restart: "no" })], expect: "fail", found: "no" },
  {
    title: "hot: not declared, which is no",
    resources: [goodContainer({ restart: undefined })],
    expect: "fail",
    found: null,
  },
  { title: "warm: no", resources: [goodSleeper()], expect: "pass" },
  {
    title: "warm: not declared, which is no",
    resources: [goodSleeper({ restart: undefined })],
    expect: "pass",
  },
  {
    title: "warm: unless-stopped",
    resources: [goodSleeper({ restart: "unless-stopped" })],
    expect: "fail",
    found: "unless-stopped",
  },
  { title: "warm: on-failure", resources: [goodSleeper({ restart: "on-failure" })], expect: "fail" },
  {
    title: "cold: no",
    resources: [{ ...goodSleeper(), name: "evolution-strategy-trainer" }],
    expect: "pass",
  },
  { title: "service: unless-stopped", resources: [goodServiceContainer()], expect: "pass" },
  {
    title: "service: not declared",
    resources: [goodServiceContainer({ restart: undefined })],
    expect: "fail",
    found: null,
  },
  {
    title: "replica of a service: no",
    resources: [{ ...goodServiceContainer({ restart: "no" }), name: "router-2" }],
    expect: "fail",
  },
  {
    title: "a container that the catalog does not know",
    resources: [{ ...goodContainer({ restart: "no" }), name: "other" }],
    expect: "notApplicable",
  },
  {
    title: "hot: not known yet",
    resources: [goodContainer({ restart: UNKNOWN })],
    expect: "notEvaluated",
    property: "restart",
  },
  {
    title: "warm: not known yet",
    resources: [goodSleeper({ restart: UNKNOWN })],
    expect: "notEvaluated",
    property: "restart",
  },
]);
