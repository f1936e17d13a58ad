import { checkStack } from "../../cli/pipeline";
import { Timings } from "../../cli/timings";
import { parseDay } from "../../fleet/units/day";
import type { Day } from "../../fleet/units/day";
import type { Finding } from "../../policies/finding";
import { foundText, wordFinding } from "../../policies/wording";
import { fleetWith } from "../support/fleet";
import { Project, problemsOf } from "../support/project";
import { CASES, DAY, RULES_OF_CASES, STACK, entry, exemptionsFile, prepare } from "./cases";
import type { ExemptionCase } from "./cases";

let project: Project;
beforeEach(() => {
  project = new Project();
});
afterEach(() => project.remove());

const day = (text: string) => parseDay(text) as Day;

function expectCase(findings: readonly Finding[], line: ExemptionCase): void {
  const own = findings.filter(({ rule }) => RULES_OF_CASES.includes(rule));
  const said = own.map((finding) => [finding.rule, wordFinding(finding).verdict]);
  expect(said.sort()).toEqual(line.expect.map(([rule, verdict]) => [rule, verdict]).sort());
  for (const [rule, , found] of line.expect)
    expect(
      own
        .filter((each) => each.rule === rule)
        .map((each) => foundText(each.found))
        .join(),
    ).toContain(found);
}

describe("the table of exemptions", () => {
  it.each(CASES.map((line) => [line.title, line] as const))("judges directly: %s", (_title, line) => {
    prepare(project, line);
    const { report } = checkStack(project.root, STACK, new Timings(), day(line.today ?? DAY));
    expectCase(report.findings, line);
    const blocked = line.expect.some(([, verdict]) => verdict === "blocks");
    expect(report.summary.blocking).toBe(blocked ? 1 : 0);
    expect(report.summary.exempted).toBe(line.expect.filter(([, verdict]) => verdict === "exempted").length);
  });

  it.each(CASES.map((line) => [line.title, line] as const))("fleet check: %s", (_title, line) => {
    prepare(project, line);
    const run = fleetWith(
      { SUTAZAI_FLEET_TODAY: line.today ?? DAY },
      ...["check", "--stack", STACK, "--dir", project.root, "--format", "json"],
    );
    expect(run.err).toBe("");
    expectCase((JSON.parse(run.out) as { findings: Finding[] }).findings, line);
    expect(run.code).toBe(line.expect.some(([, verdict]) => verdict === "blocks") ? 1 : 0);
  });
});

it("names who let it through, until when and where", () => {
  prepare(project, { title: "", entries: [entry()], expect: [] });
  const { report } = checkStack(project.root, STACK, new Timings(), day(DAY));
  expect(report.findings.find(({ suppression }) => suppression !== null)?.suppression).toEqual({
    kind: "exemption",
    reason: "the model does not fit until it is quantised",
    place: { file: "catalog/exemptions.yaml", line: 3, column: 5 },
    ticket: "FLEET-12",
    owner: "machine-learning",
    approver: "platform",
    expires: "2026-07-31",
  });
});

