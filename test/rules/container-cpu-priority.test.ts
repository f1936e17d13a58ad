import { UNKNOWN } from "../../fleet/resource";
import { containerCpuPriority } from "../../policies/rules/container-cpu-priority";
import { describeRule } from "./cases";
import { goodContainer, goodServiceContainer, goodSleeper } from "./good";

describeRule(containerCpuPriority, [
  { title: "those of a critical agent", resources: [goodContainer()], expect: "pass" },
  { title: "those of a normal agent", resources: [goodSleeper()], expect: "pass" },
  { title: "those of a service", resources: [goodServiceContainer()], expect: "pass" },
  {
    title: "those of a critical agent, for a normal one",
    resources: [goodSleeper({ cpuShares: 2048 })],
    expect: "fail",
    found: 2048,
  },
  { title: "one more", resources: [goodContainer({ cpuShares: 2049 })], expect: "fail", found: 2049 },
  {
    title: "one less, a service",
    resources: [goodServiceContainer({ cpuShares: 1023 })],
    expect: "fail",
    found: 1023,
  },
  { title: "none", resources: [goodContainer({ cpuShares: undefined })], expect: "fail", found: null },
  {
    title: "zero, which is the engine's default",
    resources: [goodContainer({ cpuShares: 0 })],
    expect: "fail",
    found: 0,
  },
  {
    title: "none, of a container that the catalog does not know",
    resources: [{ ...goodContainer({ cpuShares: undefined }), name: "other" }],
    expect: "fail",
  },
  {
    title: "zero, of a container that the catalog does not know",
    resources: [{ ...goodContainer({ cpuShares: 0 }), name: "other" }],
    expect: "fail",
  },
  {
    title: "a text, of a container that the catalog does not know",
    resources: [{ ...goodContainer({ cpuShares: "3" }), name: "other" }],
    expect: "fail",
  },
  {
    title: "any, of a container that the catalog does not know",
    resources: [{ ...goodContainer({ cpuShares: 3 }), name: "other" }],
    expect: "pass",
  },
  {
    title: "not known yet",
    resources: [goodContainer({ cpuShares: UNKNOWN })],
    expect: "notEvaluated",
    property: "cpuShares",
  },
]);
