import { checkStack } from "../../cli/pipeline";
import { Project, problemsOf } from "../support/project";

describe("overrides of rules", () => {
  it("have to name rules that exist, and say which was meant", () => {
    const project = new Project();
    try {
      project.edit("stacks/tiers.yaml", "- rule: image-locked", "- rule: image-loked");
      expect(problemsOf(() => checkStack(project.root, "staging"))).toMatchObject([
        {
          code: "unknown-rule",
          found: "image-loked",
          fix: "did you mean image-locked?",
          place: { file: "stacks/tiers.yaml", column: 15 },
        },
      ]);
    } finally {
      project.remove();
    }
  });

  it("change the level of the rule in that tier", () => {
    const project = new Project();
    try {
      const levelIn = (stack: string) =>
        checkStack(project.root, stack).report.rules.find((rule) => rule.id === "image-locked")?.level;
      expect(["staging", "prod"].map(levelIn)).toEqual(["advisory", "mandatory"]);
    } finally {
      project.remove();
    }
  });
});
