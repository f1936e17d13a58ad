import { UNKNOWN } from "../../fleet/resource";
import { containerMemoryReservation } from "../../policies/rules/container-memory-reservation";
import { describeRule } from "./cases";
import { goodContainer, goodServiceContainer } from "./good";

describeRule(containerMemoryReservation, [
  { title: "that of the profile", resources: [goodContainer()], expect: "pass" },
  { title: "exactly the limit", resources: [goodContainer({ memoryReservation: 128 })], expect: "pass" },
  {
    title: "one MiB more than the limit",
    resources: [goodContainer({ memoryReservation: 129 })],
    expect: "fail",
    found: "129 MiB",
  },
  {
    title: "none for an agent",
    resources: [goodContainer({ memoryReservation: undefined })],
    expect: "fail",
    found: null,
  },
  { title: "zero", resources: [goodContainer({ memoryReservation: 0 })], expect: "fail", found: 0 },
  { title: "as text", resources: [goodContainer({ memoryReservation: "80" })], expect: "fail", found: "80" },
  { title: "none for a service", resources: [goodServiceContainer()], expect: "notApplicable" },
  {
    title: "too much for a service",
    resources: [goodServiceContainer({ memoryReservation: 257 })],
    expect: "fail",
  },
  {
    title: "with a limit of zero, which is none",
    resources: [goodContainer({ memory: 0 })],
    expect: "notApplicable",
  },
  { title: "without a limit", resources: [goodContainer({ memory: undefined })], expect: "notApplicable" },
  {
    title: "not known yet",
    resources: [goodContainer({ memoryReservation: UNKNOWN })],
    expect: "notEvaluated",
    property: "memoryReservation",
  },
  {
    title: "limit not known yet",
    resources: [goodContainer({ memory: UNKNOWN })],
    expect: "notEvaluated",
    property: "memory",
  },
]);
