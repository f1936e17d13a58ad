import { UNKNOWN } from "../../fleet/resource";
import { containerReadOnlyRoot } from "../../policies/rules/container-read-only-root";
import { describeRule } from "./cases";
import { fileLoader, goodContainer, goodServiceContainer } from "./good";

describeRule(containerReadOnlyRoot, [
  { title: "read-only", resources: [goodContainer()], expect: "pass" },
  { title: "read-only, a service", resources: [goodServiceContainer()], expect: "pass" },
  { title: "writable", resources: [goodContainer({ readOnly: false })], expect: "fail", found: false },
  { title: "not declared", resources: [goodContainer({ readOnly: undefined })], expect: "fail", found: null },
  { title: "null", resources: [goodContainer({ readOnly: null })], expect: "fail", found: null },
  { title: "a text", resources: [goodContainer({ readOnly: "true" })], expect: "fail", found: "true" },
  {
    title: "writable, of a container that the catalog does not know",
    resources: [{ ...goodContainer({ readOnly: false }), name: "other" }],
    expect: "fail",
  },
  { title: "writable, and never started", resources: [fileLoader()], expect: "notApplicable" },
  { title: "writable, and started", resources: [fileLoader({ start: true })], expect: "fail" },
  { title: "writable, and may be started", resources: [fileLoader({ mustRun: undefined })], expect: "fail" },
  { title: "writable, and started again", resources: [fileLoader({ restart: "always" })], expect: "fail" },
  {
    title: "writable, of an agent that waits",
    resources: [{ ...fileLoader(), name: "autogpt" }],
    expect: "fail",
  },
  {
    title: "not known yet",
    resources: [goodContainer({ readOnly: UNKNOWN })],
    expect: "notEvaluated",
    property: "readOnly",
  },
]);
