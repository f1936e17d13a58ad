import { declareResources } from "../../components/declare";
import { namePattern } from "../../fleet/glob";
import { planFleet } from "../../fleet/plan/plan";
import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import type { PropertyValue, ResourceView } from "../../fleet/resource";
import type { Day } from "../../fleet/units/day";
import type { Exemption } from "../../policies/exceptions/exemption";
import type { Expected } from "../../policies/rule";
import { baselineUnused } from "../../policies/rules/baseline-unused";
import { exemptionExpired } from "../../policies/rules/exemption-expired";
import { exemptionExpiring } from "../../policies/rules/exemption-expiring";
import { exemptionUnused } from "../../policies/rules/exemption-unused";
import { TODAY, describeRule, expectedIn } from "./cases";

const { catalog, stack } = expectedIn("prod");
const all = declareResources(planFleet(catalog, stack));
const RULE = "container-memory-limit";

/** The whole fleet with another memory of one agent. */
function withMemory(memory: PropertyValue): ResourceView[] {
  return all.map((each) =>
    each.type === CONTAINER && each.name === "autogpt"
      ? { ...each, properties: { ...each.properties, memory } }
      : each,
  );
}

const day = (offset: number) => (TODAY + offset) as Day;

const exempt =
  (changes: Partial<Exemption> = {}) =>
  (expected: Expected): Expected => ({
    ...expected,
    exceptions: {
      ...expected.exceptions,
      exemptions: [
        {
          rule: RULE,
          agents: [namePattern("autogpt")],
          services: [],
          reason: "the model does not fit until it is quantised",
          owner: "machine-learning",
          approver: "platform",
          ticket: "FLEET-12",
          created: day(-10),
          expires: day(15),
          cap: null,
          place: () => ({ file: "catalog/exemptions.yaml", line: 3, column: 5 }),
          ...changes,
        },
      ],
    },
  });

describeRule(exemptionExpired, [
  { title: "no exemption", resources: all, expect: "notApplicable" },
  { title: "one that counts", resources: withMemory(2048), expected: exempt(), expect: "pass" },
  { title: "on its last day", resources: all, expected: exempt({ expires: day(0) }), expect: "pass" },
  {
    title: "on the day after, while somebody still needs it",
    resources: withMemory(2048),
    expected: exempt({ expires: day(-1) }),
    expect: "fail",
    property: "expires",
    found: "ended on 2026-06-14; 1 finding counts again",
  },
  {
    title: "ended, and nobody needs it",
    resources: all,
    expected: exempt({ expires: day(-1) }),
    expect: "fail",
    found: "ended on 2026-06-14; nothing breaks the rule",
  },
  {
    title: "ended, and what breaks the rule is above its cap",
    resources: withMemory(2048),
    expected: exempt({ expires: day(-1), cap: { amount: 1536, text: "1536MiB" } }),
    expect: "fail",
    found: "ended on 2026-06-14; 1 finding counts, above its cap",
  },
  {
    title: "ended, and what it is for is not known yet",
    resources: withMemory(UNKNOWN),
    expected: exempt({ expires: day(-1) }),
    expect: "fail",
    found: "ended on 2026-06-14; whether anything breaks the rule could not be told",
  },
]);

describeRule(exemptionExpiring, [
  { title: "no exemption", resources: all, expect: "notApplicable" },
  {
    title: "more days left than the tier wants",
    resources: all,
    expected: exempt({ expires: day(8) }),
    expect: "pass",
  },
  {
    title: "as many days left as the tier wants to be told of before",
    resources: all,
    expected: exempt({ expires: day(7) }),
    expect: "fail",
    property: "expires",
    found: "ends in 7 days, on 2026-06-22",
  },
  {
    title: "its last day",
    resources: all,
    expected: exempt({ expires: day(0) }),
    expect: "fail",
    found: "ends today, on 2026-06-15",
  },
  { title: "one that has ended", resources: all, expected: exempt({ expires: day(-1) }), expect: "pass" },
]);

describeRule(exemptionUnused, [
  { title: "no exemption", resources: all, expect: "notApplicable" },
  { title: "one that is needed", resources: withMemory(2048), expected: exempt(), expect: "pass" },
  {
    title: "one that nobody needs",
    resources: all,
    expected: exempt(),
    expect: "fail",
    property: "agents",
    found: "nobody of it breaks the rule",
  },
  {
    title: "what breaks the rule is above its cap: it is about that all the same",
    resources: withMemory(2048),
    expected: exempt({ cap: { amount: 1536, text: "1536MiB" } }),
    expect: "pass",
  },
  {
    title: "no limit at all is above every cap",
    resources: withMemory(undefined),
    expected: exempt({ cap: { amount: 4096, text: "4GiB" } }),
    expect: "pass",
  },
  {
    title: "needed by one of two that it names",
    resources: withMemory(2048),
    expected: exempt({ agents: [namePattern("autogpt"), namePattern("crew*")] }),
    expect: "fail",
    property: "agents crew*",
    found: "crew*, where nothing breaks the rule",
  },
  {
    title: "a service that it names beside",
    resources: withMemory(2048),
    expected: exempt({ services: [namePattern("grafana")] }),
    expect: "fail",
    property: "services grafana",
  },
  {
    title: "nobody can say yet",
    resources: withMemory(UNKNOWN),
    expected: exempt(),
    expect: "pass",
  },
  {
    title: "one that does not count yet",
    resources: withMemory(2048),
    expected: exempt({ created: day(1) }),
    expect: "fail",
    property: "created",
    found: "2026-06-16, so it covers nothing before",
  },
]);

const baseline =
  (...entries: readonly (readonly [fingerprint: string, rule: string])[]) =>
  (expected: Expected): Expected => ({
    ...expected,
    exceptions: {
      ...expected.exceptions,
      baseline: new Map(
        entries.map(([fingerprint, rule], index) => [
          fingerprint,
          {
            ...{ fingerprint, rule, subject: "agent autogpt", property: "memory" },
            place: { file: "catalog/baseline.yaml", line: 4 + index, column: 7 },
          },
        ]),
      ),
    },
  });

/** The fingerprint of autogpt's memory: the same for every release, or baselines would be worth nothing. */
const MEMORY = "8b2415c1c8efc0e6";

describeRule(baselineUnused, [
  { title: "no baseline", resources: all, expect: "notApplicable" },
  {
    title: "what it knows is still there",
    resources: withMemory(2048),
    expected: baseline([MEMORY, RULE]),
    expect: "pass",
  },
  {
    title: "what it knows was mended",
    resources: all,
    expected: baseline([MEMORY, RULE]),
    expect: "fail",
    property: MEMORY,
    found: `${RULE}, memory of agent autogpt: no longer found`,
  },
]);
