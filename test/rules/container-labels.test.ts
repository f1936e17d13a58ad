import { UNKNOWN } from "../../fleet/resource";
import type { PropertyValue } from "../../fleet/resource";
import { containerLabels } from "../../policies/rules/container-labels";
import { describeRule } from "./cases";
import { goodContainer, goodContainerIn, goodServiceContainer, goodSleeper } from "./good";

const GOOD = goodContainer().properties["labels"] as readonly {
  readonly label: string;
  readonly value: string;
}[];
const NAMES = GOOD.map(({ label }) => label);
const without = (name: string) => GOOD.filter(({ label }) => label !== name);
const labelled = (labels: PropertyValue) => [goodContainer({ labels })];
const changed = (name: string, value: PropertyValue) => labelled([...without(name), { label: name, value }]);

describeRule(containerLabels, [
  { title: "all of a hot agent", resources: [goodContainer()], expect: "pass" },
  { title: "all of a warm agent", resources: [goodSleeper()], expect: "pass" },
  { title: "all of a service", resources: [goodServiceContainer()], expect: "pass" },
  { title: "all, in dev", tier: "dev", resources: [goodContainerIn("dev")], expect: "pass" },
  {
    title: "another stack's",
    tier: "dev",
    resources: [goodContainer()],
    expect: "fail",
    found: "prod",
    property: "labels.sutazai.stack",
  },
  { title: "in another order", resources: labelled([...GOOD].reverse()), expect: "pass" },
  {
    title: "others beside",
    resources: labelled([...GOOD, { label: "team", value: UNKNOWN }]),
    expect: "pass",
  },
  { title: "none", resources: labelled(undefined), expect: "fail", found: null },
  { title: "an empty list", resources: labelled([]), expect: "fail", found: null },
  ...NAMES.flatMap((name) => [
    {
      title: `${name} missing`,
      resources: labelled(without(name)),
      expect: "fail" as const,
      found: null,
      property: `labels.${name}`,
    },
    {
      title: `${name} wrong`,
      resources: changed(name, "other"),
      expect: "fail" as const,
      found: "other",
      property: `labels.${name}`,
    },
    {
      title: `${name} without a value`,
      resources: labelled([...without(name), { label: name }]),
      expect: "fail" as const,
      found: null,
    },
    {
      title: `${name} not known yet`,
      resources: changed(name, UNKNOWN),
      expect: "notEvaluated" as const,
      property: `labels.${name}`,
    },
  ]),
  {
    title: "the same name twice, the second wrong",
    resources: labelled([...GOOD, { label: "sutazai.owner", value: "nobody" }]),
    expect: "fail",
    found: "nobody",
  },
  {
    title: "a service without its own",
    resources: [goodServiceContainer({ labels: GOOD })],
    expect: "fail",
    property: "labels.sutazai.service",
  },
  {
    title: "of a container that the catalog does not know: fleet and stack",
    resources: [{ ...goodContainer(), name: "other" }],
    expect: "pass",
  },
  {
    title: "none, of a container that the catalog does not know",
    resources: [{ ...goodContainer({ labels: undefined }), name: "other" }],
    expect: "fail",
  },
  { title: "not known yet", resources: labelled(UNKNOWN), expect: "notEvaluated", property: "labels" },
  {
    title: "a name not known yet, all others there",
    resources: labelled([...GOOD, { label: UNKNOWN, value: "x" }]),
    expect: "pass",
  },
  {
    title: "a name not known yet that may be the missing one",
    resources: labelled([{ label: UNKNOWN, value: "x" }, ...without("sutazai.pool")]),
    expect: "notEvaluated",
    property: "labels[0].label",
  },
  {
    title: "a label not known yet that may be the missing one",
    resources: labelled([UNKNOWN, ...without("sutazai.pool")]),
    expect: "notEvaluated",
  },
]);
