import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { checkStack } from "../../cli/pipeline";
import { fleet } from "../support/fleet";
import { Project, problemsOf } from "../support/project";
import { LIMIT, prepare } from "./cases";

const FILE = "catalog/baseline.yaml";
const MEMORY = "    role: autonomous-tasks\n    memory: 2GiB\n";
let project: Project;
beforeEach(() => {
  project = new Project();
  prepare(project, { title: "", entries: null, expect: [] });
});
afterEach(() => project.remove());

const run = (...args: string[]) => fleet(...args, "--stack", "staging", "--dir", project.root);
/** Findings of the image lock are those of a fleet that nobody locked yet. */
const counted = () => {
  const { summary, findings } = checkStack(project.root, "staging").report;
  return { ...summary, unused: findings.filter(({ rule }) => rule === "baseline-unused").length };
};

it("takes in what is found once, and then blocks nothing but what is new", () => {
  expect(run("check").code).toBe(1);
  const written = run("baseline", "write");
  expect([written.code, written.err]).toEqual([0, ""]);
  expect(written.out).toMatch(/^catalog\/baseline\.yaml: \d+ findings of stack staging\n$/);
  expect(counted()).toMatchObject({ blocking: 0, advisory: 0, exempted: 0, unused: 0 });
  expect(counted().baselined).toBeGreaterThan(1);
  const check = run("check", "--format", "markdown");
  expect(check.code).toBe(0);
  expect(check.out).toContain("| baseline | autogpt | memory 2 GiB → at most 1 GiB |");

  const role = "    role: multi-agent-conversation\n";
  project.edit("catalog/agents.yaml", role, `${role}    memory: 2GiB\n`);
  expect(counted()).toMatchObject({ blocking: 1 });
  const before = project.read(FILE);
  const update = run("baseline", "update");
  expect(update.code).toBe(1);
  expect(update.err).toContain("1 finding not taken in: a baseline may only shrink");
  expect(project.read(FILE)).toBe(before);
});

it("says what is no longer found, and takes it out", () => {
  run("baseline", "write");
  project.edit("catalog/agents.yaml", MEMORY, "    role: autonomous-tasks\n");
  expect(counted()).toMatchObject({ blocking: 0, unused: 1 });
  const update = run("baseline", "update");
  expect(update.code).toBe(0);
  expect(update.out).toContain("1 finding taken out");
  expect(project.read(FILE)).not.toContain(LIMIT);
  expect(counted()).toMatchObject({ blocking: 0, unused: 0 });
  project.edit("catalog/agents.yaml", "    role: autonomous-tasks\n", MEMORY);
  expect(counted()).toMatchObject({ blocking: 1 });
});

it("is of one stack, and leaves those of others", () => {
  run("baseline", "write");
  expect(checkStack(project.root, "prod").report.summary.baselined).toBe(0);
  const prod = fleet("baseline", "write", "--stack", "prod", "--dir", project.root);
  expect(prod.code).toBe(0);
  expect(counted()).toMatchObject({ blocking: 0 });
  expect(checkStack(project.root, "prod").report.summary.blocking).toBe(0);
});

it("is written once, and updated only where there is one", () => {
  const missing = run("baseline", "update");
  expect([missing.code, missing.out]).toEqual([2, ""]);
  expect(missing.err).toContain("[baseline-missing]");
  expect(existsSync(join(project.root, FILE))).toBe(false);
  run("baseline", "write");
  const before = project.read(FILE);
  const again = run("baseline", "write");
  expect(again.code).toBe(2);
  expect(again.err).toContain("[baseline-exists]");
  expect(project.read(FILE)).toBe(before);
});

it("covers no rule without exceptions", () => {
  project.write("stacks/Pulumi.production.yaml", "config:\n  sutazai-fleet:tier: prod\n");
  const written = fleet("baseline", "write", "--stack", "production", "--dir", project.root);
  expect(written.err).toContain("1 finding of rules without exceptions not taken in");
  const { findings } = checkStack(project.root, "production").report;
  expect(findings.filter(({ suppression }) => suppression === null)).toMatchObject([
    { rule: "tier-fits-stack" },
  ]);
  // Nor when somebody writes the entry by hand.
  const { fingerprint = "" } = findings.find(({ rule }) => rule === "tier-fits-stack") ?? {};
  const entry = `    - { fingerprint: "${fingerprint}", rule: tier-fits-stack, subject: stack, property: tier }\n`;
  project.edit(FILE, '  "production":\n', `  "production":\n${entry}`);
  expect(checkStack(project.root, "production").report.summary.blocking).toBe(1);
});

it("fails closed when it can't be read", () => {
  project.write(
    FILE,
    'version: 1\nstacks: { staging: [{ fingerprint: "x", rule: container-memory-limi }] }\n',
  );
  expect(problemsOf(() => checkStack(project.root, "staging")).map(({ code }) => code)).toEqual([
    "missing-key",
    "missing-key",
    "wrong-value",
    "unknown-rule",
  ]);
});

it("grows in no pull request", () => {
  const git = (...args: string[]) => execFileSync("git", args, { cwd: project.root, encoding: "utf8" });
  const commit = () => {
    git("add", ".");
    git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "--quiet", "--message=x");
  };
  git("init", "--quiet", "--initial-branch=main");
  commit();
  run("baseline", "write");
  // The first one is a decision of its own.
  expect(run("diff", "--base", "HEAD").code).toBe(0);
  commit();
  const role = "    role: multi-agent-conversation\n";
  project.edit("catalog/agents.yaml", role, `${role}    memory: 2GiB\n`);
  const text = project.read(FILE);
  execFileSync("rm", [join(project.root, FILE)]);
  run("baseline", "write");
  const diff = run("diff", "--base", "HEAD");
  expect(diff.out).toContain("newly in the baseline: agent autogen");
  expect(diff.code).toBe(1);
  project.write(FILE, text);
});