describe("a file that can't be relied on", () => {
  const problems = (...entries: string[]) => {
    project.write("catalog/exemptions.yaml", exemptionsFile(entries));
    return problemsOf(() => checkStack(project.root, "dev"));
  };

  it.each([
    [
      "an unknown rule",
      { rule: "container-memory-limi" },
      "unknown-rule",
      "did you mean container-memory-limit?",
      3,
    ],
    ["an unknown agent", { agents: "[autogp]" }, "unknown-agent", "did you mean autogpt?", 4],
    ["a pattern for nobody", { agents: "['x*y']" }, "unknown-agent", "remove it", 4],
    ["an unknown service", { services: "[rabitmq]" }, "unknown-service", "did you mean rabbitmq?", 12],
    [
      "a rule without exceptions",
      { rule: "container-no-docker-socket" },
      "exemption-forbidden",
      "keep the rule",
      3,
    ],
    ["a rule about exemptions", { rule: "exemption-expired" }, "exemption-forbidden", "keep the rule", 3],
    [
      "everybody in prod",
      { agents: "['*']", tiers: "[prod]", expires: "2026-06-20" },
      "exemption-too-wide",
      "name the agents",
      4,
    ],
    [
      "everybody in prod, twice",
      { agents: "['**']", tiers: "[prod]", expires: "2026-06-20" },
      "exemption-too-wide",
      "name the",
      4,
    ],
    ["an owner who approves", { approver: "Machine-Learning" }, "exemption-approver", "whoever reviewed", 8],
    ["a day that does not exist", { expires: "2026-06-31" }, "wrong-day", "write a day", 11],
    ["an end before the beginning", { expires: "2026-05-31" }, "wrong-day", "last day", 11],
    ["more days than the tier allows", { expires: "2026-08-31" }, "exemption-too-long", "end earlier", 11],
    [
      "a cap of a rule without amounts",
      { rule: "container-init", cap: "2GiB" },
      "exemption-cap",
      "remove the cap",
      12,
    ],
    ["a cap in another unit", { cap: "1500m" }, "exemption-cap", "rule's unit", 12],
    ["a cap of thousands", { cap: "2000MB" }, "exemption-cap", "rule's unit", 12],
    ["an unknown key", { approvr: "platform" }, "unknown-key", "did you mean approver?", 12],
    ["no agents", { agents: "[]" }, "wrong-value", "add at least one", 4],
  ] as const)("%s", (_title, changes, code, fix, line) => {
    const found = problems(entry(changes));
    expect(found).toMatchObject([{ code, place: { file: "catalog/exemptions.yaml", line } }]);
    expect(found[0]?.fix).toContain(fix);
    expect(typeof found[0]?.found).toBe("string");
    expect(typeof found[0]?.wanted).toBe("string");
  });

  it("an exemption for nobody", () => {
    const text = entry().replace(/ {4}agents: .*\n/, "");
    expect(problems(text)).toMatchObject([{ code: "exemption-nobody", place: { line: 3 } }]);
  });

  it("the strictest of its tiers decides how long it may count, where everybody may be exempt in dev", () => {
    const [problem] = problems(entry({ tiers: "[dev, prod]" }));
    expect(problem?.code).toBe("exemption-too-long");
    expect(problem?.message).toContain("30 days in prod");
    project.write("catalog/exemptions.yaml", exemptionsFile([entry({ tiers: "[dev]", agents: "['*']" })]));
    expect(() => checkStack(project.root, "dev")).not.toThrow();
  });

  it("a tier that says nothing of exemptions has none, not for a day", () => {
    project.edit("stacks/tiers.yaml", "    exemptions: { longest: 90d, warn: 14d }\n", "");
    expect(problems(entry({ expires: "2026-06-01" }))).toMatchObject([
      { code: "exemption-too-long", message: "tier staging has no exemptions", place: { line: 5 } },
    ]);
  });

  it("one mistake hides no other, and none of the catalog's", () => {
    project.edit("catalog/agents.yaml", "    group: safety\n", "    group: safty\n");
    expect(problems(entry({ owner: "''" }), entry({ created: "tomorrow" })).map(({ code }) => code)).toEqual([
      "unknown-group",
      "wrong-value",
      "wrong-value",
    ]);
    project.edit("catalog/agents.yaml", "    group: safty\n", "    group: safety\n");
    expect(
      problems(entry({ rule: "nothing-like-it" }), entry({ approver: "machine-learning" })).map(
        ({ code }) => code,
      ),
    ).toEqual(["unknown-rule", "exemption-approver"]);
  });

  it("stops the check: nothing is judged with half of what was decided", () => {
    prepare(project, { title: "", entries: [entry(), "  - nonsense\n"], expect: [] });
    const run = fleetWith({ SUTAZAI_FLEET_TODAY: DAY }, "check", "--stack", STACK, "--dir", project.root);
    expect(run.code).toBe(2);
    expect(run.out).toBe("");
    expect(run.err).toContain("catalog/exemptions.yaml:12:5");
  });
});
