import { UNKNOWN } from "../../fleet/resource";
import { containerNotPrivileged } from "../../policies/rules/container-not-privileged";
import { describeRule } from "./cases";
import { goodContainer } from "./good";

describeRule(containerNotPrivileged, [
  { title: "not declared, which is off", resources: [goodContainer()], expect: "pass" },
  { title: "off", resources: [goodContainer({ privileged: false })], expect: "pass" },
  { title: "null, which is off", resources: [goodContainer({ privileged: null })], expect: "pass" },
  { title: "on", resources: [goodContainer({ privileged: true })], expect: "fail", found: true },
  {
    title: "on in local too",
    tier: "local",
    resources: [goodContainer({ privileged: true })],
    expect: "fail",
  },
  { title: "a text", resources: [goodContainer({ privileged: "true" })], expect: "fail", found: "true" },
  {
    title: "not known yet",
    resources: [goodContainer({ privileged: UNKNOWN })],
    expect: "notEvaluated",
    property: "privileged",
  },
]);
