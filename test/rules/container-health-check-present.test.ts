import { UNKNOWN } from "../../fleet/resource";
import { containerHealthCheckPresent } from "../../policies/rules/container-health-check-present";
import { describeRule } from "./cases";
import { goodContainer, goodServiceContainer } from "./good";

describeRule(containerHealthCheckPresent, [
  { title: "declared", resources: [goodContainer()], expect: "pass" },
  { title: "declared, a service", resources: [goodServiceContainer()], expect: "pass" },
  { title: "none", resources: [goodContainer({ healthcheck: undefined })], expect: "fail", found: null },
  {
    title: "without a command, which is the image's",
    resources: [goodContainer({ healthcheck: { interval: "15s" } })],
    expect: "fail",
    found: null,
  },
  {
    title: "with an empty command",
    resources: [goodContainer({ healthcheck: { tests: [] } })],
    expect: "fail",
    found: null,
  },
  {
    title: "switched off",
    resources: [goodContainer({ healthcheck: { tests: ["NONE"] } })],
    expect: "fail",
    found: "NONE",
  },
  {
    title: "none, of a container that the catalog does not know",
    resources: [{ ...goodContainer({ healthcheck: undefined }), name: "other" }],
    expect: "fail",
  },
  {
    title: "not known yet",
    resources: [goodContainer({ healthcheck: UNKNOWN })],
    expect: "notEvaluated",
    property: "healthcheck.tests",
  },
  {
    title: "command not known yet",
    resources: [goodContainer({ healthcheck: { tests: UNKNOWN } })],
    expect: "notEvaluated",
  },
  {
    title: "form not known yet",
    resources: [goodContainer({ healthcheck: { tests: [UNKNOWN] } })],
    expect: "notEvaluated",
    property: "healthcheck.tests[0]",
  },
  {
    title: "only its address not known yet",
    resources: [goodContainer({ healthcheck: { tests: ["CMD", "wget", UNKNOWN], interval: UNKNOWN } })],
    expect: "pass",
  },
  {
    title: "with an empty form",
    resources: [goodContainer({ healthcheck: { tests: [""] } })],
    expect: "fail",
    found: null,
  },
  {
    title: "with null for a form",
    resources: [goodContainer({ healthcheck: { tests: [null] } })],
    expect: "fail",
    found: null,
  },
]);
