import { UNKNOWN } from "../../fleet/resource";
import { containerStopTimeout } from "../../policies/rules/container-stop-timeout";
import { describeRule } from "./cases";
import { goodContainer, goodServiceContainer } from "./good";

describeRule(containerStopTimeout, [
  { title: "that of the profile", resources: [goodContainer()], expect: "pass" },
  { title: "that of the profile, a service", resources: [goodServiceContainer()], expect: "pass" },
  { title: "a second less", resources: [goodContainer({ stopTimeout: 29 })], expect: "fail", found: 29 },
  { title: "a second more", resources: [goodContainer({ stopTimeout: 31 })], expect: "fail", found: 31 },
  {
    title: "not declared: the engine's 10 s",
    resources: [goodContainer({ stopTimeout: undefined })],
    expect: "fail",
    found: null,
  },
  {
    title: "not known yet",
    resources: [goodContainer({ stopTimeout: UNKNOWN })],
    expect: "notEvaluated",
    property: "stopTimeout",
  },
]);
