import { UNKNOWN } from "../../fleet/resource";
import type { PropertyValue } from "../../fleet/resource";
import { containerNoCapabilities } from "../../policies/rules/container-no-capabilities";
import { describeRule } from "./cases";
import { goodContainer, goodServiceContainer } from "./good";

const having = (capabilities: PropertyValue) => [goodContainer({ capabilities })];

describeRule(containerNoCapabilities, [
  { title: "none", resources: [goodContainer()], expect: "pass" },
  { title: "none, a service", resources: [goodServiceContainer()], expect: "pass" },
  {
    title: "none, with an empty list of additions",
    resources: having({ drops: ["ALL"], adds: [] }),
    expect: "pass",
  },
  {
    title: "none, and some more dropped by name",
    resources: having({ drops: ["NET_RAW", "ALL"] }),
    expect: "pass",
  },
  {
    title: "not declared: the engine's default",
    resources: having(undefined),
    expect: "fail",
    found: null,
    property: "capabilities.drops",
  },
  { title: "nothing dropped", resources: having({}), expect: "fail", found: null },
  { title: "an empty list dropped", resources: having({ drops: [] }), expect: "fail", found: [] },
  { title: "some dropped", resources: having({ drops: ["NET_RAW"] }), expect: "fail", found: ["NET_RAW"] },
  {
    title: "one added",
    resources: having({ drops: ["ALL"], adds: ["CHOWN"] }),
    expect: "fail",
    found: ["CHOWN"],
    property: "capabilities.adds",
  },
  { title: "all added", resources: having({ adds: ["ALL"] }), expect: "fail", found: ["ALL"] },
  { title: "not known yet", resources: having(UNKNOWN), expect: "notEvaluated", property: "capabilities" },
  {
    title: "drops not known yet",
    resources: having({ drops: UNKNOWN }),
    expect: "notEvaluated",
    property: "capabilities.drops",
  },
  { title: "one drop not known yet", resources: having({ drops: [UNKNOWN] }), expect: "notEvaluated" },
  {
    title: "one drop not known yet beside ALL",
    resources: having({ drops: [UNKNOWN, "ALL"] }),
    expect: "pass",
  },
  {
    title: "additions not known yet",
    resources: having({ drops: ["ALL"], adds: UNKNOWN }),
    expect: "notEvaluated",
    property: "capabilities.adds",
  },
  {
    title: "one addition not known yet",
    resources: having({ drops: ["ALL"], adds: [UNKNOWN] }),
    expect: "notEvaluated",
  },
  {
    title: "one addition not known yet beside a known one",
    resources: having({ drops: ["ALL"], adds: [UNKNOWN, "CHOWN"] }),
    expect: "fail",
  },
]);
