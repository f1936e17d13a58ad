import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020";
import { fleet, fleetWith } from "../support/fleet";
import { expectGolden } from "../support/golden";
import { Project, ROOT } from "../support/project";

let project: Project;
beforeEach(() => {
  project = new Project();
});
afterEach(() => project.remove());

const AGENTS = "catalog/agents.yaml";

/** Three agents with more memory than the profile allows. */
function threeFindings(): void {
  for (const role of ["autonomous-tasks", "multi-agent-conversation", "emergency-management"]) {
    project.edit(AGENTS, `    role: ${role}\n`, `    role: ${role}\n    memory: 2GiB\n`);
  }
}

function broken(): void {
  project.edit(AGENTS, "    role: autonomous-tasks\n", "    role: autonomous-tasks\n    memory: 128\n");
  project.edit(AGENTS, "    group: safety\n", "    group: safty\n");
  project.edit("catalog/profiles.yaml", "start: 128MiB", "start: 128 MB");
}

function validatorOf(name: string) {
  const schema = JSON.parse(readFileSync(join(ROOT, "docs/schemas", name), "utf8")) as object;
  return new Ajv2020({ strict: true, allErrors: true }).compile(schema);
}

describe("the text output", () => {
  it("of a clean fleet", () => {
    const { code, out, err } = fleet("check", "--stack", "dev", "--dir", project.root);
    expect([code, err]).toEqual([0, ""]);
    expectGolden("check-dev-clean.txt", out);
  });

  it("of three findings that block", () => {
    threeFindings();
    const { code, out, err } = fleet("check", "--stack", "staging", "--dir", project.root);
    expect([code, err]).toEqual([1, ""]);
    expectGolden("check-staging-three-findings.txt", out);
  });

  it("of a broken catalog: on stderr, with nothing on stdout and nothing written", () => {
    broken();
    const { code, out, err } = fleet("report", "--stack", "dev", "--dir", project.root);
    expect([code, out]).toEqual([2, ""]);
    expect(readdirSync(project.root).sort()).toEqual(["catalog", "stacks"]);
    expectGolden("check-broken-catalog.txt", err);
  });
});

describe("the JSON output", () => {
  const report = validatorOf("report.schema.json");
  const problems = validatorOf("problems.schema.json");

  it.each([
    ["dev", [], 0],
    ["staging", [], 1],
    ["staging", ["--agent", "auto*"], 1],
  ] as const)("of stack %s %p fits its schema", (stack, more, code) => {
    if (stack === "staging") threeFindings();
    const run = fleet("check", "--stack", stack, "--format", "json", "--dir", project.root, ...more);
    expect(run.code).toBe(code);
    report(JSON.parse(run.out));
    expect(report.errors ?? []).toEqual([]);
  });

  it("of problems fits its schema, and stands on stdout", () => {
    broken();
    const { code, out, err } = fleet("check", "--stack", "dev", "--format", "json", "--dir", project.root);
    expect([code, err]).toEqual([2, ""]);
    const printed = JSON.parse(out) as { problems: unknown[] };
    problems(printed);
    expect(problems.errors ?? []).toEqual([]);
    expect(printed.problems).toHaveLength(3);
    const missing = fleet("check", "--format", "json", "--dir", project.root);
    expect(problems(JSON.parse(missing.out))).toBe(true);
  });

  it("has schemas that refuse what is none", () => {
    expect(report({})).toBe(false);
    expect(problems({ schemaVersion: 1, problems: [{ code: "x" }], omitted: 0 })).toBe(false);
  });
});

describe("colours", () => {
  it("are printed when they are forced, and never with NO_COLOR", () => {
    const args = ["check", "--stack", "dev", "--dir", project.root];
    expect(fleetWith({ FORCE_COLOR: "1", NO_COLOR: "" }, ...args).out).toContain("\u001b[");
    expect(fleetWith({ FORCE_COLOR: "1", NO_COLOR: "1" }, ...args).out).not.toContain("\u001b[");
  });
});

describe("many problems", () => {
  it("are cut after 50, and the rest is counted", () => {
    project.write(AGENTS, project.read(AGENTS).replace(/^ {4}role: /gm, "    rolle: "));
    const { code, err } = fleet("check", "--stack", "dev", "--dir", project.root);
    expect(code).toBe(2);
    expect(err.match(/^error /gm)).toHaveLength(50);
    expect(err).toContain("... and 88 more");
    expect(err).toContain("138 errors.");
  });
});

it("colours nothing that is no terminal, not even in CI", () => {
  const env = { NO_COLOR: "", FORCE_COLOR: "0", CI: "true" };
  expect(fleetWith(env, "check", "--stack", "dev", "--agent", "none").err).not.toContain("\u001b");
  expect(fleetWith(env, "check", "--stack", "dev").out).not.toContain("\u001b");
});
