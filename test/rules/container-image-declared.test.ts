import { UNKNOWN } from "../../fleet/resource";
import { containerImageDeclared } from "../../policies/rules/container-image-declared";
import { describeRule } from "./cases";
import { STUB, goodContainer, goodContainerIn, goodServiceContainer, withStubs } from "./good";

describeRule(containerImageDeclared, [
  { title: "the agent's own, with a digest", resources: [goodContainer()], expect: "pass" },
  {
    title: "the agent's own, without",
    resources: [goodContainer({ image: "sutazai/reference-agent:0.1.0" })],
    expect: "pass",
  },
  { title: "in local", tier: "local", resources: [goodContainerIn("local")], expect: "pass" },
  { title: "the tier's own", expected: withStubs, resources: [goodContainer(STUB)], expect: "pass" },
  {
    title: "the agent's own where the tier has one",
    expected: withStubs,
    resources: [goodContainer()],
    expect: "fail",
  },
  {
    title: "another tag",
    resources: [goodContainer({ image: "sutazai/reference-agent:0.1.1" })],
    expect: "fail",
    found: "sutazai/reference-agent:0.1.1",
  },
  {
    title: "another name with a digest",
    resources: [goodContainer({ image: `other/agent:0.1.0@sha256:${"a".repeat(64)}` })],
    expect: "fail",
  },
  { title: "none", resources: [goodContainer({ image: undefined })], expect: "fail", found: null },
  { title: "a service's", resources: [goodServiceContainer()], expect: "pass" },
  {
    title: "a service's of another version",
    resources: [goodServiceContainer({ image: "gcr.io/cadvisor/cadvisor:v0.52.0" })],
    expect: "fail",
  },
  {
    title: "a container that the catalog does not know",
    resources: [{ ...goodContainer(), name: "other" }],
    expect: "notApplicable",
  },
  {
    title: "not known yet",
    resources: [goodContainer({ image: UNKNOWN })],
    expect: "notEvaluated",
    property: "image",
  },
]);
