import { UNKNOWN } from "../../fleet/resource";
import { containerCpuCap } from "../../policies/rules/container-cpu-cap";
import { describeRule } from "./cases";
import { goodContainer, goodServiceContainer } from "./good";

describeRule(containerCpuCap, [
  { title: "exactly the burst", resources: [goodContainer()], expect: "pass" },
  { title: "less than the burst", resources: [goodContainer({ cpus: ".5" })], expect: "pass" },
  {
    title: "a thousandth more",
    resources: [goodContainer({ cpus: "1.001" })],
    expect: "fail",
    found: "1.001 cores",
  },
  { title: "none", resources: [goodContainer({ cpus: undefined })], expect: "fail", found: null },
  { title: "zero, which is none", resources: [goodContainer({ cpus: "0" })], expect: "fail", found: "0" },
  { title: "empty", resources: [goodContainer({ cpus: "" })], expect: "fail", found: "" },
  { title: "negative", resources: [goodContainer({ cpus: "-1" })], expect: "fail" },
  {
    title: "a number, which the provider does not take",
    resources: [goodContainer({ cpus: 1 })],
    expect: "fail",
    found: 1,
  },
  { title: "no number", resources: [goodContainer({ cpus: "1 core" })], expect: "fail" },
  { title: "what its entry says, a service", resources: [goodServiceContainer()], expect: "pass" },
  {
    title: "more than its entry says, a service",
    resources: [goodServiceContainer({ cpus: "0.4" })],
    expect: "fail",
    found: "0.4 cores",
  },
  {
    title: "a container that the catalog does not know",
    resources: [{ ...goodContainer({ cpus: "8" }), name: "other" }],
    expect: "pass",
  },
  {
    title: "none, of a container that the catalog does not know",
    resources: [{ ...goodContainer({ cpus: undefined }), name: "other" }],
    expect: "fail",
  },
  {
    title: "not known yet",
    resources: [goodContainer({ cpus: UNKNOWN })],
    expect: "notEvaluated",
    property: "cpus",
  },
]);
