import { UNKNOWN } from "../../fleet/resource";
import { containerNoHostPorts } from "../../policies/rules/container-no-host-ports";
import { describeRule } from "./cases";
import { goodContainer, goodServiceContainer } from "./good";

describeRule(containerNoHostPorts, [
  { title: "none", resources: [goodContainer()], expect: "pass" },
  { title: "none, a service", resources: [goodServiceContainer()], expect: "pass" },
  {
    title: "an empty list",
    resources: [goodContainer({ ports: [], publishAllPorts: false })],
    expect: "pass",
  },
  {
    title: "one",
    resources: [goodContainer({ ports: [{ internal: 8080, external: 11000 }] })],
    expect: "fail",
    found: [{ internal: 8080, external: 11000 }],
  },
  {
    title: "one that is chosen by chance",
    resources: [goodContainer({ ports: [{ internal: 8080 }] })],
    expect: "fail",
  },
  {
    title: "one on loopback",
    resources: [goodContainer({ ports: [{ internal: 8080, external: 1, ip: "127.0.0.1" }] })],
    expect: "fail",
  },
  {
    title: "one of a service",
    resources: [goodServiceContainer({ ports: [{ internal: 8080, external: 8080 }] })],
    expect: "fail",
  },
  {
    title: "all that the image exposes",
    resources: [goodContainer({ publishAllPorts: true })],
    expect: "fail",
    found: true,
    property: "publishAllPorts",
  },
  {
    title: "one of which nothing is known: still one",
    resources: [goodContainer({ ports: [UNKNOWN] })],
    expect: "fail",
  },
  {
    title: "not known yet",
    resources: [goodContainer({ ports: UNKNOWN })],
    expect: "notEvaluated",
    property: "ports",
  },
  {
    title: "all or none not known yet",
    resources: [goodContainer({ publishAllPorts: UNKNOWN })],
    expect: "notEvaluated",
    property: "publishAllPorts",
  },
]);
