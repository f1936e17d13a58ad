import { declareResources } from "../../components/declare";
import type { CatalogService } from "../../fleet/catalog/types";
import { planFleet } from "../../fleet/plan/plan";
import { REGISTRY_SERVER_ACCESS } from "../../fleet/registry/files";
import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import type { PropertyValue, ResourceView } from "../../fleet/resource";
import type { Tier, TierName } from "../../fleet/tier";
import type { Expected } from "../../policies/rule";
import { registryNeedsToken } from "../../policies/rules/registry-needs-token";
import { describeRule, expectedIn, judge } from "./cases";

const fleetIn = (tier: TierName) => {
  const { catalog, stack } = expectedIn(tier);
  return declareResources(planFleet(catalog, stack));
};
const all = fleetIn("prod");
const ACCESS = "/consul/config/access.json";
const DENY = { enabled: true, default_policy: "deny", tokens: {} };

/** The whole fleet of prod with one container changed; fails when there is no such container. */
function withContainer(name: string, changes: Readonly<Record<string, PropertyValue>>): ResourceView[] {
  const is = (each: ResourceView) => each.type === CONTAINER && each.name === name;
  if (all.filter(is).length !== 1) throw new Error(`not exactly one container ${name}`);
  return all.map((each) => (is(each) ? { ...each, properties: { ...each.properties, ...changes } } : each));
}
const commandOf = (name: string): readonly string[] =>
  all.find((each) => each.type === CONTAINER && each.name === name)?.properties["command"] as string[];
const told = (...more: string[]) => withContainer("consul", { command: [...commandOf("consul"), ...more] });
const brought = (content: PropertyValue, file: PropertyValue = ACCESS) =>
  withContainer("consul-files", { uploads: [{ file, content }] });
const acl = (changes: Readonly<Record<string, unknown>>) =>
  brought(JSON.stringify({ acl: { ...DENY, ...changes } }));

const withTier =
  (changes: Partial<Tier>) =>
  (expected: Expected): Expected => ({
    ...expected,
    stack: { ...expected.stack, tier: { ...expected.stack.tier, ...changes } },
  });
const withConsul =
  (changes: Partial<CatalogService>) =>
  (expected: Expected): Expected => {
    const services = new Map(expected.catalog.services);
    const consul = services.get("consul");
    if (consul === undefined) throw new Error("no service consul");
    return {
      ...expected,
      catalog: { ...expected.catalog, services: services.set("consul", { ...consul, ...changes }) },
    };
  };
const elsewhere = withConsul({ files: { [REGISTRY_SERVER_ACCESS]: "/etc/access/fleet.json" } });
const movedTo = (...more: string[]) =>
  withContainer("consul", { command: [...commandOf("consul"), ...more] }).map((each) =>
    each.name === "consul-files"
      ? {
          ...each,
          properties: {
            ...each.properties,
            uploads: [{ file: "/etc/access/fleet.json", content: JSON.stringify({ acl: DENY }) }],
          },
        }
      : each,
  );

describeRule(registryNeedsToken, [
  { title: "the whole fleet", resources: all, expect: "pass" },
  { title: "the whole fleet in staging", tier: "staging", resources: fleetIn("staging"), expect: "pass" },
  { title: "open to everybody in dev", tier: "dev", resources: fleetIn("dev"), expect: "notApplicable" },
  {
    title: "open to everybody in local",
    tier: "local",
    resources: fleetIn("local"),
    expect: "notApplicable",
  },
  {
    title: "open to everybody in prod",
    resources: all,
    expected: withTier({ registryAccess: "open" }),
    expect: "fail",
    property: "registryAccess",
    found: "open",
  },
  {
    title: "open to everybody in staging",
    tier: "staging",
    resources: fleetIn("staging"),
    expected: withTier({ registryAccess: "open" }),
    expect: "fail",
    property: "registryAccess",
  },
  {
    title: "no registry of its own",
    resources: all,
    expected: withTier({ registryAccess: "open", services: ["prometheus"] }),
    expect: "notApplicable",
  },
  {
    title: "a registry whose files say nothing of access",
    resources: all,
    expected: withConsul({ files: {} }),
    expect: "fail",
    property: "files",
    found: [],
  },
  {
    title: "access switched off",
    resources: acl({ enabled: false }),
    expect: "fail",
    property: "acl.enabled",
  },
  {
    title: "everything allowed that nobody forbids",
    resources: acl({ default_policy: "allow" }),
    expect: "fail",
    property: "acl.default_policy",
    found: "another value",
  },
  {
    title: "no word on what nobody forbids, which Consul takes for yes",
    resources: acl({ default_policy: undefined }),
    expect: "fail",
    property: "acl.default_policy",
    found: null,
  },
  {
    title: "a token for who has none",
    resources: acl({ tokens: { default: "11111111-2222-3333-4444-555555555555" } }),
    expect: "fail",
    property: "acl.tokens.default",
    found: "a token for who has none",
  },
  { title: "a file that is no JSON", resources: brought("acl {"), expect: "fail", property: "acl.enabled" },
  {
    title: "a file that is not known yet",
    resources: brought(UNKNOWN),
    expect: "notEvaluated",
    property: "acl",
  },
  {
    title: "files that are not known yet",
    resources: withContainer("consul-files", { uploads: UNKNOWN }),
    expect: "notEvaluated",
    property: "uploads",
  },
  {
    title: "a file whose name is not known yet",
    resources: brought("{}", UNKNOWN),
    expect: "notEvaluated",
    property: "uploads",
  },
  {
    title: "another file than the one of the catalog",
    resources: brought(JSON.stringify({ acl: DENY }), "/consul/config/other.json"),
    expect: "fail",
    property: "uploads",
  },
  {
    title: "nobody who brings the file",
    resources: all.filter(({ name }) => name !== "consul-files"),
    expect: "fail",
    property: "uploads",
    found: null,
  },
  {
    title: "the command line has the last word",
    resources: told("-hcl=acl { enabled = false }"),
    expect: "fail",
    property: "command",
    found: "-hcl with acl",
  },
  {
    title: "the same in two words",
    resources: told("-hcl", 'acl { default_policy = "allow" }'),
    expect: "fail",
    property: "command",
  },
  { title: "the command line says other things", resources: told("-hcl=raft_protocol = 3"), expect: "pass" },
  {
    title: "a command line that is not known yet",
    resources: withContainer("consul", { command: ["agent", UNKNOWN] }),
    expect: "notEvaluated",
    property: "command",
  },
  {
    title: "a file that Consul is not told to read",
    resources: movedTo(),
    expected: elsewhere,
    expect: "fail",
    property: "command",
  },
  {
    title: "a file that Consul is told to read",
    resources: movedTo("-config-file=/etc/access/fleet.json"),
    expected: elsewhere,
    expect: "pass",
  },
  {
    title: "a folder that Consul is told to read",
    resources: movedTo("-config-dir", "/etc/access/"),
    expected: elsewhere,
    expect: "pass",
  },
  {
    title: "a folder above the one with the file, where Consul does not look",
    resources: movedTo("-config-dir=/etc"),
    expected: elsewhere,
    expect: "fail",
    property: "command",
  },
]);

it("never shows what stands in the file", () => {
  const token = "11111111-2222-3333-4444-555555555555";
  const line = {
    title: "",
    resources: acl({ tokens: { default: token }, enabled: token }),
    expect: "fail",
  } as const;
  const report = judge(registryNeedsToken, line);
  expect(report.findings).toHaveLength(2);
  expect(JSON.stringify(report)).not.toContain(token.slice(0, 8));
});
