import { declareResources } from "../../components/declare";
import { checkStack } from "../../cli/pipeline";
import { CONTAINER } from "../../fleet/resource";
import { AGENT, CASES, DAY, RULES_OF_CASES, STACK, prepare } from "../exceptions/cases";
import { Project } from "../support/project";
import { Analyzer, describeWithPulumi } from "../support/pulumi";
import { stateOf } from "../support/state";

describeWithPulumi("exemptions in the real engine", () => {
  const analyzer = new Analyzer();
  afterAll(() => analyzer.remove());
  let project: Project;
  beforeEach(() => {
    project = new Project();
  });
  afterEach(() => project.remove());

  const analyze = (today: string) => {
    const views = declareResources(checkStack(project.root, STACK).plan);
    const own = views.filter(({ type, name }) => type === CONTAINER && name === AGENT);
    const state = stateOf(
      STACK,
      own.map((view) => ({ view })),
    );
    const env = { SUTAZAI_FLEET_ROOT: project.root, SUTAZAI_FLEET_TODAY: today };
    return { own, run: analyzer.analyze(STACK, state, undefined, env) };
  };

  it.each(CASES.map((line) => [line.title, line] as const))(
    "agrees with the table: %s",
    async (_title, line) => {
      prepare(project, line);
      const { own, run } = analyze(line.today ?? DAY);
      expect(own).toHaveLength(1);
      const { violations } = await run;
      const said = violations.filter(({ policyName }) => RULES_OF_CASES.includes(policyName));
      expect(said.map(({ policyName, enforcementLevel }) => [policyName, enforcementLevel]).sort()).toEqual(
        line.expect.map(([rule, verdict]) => [rule, verdict === "blocks" ? "mandatory" : "advisory"]).sort(),
      );
      for (const [rule, verdict, found] of line.expect) {
        const messages = said.filter(({ policyName }) => policyName === rule).map(({ message }) => message);
        expect(messages.join("\n")).toContain(`  ${verdict}  `);
        expect(messages.join("\n")).toContain(found);
      }
    },
    240_000,
  );

  it("refuses a file that can't be relied on", async () => {
    const { run } = analyze(DAY);
    project.write("catalog/exemptions.yaml", "version: 1\nexemptions: none\n");
    const { code, stderr, violations } = await run;
    expect(code).not.toBe(0);
    expect(stderr).toContain("catalog/exemptions.yaml:2:13");
    expect(violations).toEqual([]);
  }, 240_000);
});
