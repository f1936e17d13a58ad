import { UNKNOWN } from "../../fleet/resource";
import { describeRule, expectedIn } from "./cases";
import { evaluate } from "../../policies/evaluate";
import { containerImagePinned } from "../../policies/rules/container-image-pinned";
import { goodContainer, goodServiceContainer } from "./good";

const NAME = "sutazai/reference-agent:0.1.0";
const DIGEST = `sha256:${"a".repeat(64)}`;
const running = (image: string) => [goodContainer({ image })];
const floating = [
  "",
  ":",
  ":latest",
  ":LATEST",
  ":latest-alpine",
  ":stable",
  ":main",
  ":master",
  ":edge",
  ":nightly",
  ":dev",
  ":alpine",
  ":3-latest",
];
const fixed = [":0.1.0", ":1", ":v3.5.0", ":3.13.7-alpine", ":main-4f2a91c", ":2024-11-24", ":latestish"];

describeRule(containerImagePinned, [
  { title: "a digest, in prod", resources: [goodContainer()], expect: "pass" },
  { title: "a digest, a service", resources: [goodServiceContainer()], expect: "pass" },
  ...floating.map((tag) => ({
    title: `floating in dev: "${tag}"`,
    tier: "dev" as const,
    resources: running(`sutazai/reference-agent${tag}`),
    expect: "fail" as const,
  })),
  ...floating.map((tag) => ({
    title: `floating in prod: "${tag}"`,
    resources: running(`sutazai/reference-agent${tag}`),
    expect: "fail" as const,
  })),
  ...fixed.map((tag) => ({
    title: `fixed in dev: "${tag}"`,
    tier: "dev" as const,
    resources: running(`sutazai/reference-agent${tag}`),
    expect: "pass" as const,
  })),
  {
    title: "a registry's port is no tag",
    tier: "dev",
    resources: running("localhost:5000/agent"),
    expect: "fail",
  },
  {
    title: "a tag after a registry's port",
    tier: "dev",
    resources: running("localhost:5000/agent:1.2"),
    expect: "pass",
  },
  {
    title: "a digest without a tag",
    resources: running(`sutazai/reference-agent@${DIGEST}`),
    expect: "pass",
  },
  { title: "a digest that is cut short", resources: running(`${NAME}@sha256:abc`), expect: "fail" },
  { title: "a tag in dev, which wants tags", tier: "dev", resources: running(NAME), expect: "pass" },
  {
    title: "a tag in local, which wants tags",
    tier: "local",
    resources: running(NAME),
    expect: "pass",
  },
  {
    title: "a tag in prod that nobody has locked: told once by image-locked",
    resources: running(NAME),
    expect: "notApplicable",
  },
  {
    title: "the same of a service",
    resources: [goodServiceContainer({ image: "gcr.io/cadvisor/cadvisor:v0.53.0" })],
    expect: "notApplicable",
  },
  {
    title: "a tag in prod that image-locked does not know of",
    resources: running("other/agent:1.0"),
    expect: "fail",
    found: "other/agent:1.0",
  },
  {
    title: "a tag in prod of a container that the catalog does not know",
    resources: [{ ...goodContainer({ image: NAME }), name: "other" }],
    expect: "fail",
  },
  { title: "none", resources: [goodContainer({ image: undefined })], expect: "fail", found: null },
  { title: "empty", resources: running(""), expect: "fail" },
  {
    title: "not known yet",
    resources: [goodContainer({ image: UNKNOWN })],
    expect: "notEvaluated",
    property: "image",
  },
]);

describe("container-image-pinned with a digest in the lock file", () => {
  const answer = (tier: "dev" | "prod", image: string) => {
    const { catalog, stack, exceptions } = expectedIn(tier);
    const expected = {
      stack,
      alerts: null,
      exceptions,
      catalog: { ...catalog, digests: new Map([[NAME, DIGEST]]) },
    };
    const [result] = evaluate([goodContainer({ image })], expected, [containerImagePinned]).rules;
    return { passed: result?.passed, failed: result?.failed };
  };

  it.each([
    ["prod", `${NAME}@${DIGEST}`, 1],
    ["prod", `${NAME}@sha256:${"b".repeat(64)}`, 0],
    ["prod", NAME, 0],
    ["dev", NAME, 1],
    ["dev", `${NAME}@sha256:${"b".repeat(64)}`, 0],
  ] as const)("in %s, %s passes %d times", (tier, image, passed) => {
    expect(answer(tier, image)).toEqual({ passed, failed: 1 - passed });
  });
});
