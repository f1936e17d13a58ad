import { UNKNOWN } from "../../fleet/resource";
import type { PropertyValue } from "../../fleet/resource";
import { containerNotRoot } from "../../policies/rules/container-not-root";
import { describeRule } from "./cases";
import { goodContainer, goodServiceContainer } from "./good";

const as = (user: PropertyValue, groupAdds?: PropertyValue) => [goodContainer({ user, groupAdds })];

describeRule(containerNotRoot, [
  { title: "a user and a group", resources: [goodContainer()], expect: "pass" },
  { title: "a user and a group, a service", resources: [goodServiceContainer()], expect: "pass" },
  { title: "the least", resources: as("1:1"), expect: "pass" },
  { title: "with another group", resources: as("1:1", ["1000"]), expect: "pass" },
  { title: "not declared: the image's, mostly root", resources: as(undefined), expect: "fail", found: null },
  { title: "empty", resources: as(""), expect: "fail", found: "" },
  { title: "user 0", resources: as("0:1"), expect: "fail", found: "0:1" },
  { title: "user 0, written otherwise", resources: as("00:1"), expect: "fail" },
  { title: "group 0", resources: as("1:0"), expect: "fail", found: "1:0" },
  { title: "no group, which may be 0", resources: as("10001"), expect: "fail", found: "10001" },
  { title: "an empty group", resources: as("10001:"), expect: "fail" },
  { title: "a name", resources: as("agent:agent"), expect: "fail" },
  { title: "root by name", resources: as("root"), expect: "fail" },
  { title: "a negative user", resources: as("-1:1"), expect: "fail" },
  { title: "a number", resources: as(10001), expect: "fail", found: 10001 },
  {
    title: "in group 0 too",
    resources: as("1:1", ["0"]),
    expect: "fail",
    found: "0",
    property: "groupAdds[0]",
  },
  {
    title: "in a group by name too",
    resources: as("1:1", ["1", "docker"]),
    expect: "fail",
    found: "docker",
    property: "groupAdds[1]",
  },
  { title: "not known yet", resources: as(UNKNOWN), expect: "notEvaluated", property: "user" },
  {
    title: "another group not known yet",
    resources: as("1:1", [UNKNOWN]),
    expect: "notEvaluated",
    property: "groupAdds[0]",
  },
  { title: "other groups not known yet", resources: as("1:1", UNKNOWN), expect: "notEvaluated" },
  { title: "root, other groups not known yet", resources: as("0:0", UNKNOWN), expect: "fail" },
]);
