import { UNKNOWN } from "../../fleet/resource";
import { containerMemoryLimit } from "../../policies/rules/container-memory-limit";
import { describeRule } from "./cases";
import { goodContainer } from "./good";

describeRule(containerMemoryLimit, [
  { title: "the start of the profile", resources: [goodContainer()], expect: "pass" },
  { title: "exactly the most of the profile", resources: [goodContainer({ memory: 1024 })], expect: "pass" },
  { title: "one MiB more", resources: [goodContainer({ memory: 1025 })], expect: "fail", found: "1025 MiB" },
  { title: "no limit", resources: [goodContainer({ memory: undefined })], expect: "fail", found: null },
  {
    title: "a limit of zero, which is none",
    resources: [goodContainer({ memory: 0 })],
    expect: "fail",
    found: 0,
  },
  {
    title: "not known yet",
    resources: [goodContainer({ memory: UNKNOWN })],
    expect: "notEvaluated",
    property: "memory",
  },
  {
    title: "a service may have more than an agent",
    resources: [{ ...goodContainer({ memory: 2048 }), name: "ollama" }],
    expect: "pass",
  },
]);
