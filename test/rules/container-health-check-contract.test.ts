import { UNKNOWN } from "../../fleet/resource";
import type { PropertyValue } from "../../fleet/resource";
import { containerHealthCheckContract } from "../../policies/rules/container-health-check-contract";
import { describeRule } from "./cases";
import { STUB, goodContainer, goodServiceContainer, withStubs } from "./good";

const GOOD = {
  tests: ["CMD", "wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/healthz"],
  interval: "15s",
  timeout: "5s",
  startPeriod: "1m0s",
  retries: 3,
};
const checked = (changes: Record<string, PropertyValue>) => [
  goodContainer({ healthcheck: { ...GOOD, ...changes } }),
];
const asking = (...words: PropertyValue[]) => checked({ tests: ["CMD", ...words] });

describeRule(containerHealthCheckContract, [
  { title: "the contract", resources: [goodContainer()], expect: "pass" },
  {
    title: "the contract with the image that a tier has for all",
    expected: withStubs,
    resources: [goodContainer(STUB)],
    expect: "pass",
  },
  { title: "the contract, a service", resources: [goodServiceContainer()], expect: "pass" },
  { title: "60s is 1m0s", resources: checked({ startPeriod: "60s" }), expect: "pass" },
  { title: "0.25m is 15s", resources: checked({ interval: "0.25m" }), expect: "pass" },
  { title: "5000ms is 5s", resources: checked({ timeout: "5000ms" }), expect: "pass" },
  {
    title: "the interval of the start, where Docker knows one",
    resources: checked({ startInterval: "2s" }),
    expect: "pass",
  },
  { title: "none, as an older Docker says it", resources: checked({ startInterval: "0s" }), expect: "pass" },
  {
    title: "another interval of the start",
    resources: checked({ startInterval: "30s" }),
    expect: "fail",
    found: "30s",
    property: "healthcheck.startInterval",
  },
  {
    title: "an interval of the start that nobody knows yet",
    resources: checked({ startInterval: UNKNOWN }),
    expect: "notEvaluated",
    property: "healthcheck.startInterval",
  },
  {
    title: "a millisecond more",
    resources: checked({ timeout: "5.001s" }),
    expect: "fail",
    found: "5.001s",
    property: "healthcheck.timeout",
  },
  {
    title: "a start period that is too short",
    resources: checked({ startPeriod: "10s" }),
    expect: "fail",
    found: "10s",
    property: "healthcheck.startPeriod",
  },
  {
    title: "no start period",
    resources: checked({ startPeriod: undefined }),
    expect: "fail",
    found: null,
    property: "healthcheck.startPeriod",
  },
  {
    title: "no interval",
    resources: checked({ interval: undefined }),
    expect: "fail",
    found: null,
    property: "healthcheck.interval",
  },
  {
    title: "no timeout",
    resources: checked({ timeout: undefined }),
    expect: "fail",
    found: null,
    property: "healthcheck.timeout",
  },
  {
    title: "no retries",
    resources: checked({ retries: undefined }),
    expect: "fail",
    found: null,
    property: "healthcheck.retries",
  },
  {
    title: "one retry more",
    resources: checked({ retries: 4 }),
    expect: "fail",
    found: 4,
    property: "healthcheck.retries",
  },
  { title: "a duration without a unit", resources: checked({ interval: "15" }), expect: "fail", found: "15" },
  { title: "a duration that is a number", resources: checked({ interval: 15 }), expect: "fail", found: 15 },
  {
    title: "another path",
    resources: asking("wget", "http://127.0.0.1:8080/health"),
    expect: "fail",
    found: "http://127.0.0.1:8080/health",
  },
  { title: "a longer path", resources: asking("wget", "http://127.0.0.1:8080/healthz/live"), expect: "fail" },
  {
    title: "another port",
    resources: asking("wget", "http://127.0.0.1:8081/healthz"),
    expect: "fail",
    found: "http://127.0.0.1:8081/healthz",
  },
  {
    title: "no port",
    resources: asking("wget", "http://127.0.0.1/healthz"),
    expect: "fail",
    found: "http://127.0.0.1:80/healthz",
  },
  { title: "another scheme", resources: asking("wget", "https://127.0.0.1:8080/healthz"), expect: "fail" },
  {
    title: "somebody else",
    resources: asking("wget", "http://consul:8080/healthz"),
    expect: "fail",
    found: "http://consul:8080/healthz",
  },
  {
    title: "itself by another name",
    resources: asking("wget", "http://localhost:8080/healthz"),
    expect: "pass",
  },
  { title: "with a query", resources: asking("wget", "http://[::1]:8080/healthz?x=1"), expect: "pass" },
  {
    title: "within a shell line",
    resources: checked({ tests: ["CMD-SHELL", "curl -fs http://localhost:8080/healthz || exit 1"] }),
    expect: "pass",
  },
  { title: "no address", resources: asking("node", "check.js"), expect: "fail", found: "no address" },
  {
    title: "another command than the service's entry",
    resources: [goodServiceContainer({ healthcheck: { ...GOOD, tests: ["CMD", "true"] } })],
    expect: "fail",
    found: ["CMD", "true"],
  },
  {
    title: "another time, a service",
    resources: [goodServiceContainer({ healthcheck: { ...GOOD, interval: "5m0s" } })],
    expect: "fail",
    found: "5m0s",
  },
  {
    title: "no check: another rule's",
    resources: [goodContainer({ healthcheck: undefined })],
    expect: "notApplicable",
  },
  { title: "switched off: another rule's", resources: checked({ tests: ["NONE"] }), expect: "notApplicable" },
  {
    title: "a container that the catalog does not know",
    resources: [{ ...goodContainer(), name: "other" }],
    expect: "notApplicable",
  },
  {
    title: "not known yet",
    resources: [goodContainer({ healthcheck: UNKNOWN })],
    expect: "notEvaluated",
    property: "healthcheck",
  },
  {
    title: "command not known yet",
    resources: checked({ tests: UNKNOWN }),
    expect: "notEvaluated",
    property: "healthcheck.tests",
  },
  {
    title: "command not known yet, time wrong",
    resources: checked({ tests: UNKNOWN, interval: "1s" }),
    expect: "fail",
    property: "healthcheck.interval",
  },
  {
    title: "interval not known yet",
    resources: checked({ interval: UNKNOWN }),
    expect: "notEvaluated",
    property: "healthcheck.interval",
  },
  {
    title: "retries not known yet",
    resources: checked({ retries: UNKNOWN }),
    expect: "notEvaluated",
    property: "healthcheck.retries",
  },
  {
    title: "address not known yet",
    resources: asking("wget", UNKNOWN),
    expect: "notEvaluated",
    property: "healthcheck.tests[2]",
  },
  {
    title: "program not known yet, address known",
    resources: asking(UNKNOWN, "http://127.0.0.1:8080/healthz"),
    expect: "pass",
  },
  {
    title: "a part not known yet, which is not in the contract",
    resources: checked({ disabled: UNKNOWN }),
    expect: "pass",
  },
  {
    title: "a word of a service's command not known yet",
    resources: [
      goodServiceContainer({
        healthcheck: {
          ...GOOD,
          tests: ["CMD", "wget", UNKNOWN, "-O", "/dev/null", "http://127.0.0.1:8080/healthz"],
        },
      }),
    ],
    expect: "notEvaluated",
    property: "healthcheck.tests[2]",
  },
  {
    title: "two words not known yet: the first is named",
    resources: asking(UNKNOWN, UNKNOWN),
    expect: "notEvaluated",
    property: "healthcheck.tests[1]",
  },
  {
    title: "the form not known yet, nor an address",
    resources: checked({ tests: [UNKNOWN, "node"] }),
    expect: "notEvaluated",
    property: "healthcheck.tests[0]",
  },
  {
    title: "the form of a service's command not known yet",
    resources: [goodServiceContainer({ healthcheck: { ...GOOD, tests: [UNKNOWN, ...GOOD.tests.slice(1)] } })],
    expect: "notEvaluated",
    property: "healthcheck.tests[0]",
  },
  {
    title: "a service's command with a word more",
    resources: [goodServiceContainer({ healthcheck: { ...GOOD, tests: [...GOOD.tests, "--spider"] } })],
    expect: "fail",
  },
  {
    title: "a service's command with another word",
    resources: [
      goodServiceContainer({ healthcheck: { ...GOOD, tests: ["CMD-SHELL", ...GOOD.tests.slice(1)] } }),
    ],
    expect: "fail",
  },
]);
