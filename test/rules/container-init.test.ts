import { UNKNOWN } from "../../fleet/resource";
import { containerInit } from "../../policies/rules/container-init";
import { describeRule } from "./cases";
import { goodContainer, goodServiceContainer } from "./good";

describeRule(containerInit, [
  { title: "has one", resources: [goodContainer()], expect: "pass" },
  { title: "has one, a service", resources: [goodServiceContainer()], expect: "pass" },
  { title: "has none", resources: [goodContainer({ init: false })], expect: "fail", found: false },
  {
    title: "not declared: the engine's default, which is none",
    resources: [goodContainer({ init: undefined })],
    expect: "fail",
    found: null,
  },
  {
    title: "not known yet",
    resources: [goodContainer({ init: UNKNOWN })],
    expect: "notEvaluated",
    property: "init",
  },
]);
