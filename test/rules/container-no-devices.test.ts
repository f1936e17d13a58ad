import { UNKNOWN } from "../../fleet/resource";
import { containerNoDevices } from "../../policies/rules/container-no-devices";
import { describeRule } from "./cases";
import { goodContainer } from "./good";

describeRule(containerNoDevices, [
  { title: "none", resources: [goodContainer()], expect: "pass" },
  {
    title: "empty lists",
    resources: [goodContainer({ devices: [], deviceCgroupRules: [] })],
    expect: "pass",
  },
  {
    title: "one",
    resources: [goodContainer({ devices: [{ hostPath: "/dev/sda" }] })],
    expect: "fail",
    property: "devices",
  },
  {
    title: "one of which nothing is known",
    resources: [goodContainer({ devices: [UNKNOWN] })],
    expect: "fail",
    found: ["not known yet"],
  },
  {
    title: "a rule for all",
    resources: [goodContainer({ deviceCgroupRules: ["a *:* rwm"] })],
    expect: "fail",
    property: "deviceCgroupRules",
  },
  {
    title: "not known yet",
    resources: [goodContainer({ devices: UNKNOWN })],
    expect: "notEvaluated",
    property: "devices",
  },
  {
    title: "rules not known yet",
    resources: [goodContainer({ deviceCgroupRules: UNKNOWN })],
    expect: "notEvaluated",
    property: "deviceCgroupRules",
  },
]);
