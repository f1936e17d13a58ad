import type { ResourceValidationArgs, ResourceValidationPolicy } from "@pulumi/policy";
import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import type { PropertyValue, ResourceView } from "../../fleet/resource";
import { TIERS } from "../../fleet/tier";
import { policiesOf } from "../../policies/pack/policies";
import { hasUnknown } from "../../policies/read/values";
import type { ResourceRule } from "../../policies/rule";
import { RULES } from "../../policies/rules";
import { expectedIn, judge } from "../rules/cases";
import { goodContainer, goodServiceContainer, goodSleeper } from "../rules/good";
import { loadTables } from "../support/tables";

const tables = loadTables();
const mending = RULES.filter((rule): rule is ResourceRule => rule.scope === "resource" && !!rule.mend);
const dev = expectedIn("dev");
const asMended = (rule: ResourceRule, resource: ResourceView): ResourceView | null => {
  const mended = rule.mend?.(resource, dev) ?? null;
  return mended === null ? null : { ...resource, properties: { ...resource.properties, ...mended } };
};
const failures = (rule: ResourceRule, resource: ResourceView) =>
  judge(rule, { title: "", tier: "dev", resources: [resource], expect: "pass" }).rules[0];

it("is left to labels, log rotation and the restart policy", () => {
  expect(mending.map(({ id }) => id).sort()).toEqual([
    "container-labels",
    "container-log-rotation",
    "container-restart-policy",
  ]);
});

/** The property each rule may set. */
const MAY_SET: Readonly<Record<string, readonly string[]>> = {
  "container-labels": ["labels"],
  "container-log-rotation": ["logDriver", "logOpts"],
  "container-restart-policy": ["restart"],
};

describe.each(mending.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  const cases = (tables.find((table) => table.rule.id === id)?.cases ?? []).filter(
    ({ expected }) => expected === undefined,
  );
  const containers = cases.flatMap(({ title, resources }) =>
    resources.filter(({ type }) => type === CONTAINER).map((resource) => [title, resource] as const),
  );

  it.each(containers)("%s: mended it passes, and nothing else is changed", (_title, resource) => {
    const given = Object.keys(resource.properties);
    const mended = asMended(rule, resource);
    if (mended === null) return;
    expect(failures(rule, resource)?.failed).toBeGreaterThan(0);
    expect(failures(rule, mended)).toMatchObject({ failed: 0, notEvaluated: 0, passed: 1 });
    for (const key of new Set([...given, ...Object.keys(mended.properties)]))
      if (!MAY_SET[id]?.includes(key)) expect(mended.properties[key]).toBe(resource.properties[key]);
    expect(rule.mend?.(mended, dev)).toBeNull();
  });

  it("mends at least one case of its table, and none that passes", () => {
    const mended = containers.filter(([, resource]) => asMended(rule, resource) !== null);
    expect(mended.length).toBeGreaterThan(0);
    for (const [, resource] of containers)
      if (failures(rule, resource)?.failed === 0) expect(rule.mend?.(resource, dev)).toBeNull();
  });

  it("never touches what holds a value that is not known", () => {
    const unknown = containers.filter(([, { properties }]) =>
      (MAY_SET[id] ?? []).some((key) => hasUnknown(properties[key])),
    );
    expect(unknown.length).toBeGreaterThan(0);
    for (const [, resource] of unknown) expect(rule.mend?.(resource, dev)).toBeNull();
  });

  it("mends in dev alone, and validates everywhere", () => {
    const broken = containers.find(([, resource]) => asMended(rule, resource) !== null)?.[1];
    if (broken === undefined) throw new Error("nothing of the table is mended");
    for (const tier of TIERS) {
      const [policy] = policiesOf([rule], () => expectedIn(tier)) as ResourceValidationPolicy[];
      expect(policy?.validateResource).toBeDefined();
      const args = { type: CONTAINER, name: broken.name, opts: {}, props: { ...broken.properties } };
      const answer = policy?.remediateResource?.(args as unknown as ResourceValidationArgs);
      if (tier === "dev") expect(answer).toBeDefined();
      else expect([answer, args.props]).toEqual([undefined, broken.properties]);
      if (tier === "dev") expect(policy?.enforcementLevel).toBe("remediate");
      else expect(policy?.enforcementLevel).not.toBe("remediate");
    }
  });
});

describe("what is set", () => {
  const rule = (id: string) => mending.find((one) => one.id === id) as ResourceRule;
  const labels = (list: PropertyValue) =>
    rule("container-labels").mend?.(goodContainer({ labels: list }), dev);
  const good = rule("container-labels").mend?.(goodContainer({ labels: undefined }), dev)?.labels;

  it("are the labels of the catalog, after those that were there, each once", () => {
    const list = good as readonly { label: string; value: string }[];
    expect(list.length).toBeGreaterThan(2);
    const own = { label: "team.note", value: "mine" };
    const [first, ...rest] = list;
    const wrong = { label: first?.label ?? "", value: "wrong" };
    expect(labels([own, wrong, ...rest, wrong])).toEqual({ labels: [own, ...list] });
    expect(labels([own, ...list])).toBeNull();
    expect(labels([{ label: UNKNOWN, value: "x" }])).toBeNull();
    expect(labels([{ label: "other", value: UNKNOWN }])).toBeNull();
  });

  it("is the rotation of the profile, and options beside it stay", () => {
    const mend = rule("container-log-rotation").mend;
    const { logMaxSize, logMaxFiles } = dev.catalog.profiles.container;
    const options = { "max-size": logMaxSize, "max-file": String(logMaxFiles) };
    const bare = goodContainer({ logDriver: undefined, logOpts: undefined });
    expect(mend?.(bare, dev)).toEqual({ logDriver: "json-file", logOpts: options });
    const local = goodContainer({ logDriver: "local", logOpts: { compress: "true", "max-size": "1g" } });
    expect(mend?.(local, dev)).toEqual({ logOpts: { compress: "true", ...options } });
    for (const logDriver of ["syslog", "none"]) expect(mend?.(goodContainer({ logDriver }), dev)).toBeNull();
  });

  it("is the restart policy of the pool", () => {
    const mend = rule("container-restart-policy").mend;
    expect(mend?.(goodContainer({ restart: "no" }), dev)).toEqual({ restart: "unless-stopped" });
    expect(mend?.(goodServiceContainer({ restart: "no" }), dev)).toEqual({ restart: "unless-stopped" });
    expect(mend?.(goodSleeper({ restart: "always" }), dev)).toEqual({ restart: "no" });
  });
});
