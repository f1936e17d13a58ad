import { UNKNOWN } from "../../fleet/resource";
import { containerMemorySwap } from "../../policies/rules/container-memory-swap";
import { describeRule } from "./cases";
import { goodContainer, goodServiceContainer } from "./good";

describeRule(containerMemorySwap, [
  { title: "equal to memory", resources: [goodContainer()], expect: "pass" },
  { title: "equal to memory, a service", resources: [goodServiceContainer()], expect: "pass" },
  {
    title: "not declared",
    resources: [goodContainer({ memorySwap: undefined })],
    expect: "fail",
    found: null,
  },
  {
    title: "declared as null",
    resources: [goodContainer({ memorySwap: null })],
    expect: "fail",
    found: null,
  },
  {
    title: "one MiB of swap",
    resources: [goodContainer({ memorySwap: 129 })],
    expect: "fail",
    found: "129 MiB",
  },
  { title: "one MiB less than memory", resources: [goodContainer({ memorySwap: 127 })], expect: "fail" },
  { title: "as much as there is", resources: [goodContainer({ memorySwap: -1 })], expect: "fail", found: -1 },
  { title: "zero", resources: [goodContainer({ memorySwap: 0 })], expect: "fail", found: 0 },
  { title: "as text", resources: [goodContainer({ memorySwap: "128" })], expect: "fail", found: "128" },
  {
    title: "not declared, without a limit either",
    resources: [goodContainer({ memory: undefined, memorySwap: undefined })],
    expect: "fail",
  },
  {
    title: "without a limit to compare with",
    resources: [goodContainer({ memory: undefined })],
    expect: "notApplicable",
  },
  {
    title: "not known yet",
    resources: [goodContainer({ memorySwap: UNKNOWN })],
    expect: "notEvaluated",
    property: "memorySwap",
  },
  {
    title: "memory not known yet",
    resources: [goodContainer({ memory: UNKNOWN })],
    expect: "notEvaluated",
    property: "memory",
  },
  {
    title: "not declared, memory not known yet",
    resources: [goodContainer({ memory: UNKNOWN, memorySwap: undefined })],
    expect: "fail",
  },
]);
