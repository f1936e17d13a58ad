import type {
  PolicyResource,
  ResourceValidation,
  ResourceValidationArgs,
  ResourceValidationPolicy,
} from "@pulumi/policy";
import { namePattern } from "../../fleet/glob";
import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import type { TierName } from "../../fleet/tier";
import { configurationProblems } from "../../policies/pack/configuration";
import { contextOf } from "../../policies/pack/context";
import { policiesOf } from "../../policies/pack/policies";
import { viewOfArgs, viewOfResource } from "../../policies/pack/resource-view";
import type { Finding } from "../../policies/finding";
import { PASS } from "../../policies/rule";
import type { ResourceRule } from "../../policies/rule";
import { TODAY, expectedIn } from "../rules/cases";
import { ROOT } from "../support/project";

const URN = "urn:pulumi:dev::sutazai-fleet::sutazai:fleet:Agent$docker:index/container:Container::autogpt";
const PARENT = "urn:pulumi:dev::sutazai-fleet::sutazai:fleet:Pool$sutazai:fleet:Agent::autogpt";
const opts = { protect: true, ignoreChanges: ["image"], parent: PARENT } as ResourceValidationArgs["opts"];

/** A property that throws as the SDK does where a value is not known. */
function unknowing(known: object, ...unknown: string[]): Record<string, unknown> {
  const props = { ...known };
  for (const key of unknown) {
    const get = () => {
      throw Object.assign(new Error(`${key} can't be known`), { unknownTypeSentinel: "x" });
    };
    Object.defineProperty(props, key, { enumerable: true, get });
  }
  return props;
}

describe("a resource as the engine hands it over", () => {
  it("keeps values and options, and says which values are not known, however deep", () => {
    const props = unknowing({ name: "a", labels: [unknowing({ label: "l" }, "value")], none: null }, "image");
    expect(viewOfArgs({ type: CONTAINER, name: "autogpt", props, opts })).toEqual({
      type: CONTAINER,
      name: "autogpt",
      properties: { name: "a", labels: [{ label: "l", value: UNKNOWN }], none: null, image: UNKNOWN },
      options: { protect: true, ignoreChanges: ["image"], parent: "sutazai:fleet:Agent::autogpt" },
    });
  });

  it("has the containers that it waits for, where the engine tells them", () => {
    const other = (type: string, name: string) => ({ type, name }) as PolicyResource;
    const dependencies = [other("docker:index/network:Network", "network"), other(CONTAINER, "consul")];
    const resource = { type: CONTAINER, name: "autogpt", props: {}, opts, dependencies } as unknown;
    expect(viewOfResource(resource as PolicyResource).options.dependsOn).toEqual(["consul"]);
  });
});

describe("what a provider notes", () => {
  it("is left out at every depth: nobody declared it", () => {
    const ports = [{ internal: 80, protocol: "tcp", __defaults: ["protocol"] }];
    const { properties } = viewOfArgs({
      type: CONTAINER,
      name: "autogpt",
      props: { ports, __defaults: [] },
      opts,
    });
    expect(properties).toEqual({ ports: [{ internal: 80, protocol: "tcp" }] });
  });
});

describe("mending", () => {
  const rule: ResourceRule = {
    id: "restart-policy",
    description: "restart",
    category: "style",
    severity: "low",
    rationale: "so",
    remediation: "set it",
    scope: "resource",
    types: [CONTAINER],
    check: ({ properties }) =>
      properties["restart"] === "no"
        ? PASS
        : { status: "fail", property: "restart", found: "always", wanted: "no" },
    mend: ({ properties }) => (properties["restart"] === "no" ? null : { restart: "no" }),
  };
  const policy = (tier: TierName): ResourceValidationPolicy | undefined =>
    policiesOf([rule], () => expectedIn(tier))[0];
  const args = (restart: string) =>
    ({
      type: CONTAINER,
      name: "autogpt",
      urn: URN,
      opts,
      props: unknowing({ restart }, "image"),
    }) as unknown as ResourceValidationArgs;

  it("is done in dev, and leaves everything else as it was, unknown values included", () => {
    expect(policy("dev")?.enforcementLevel).toBe("remediate");
    const given = args("always");
    const mended = policy("dev")?.remediateResource?.(given);
    expect(mended).toBe(given.props);
    expect(given.props["restart"]).toBe("no");
    expect(() => given.props["image"] as unknown).toThrow("can't be known");
    expect(policy("dev")?.remediateResource?.(args("no"))).toBeUndefined();
  });

  it("is not done to what was let through, which is told in words and as a finding", () => {
    const dev = expectedIn("dev");
    const exemption = {
      rule: rule.id,
      agents: [namePattern("auto*")],
      services: [],
      reason: "it is restarted by hand",
      owner: "machine-learning",
      approver: "platform",
      ticket: "FLEET-12",
      created: TODAY,
      expires: TODAY,
      cap: null,
      place: () => ({ file: "catalog/exemptions.yaml", line: 3, column: 5 }),
    };
    const exceptions = { ...dev.exceptions, exemptions: [exemption] };
    const told: Finding[] = [];
    const context = () => ({ ...dev, exceptions });
    const [exempted] = policiesOf([rule], context, (finding) =>
      told.push(finding),
    ) as ResourceValidationPolicy[];
    const given = args("always");
    expect(exempted?.remediateResource?.(given)).toBeUndefined();
    expect(given.props["restart"]).toBe("always");

    const reported: unknown[] = [];
    const validate = exempted?.validateResource as ResourceValidation;
    void validate({ ...given, isType: () => true }, (said: unknown) => {
      reported.push(said);
    });
    expect(reported).toMatchObject([{ enforcementLevel: "advisory" }]);
    expect(JSON.stringify(reported)).toContain("exempted  restart always -> no");
    expect(told.map(({ suppression }) => suppression?.ticket)).toEqual(["FLEET-12"]);
  });

  it("is not done anywhere else, where the rule advises or blocks", () => {
    for (const tier of ["local", "staging", "prod"] as const) {
      const given = args("always");
      expect(policy(tier)?.remediateResource?.(given)).toBeUndefined();
      expect(given.props["restart"]).toBe("always");
    }
    expect(policy("local")?.enforcementLevel).toBe("advisory");
    expect(policy("prod")?.enforcementLevel).toBe("mandatory");
  });

  it("comes with validation, so that what can't be mended is still seen", () => {
    expect(policy("dev")?.validateResource).toBeDefined();
    const { tier } = expectedIn("prod").stack;
    const configured = (level: string) =>
      configurationProblems([{ rule: rule.id, level, keys: [] }], [rule], tier);
    expect(configured("mandatory")).toEqual([]);
    expect(configured("remediate")).toEqual([expect.stringContaining("can't be mended in tier prod")]);
  });
});

describe("what the engine says of the run", () => {
  const config = (tier: string) => new Map([["sutazai-fleet:tier", tier]]);

  it("leads to the tier of the stack, with or without organisation and project", () => {
    expect(
      contextOf(ROOT, { stack: "org/sutazai-fleet/prod", config: config("prod") }, TODAY).stack.tier.name,
    ).toBe("prod");
  });

  it.each([null, ""])("is refused without a stack (%p)", (stack) => {
    expect(() => contextOf(ROOT, { stack, config: null }, TODAY)).toThrow("no stack is named");
  });

  it("is refused when the tier is not the stack's", () => {
    expect(() => contextOf(ROOT, { stack: "prod", config: config("dev") }, TODAY)).toThrow(
      "the engine was told tier dev; stacks/Pulumi.prod.yaml:3 says prod",
    );
  });
});
