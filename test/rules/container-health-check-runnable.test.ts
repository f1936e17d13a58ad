import { UNKNOWN } from "../../fleet/resource";
import type { PropertyValue } from "../../fleet/resource";
import { containerHealthCheckRunnable } from "../../policies/rules/container-health-check-runnable";
import { describeRule } from "./cases";
import { STUB, goodContainer, goodServiceContainer, withStubs } from "./good";

const checkedBy = (...tests: PropertyValue[]) => [goodContainer({ healthcheck: { tests } })];
const URL = "http://127.0.0.1:8080/healthz";

describeRule(containerHealthCheckRunnable, [
  { title: "what the runtime has", resources: [goodContainer()], expect: "pass" },
  { title: "by its path", resources: checkedBy("CMD", "/usr/local/bin/node", "-e", "0"), expect: "pass" },
  {
    title: "what another runtime has",
    resources: checkedBy("CMD", "curl", "-f", URL),
    expect: "fail",
    found: "curl",
  },
  {
    title: "a name that only begins alike",
    resources: checkedBy("CMD", "nodejs", "-e", "0"),
    expect: "fail",
    found: "nodejs",
  },
  {
    title: "wget where the tier runs an image with wget",
    expected: withStubs,
    resources: [goodContainer(STUB)],
    expect: "pass",
  },
  {
    title: "node where the tier runs an image with wget",
    expected: withStubs,
    resources: [goodContainer()],
    expect: "fail",
    found: "node",
  },
  {
    title: "wget where the agents run their own image",
    tier: "dev",
    resources: checkedBy("CMD", "wget", URL),
    expect: "fail",
    found: "wget",
  },
  { title: "a shell line", resources: checkedBy("CMD-SHELL", "node check.js || exit 1"), expect: "pass" },
  {
    title: "a shell line that sets a variable first",
    resources: checkedBy("CMD-SHELL", " A=1 exec node check.js"),
    expect: "pass",
  },
  {
    title: "a shell line with something else",
    resources: checkedBy("CMD-SHELL", "curl -f " + URL + " || node x"),
    expect: "fail",
    found: "curl",
  },
  {
    title: "a shell that the runtime does not list",
    resources: checkedBy("CMD", "sh", "-c", "node check.js"),
    expect: "fail",
    found: "sh",
  },
  { title: "an empty shell line", resources: checkedBy("CMD-SHELL", ""), expect: "fail", found: "" },
  { title: "no program", resources: checkedBy("CMD"), expect: "fail", found: "" },
  { title: "no form", resources: checkedBy("node", "-e", "0"), expect: "fail", found: "node" },
  { title: "switched off", resources: checkedBy("NONE"), expect: "fail", found: "NONE" },
  { title: "what a service's entry names", resources: [goodServiceContainer()], expect: "pass" },
  {
    title: "what a service's entry does not name",
    resources: [goodServiceContainer({ healthcheck: { tests: ["CMD", "curl"] } })],
    expect: "fail",
    found: "curl",
  },
  {
    title: "no check: another rule's",
    resources: [goodContainer({ healthcheck: undefined })],
    expect: "notApplicable",
  },
  {
    title: "a container that the catalog does not know",
    resources: [{ ...goodContainer(), name: "other" }],
    expect: "notApplicable",
  },
  {
    title: "not known yet",
    resources: [goodContainer({ healthcheck: UNKNOWN })],
    expect: "notEvaluated",
    property: "healthcheck.tests",
  },
  {
    title: "form not known yet",
    resources: checkedBy(UNKNOWN, "node"),
    expect: "notEvaluated",
    property: "healthcheck.tests[0]",
  },
  {
    title: "program not known yet",
    resources: checkedBy("CMD", UNKNOWN, "-e"),
    expect: "notEvaluated",
    property: "healthcheck.tests[1]",
  },
  {
    title: "only its argument not known yet",
    resources: checkedBy("CMD", "node", "-e", UNKNOWN),
    expect: "pass",
  },
]);
