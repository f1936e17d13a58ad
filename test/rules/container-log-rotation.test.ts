import { UNKNOWN } from "../../fleet/resource";
import type { PropertyValue } from "../../fleet/resource";
import { containerLogRotation } from "../../policies/rules/container-log-rotation";
import { describeRule } from "./cases";
import { goodContainer, goodServiceContainer } from "./good";

const logging = (logOpts: PropertyValue) => [goodContainer({ logOpts })];

describeRule(containerLogRotation, [
  { title: "that of the profile", resources: [goodContainer()], expect: "pass" },
  { title: "that of the profile, a service", resources: [goodServiceContainer()], expect: "pass" },
  { title: "driver local", resources: [goodContainer({ logDriver: "local" })], expect: "pass" },
  {
    title: "further options",
    resources: logging({ "max-size": "10m", "max-file": "3", compress: UNKNOWN }),
    expect: "pass",
  },
  {
    title: "no driver: the engine's default",
    resources: [goodContainer({ logDriver: undefined })],
    expect: "fail",
    found: null,
    property: "logDriver",
  },
  {
    title: "a driver that keeps nothing",
    resources: [goodContainer({ logDriver: "none" })],
    expect: "fail",
    found: "none",
  },
  { title: "a driver that sends away", resources: [goodContainer({ logDriver: "syslog" })], expect: "fail" },
  { title: "no options", resources: logging(undefined), expect: "fail", found: null },
  {
    title: "no size",
    resources: logging({ "max-file": "3" }),
    expect: "fail",
    found: null,
    property: "logOpts.max-size",
  },
  {
    title: "no number of files",
    resources: logging({ "max-size": "10m" }),
    expect: "fail",
    found: null,
    property: "logOpts.max-file",
  },
  {
    title: "another size",
    resources: logging({ "max-size": "11m", "max-file": "3" }),
    expect: "fail",
    found: "11m",
  },
  {
    title: "one file more",
    resources: logging({ "max-size": "10m", "max-file": "4" }),
    expect: "fail",
    found: "4",
  },
  {
    title: "an unlimited size",
    resources: logging({ "max-size": "-1", "max-file": "3" }),
    expect: "fail",
    found: "-1",
  },
  {
    title: "driver not known yet",
    resources: [goodContainer({ logDriver: UNKNOWN })],
    expect: "notEvaluated",
    property: "logDriver",
  },
  {
    title: "options not known yet",
    resources: logging(UNKNOWN),
    expect: "notEvaluated",
    property: "logOpts.max-size",
  },
  {
    title: "size not known yet",
    resources: logging({ "max-size": UNKNOWN, "max-file": "3" }),
    expect: "notEvaluated",
    property: "logOpts.max-size",
  },
  {
    title: "number not known yet",
    resources: logging({ "max-size": "10m", "max-file": UNKNOWN }),
    expect: "notEvaluated",
    property: "logOpts.max-file",
  },
]);
