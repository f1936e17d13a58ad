import { containerIgnoreChanges } from "../../policies/rules/container-ignore-changes";
import { describeRule } from "./cases";
import { goodContainer, goodServiceContainer, goodSleeper } from "./good";

const hot = (...ignoreChanges: string[]) => [goodContainer({}, { ignoreChanges })];
const warm = (...ignoreChanges: string[]) => [goodSleeper({}, { ignoreChanges })];
const service = (...ignoreChanges: string[]) => [goodServiceContainer({}, { ignoreChanges })];

describeRule(containerIgnoreChanges, [
  { title: "nothing", resources: [goodContainer()], expect: "pass" },
  { title: "an empty list", resources: hot(), expect: "pass" },
  { title: "whether a warm agent runs", resources: warm("mustRun", "start"), expect: "pass" },
  { title: "whether a hot agent runs", resources: hot("mustRun"), expect: "fail", found: ["mustRun"] },
  { title: "whether a service runs", resources: service("start"), expect: "fail", found: ["start"] },
  {
    title: "the image of a warm agent too",
    resources: warm("start", "image"),
    expect: "fail",
    found: ["image"],
  },
  { title: "everything", resources: warm("*"), expect: "fail", found: ["*"] },
  { title: "a label", resources: hot("labels[0]"), expect: "fail" },
  {
    title: "whether a container runs that the catalog does not know",
    resources: [{ ...goodSleeper({}, { ignoreChanges: ["start"] }), name: "other" }],
    expect: "fail",
  },
]);
