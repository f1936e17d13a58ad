import { loadCatalog } from "../../fleet/catalog/load";
import { planFleet } from "../../fleet/plan/plan";
import { TIERS } from "../../fleet/tier";
import { readStack } from "../../stacks/read";
import { Project, ROOT, problemsOf } from "../support/project";

const catalog = loadCatalog(ROOT);

describe("stacks", () => {
  it.each(TIERS)("stack %s keeps the tier of its name", (name) => {
    expect(readStack(ROOT, name, catalog).tier.name).toBe(name);
  });

  it("takes the last part of a full name", () => {
    expect(readStack(ROOT, "organization/sutazai-fleet/dev", catalog).name).toBe("dev");
  });

  it.each(["", "..", "a b", "nosuch"])("refuses %p as a name", (name) => {
    expect(problemsOf(() => readStack(ROOT, name, catalog))[0]?.code).toMatch(/stack-missing|file-missing/);
  });

  describe("broken tiers", () => {
    let project: Project;
    beforeEach(() => {
      project = new Project();
    });
    afterEach(() => project.remove());

    it("refuses a tier that is weaker than the one before it", () => {
      project.edit(
        "stacks/tiers.yaml",
        "enforcement: { critical: mandatory, high: mandatory, medium: mandatory, low: mandatory }\n    overrides: []",
        "enforcement: { critical: mandatory, high: mandatory, medium: advisory, low: mandatory }\n    overrides: []",
      );
      expect(problemsOf(() => readStack(project.root, "prod", catalog))).toMatchObject([
        { code: "tier-weakens", found: "advisory", place: { file: "stacks/tiers.yaml" } },
      ]);
    });

    it.each([
      ["a longer age", "maxDriftReportAge: 4h", "maxDriftReportAge: 2d", "2d"],
      ["no age", "    maxDriftReportAge: 4h\n", "", "nothing"],
    ])("refuses %s of drift reports than the tier before it allows", (_title, from, to, found) => {
      project.edit("stacks/tiers.yaml", from, to);
      expect(problemsOf(() => readStack(project.root, "prod", catalog))).toMatchObject([
        { code: "tier-weakens", found, wanted: "at most 24h, as before it" },
      ]);
    });

    it("refuses a registry that is open where that of the tier before it is not", () => {
      project.edit(
        "stacks/tiers.yaml",
        "    maxDriftReportAge: 4h\n    registryAccess: tokens\n",
        "    maxDriftReportAge: 4h\n",
      );
      expect(problemsOf(() => readStack(project.root, "prod", catalog))).toMatchObject([
        { code: "tier-weakens", found: "nothing, which is open", wanted: "tokens, as before it" },
      ]);
    });

    const LIMITS = "limits: { ollama: { cpu: 2 } }";
    it("gives a service less than the catalog does, and says why", () => {
      project.edit("stacks/tiers.yaml", LIMITS, "limits: { ollama: { cpu: 500m, memory: 1GiB } }");
      const catalogOf = loadCatalog(project.root);
      const { services } = planFleet(catalogOf, readStack(project.root, "local", catalogOf));
      expect(services.find(({ name }) => name === "ollama")).toMatchObject({
        cpu: { value: 500, why: "its limit in tier local", from: { file: "stacks/tiers.yaml" } },
        memory: { value: 1024, why: "its limit in tier local", from: { file: "stacks/tiers.yaml" } },
      });
    });

    it.each([
      ["{ ollama: { cpu: 8 } }", "wrong-value", "lower it, or raise cpu of ollama in catalog/services.yaml"],
      [
        "{ ollama: { memory: 3GiB } }",
        "wrong-value",
        "lower it, or raise memory of ollama in catalog/services.yaml",
      ],
      ["{ olama: { cpu: 1 } }", "unknown-service", "did you mean ollama?"],
      ["{ ollama: { cpus: 1 } }", "unknown-key", "did you mean cpu?"],
      ["{ ollama: {} }", "wrong-value", ""],
    ])("refuses limits: %s", (limits, code, fix) => {
      project.edit("stacks/tiers.yaml", LIMITS, `limits: ${limits}`);
      const [problem] = problemsOf(() => readStack(project.root, "local", catalog));
      expect(problem).toMatchObject({ code, fix: expect.stringContaining(fix) as string });
      expect(problem?.place).toMatchObject({ file: "stacks/tiers.yaml" });
    });

    it("refuses a stack whose tier does not exist", () => {
      project.write("stacks/Pulumi.dev.yaml", "config:\n  sutazai-fleet:tier: prodd\n");
      expect(problemsOf(() => readStack(project.root, "dev", catalog))).toMatchObject([
        { code: "stack-tier", fix: "did you mean prod?", place: { line: 2 } },
      ]);
    });

    it("refuses an override without a reason", () => {
      project.edit(
        "stacks/tiers.yaml",
        '        reason: "a new tag is tried here before its digest is locked; prod blocks it"\n',
        "",
      );
      expect(problemsOf(() => readStack(project.root, "dev", catalog))).toMatchObject([
        { code: "missing-key" },
      ]);
    });
  });
});
