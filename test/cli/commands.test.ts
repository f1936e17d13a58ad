import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { refuseGivenDay } from "../../cli/clock";
import { ENGINE_ERROR_CODES } from "../../cli/engine/engine-error";
import { pageOf } from "../../cli/explain/all-pages";
import { PROBLEM_CODES } from "../../fleet/problem";
import type { TierName } from "../../fleet/tier";
import { RULES } from "../../policies/rules";
import { expectedIn } from "../rules/cases";
import { FLEET, fleet, fleetWith } from "../support/fleet";
import { Project, ROOT } from "../support/project";

describe("fleet explain", () => {
  it.each([...PROBLEM_CODES, ...ENGINE_ERROR_CODES])("has a page for %s", (code) => {
    const { title, meaning, example, fix } = pageOf(code) ?? {};
    for (const text of [title, meaning, example, fix]) expect(text?.trim().length).toBeGreaterThan(5);
    expect(existsSync(join(ROOT, "docs/errors", `${code}.md`))).toBe(true);
  });

  it("explains a problem", () => {
    const { code, out } = fleet("explain", "wrong-unit");
    expect(code).toBe(0);
    expect(out).toMatch(/^wrong-unit {2}A unit is missing or wrong\n/);
    expect(out).toContain("    memory: 128 MB\n");
    expect(out).toContain("How to fix it");
  });

  it("explains a rule, with its level in each tier and why", () => {
    const { code, out } = fleet("explain", "image-locked");
    expect(code).toBe(0);
    expect(out).toMatch(/dev +mandatory/);
    expect(out).toMatch(/staging +advisory \(own level: a new tag is tried here/);
    expect(out).toMatch(/prod +mandatory/);
  });

  it("lists everything without a name", () => {
    const { out } = fleet("explain");
    for (const name of [...PROBLEM_CODES, ...ENGINE_ERROR_CODES, ...RULES.map(({ id }) => id)])
      expect(out).toContain(`  ${name} `);
  });

  it("explains what stops the engine", () => {
    const { code, out } = fleet("explain", "disk-full");
    expect(code).toBe(0);
    expect(out).toMatch(/^disk-full {2}The disk is full\n/);
  });

  it("asks what was meant", () => {
    const { code, out, err } = fleet("explain", "wrong-units");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("did you mean wrong-unit?");
  });
});

describe("filters of fleet check", () => {
  const project = new Project();
  beforeAll(() => {
    // autogpt is hot, autogen is warm.
    for (const role of ["autonomous-tasks", "multi-agent-conversation"]) {
      project.edit("catalog/agents.yaml", `role: ${role}\n`, `role: ${role}\n    memory: 2GiB\n`);
    }
  });
  afterAll(() => project.remove());
  const check = (stack: string, ...more: string[]) =>
    fleet("check", "--stack", stack, "--dir", project.root, ...more);

  it("show what passes, count what is left out, and decide the exit code", () => {
    const names = (out: string) => [...out.matchAll(/^agent (\S+)/gm)].map((match) => match[1]);
    const all = check("staging");
    expect(names(all.out)).toHaveLength(2);
    const [first = "", second = ""] = names(all.out);
    const one = check("staging", "--agent", first);
    expect([one.code, names(one.out)]).toEqual([1, [first]]);
    expect(one.out).toMatch(new RegExp(`filter       --agent ${first}: 1 finding shown, \\d+ left out`));
    const both = check("staging", "--agent", `${first.slice(0, 4)}*`);
    expect(names(both.out)).toEqual([first, second]);
    const none = check("staging", "--rule", "agent-registered-once");
    expect([none.code, names(none.out)]).toEqual([0, []]);
    expect(none.out).toContain("nothing in this filter");
    expect(none.out).toMatch(/0 findings shown, \d+ left out/);
    const cold = check("staging", "--pool", "cold", "--agent", first);
    expect([cold.code, names(cold.out)]).toEqual([0, []]);
  });

  it("fail on advice when that is asked for", () => {
    expect(check("dev").code).toBe(0);
    expect(check("dev", "--fail-on", "advisory").code).toBe(1);
    expect(check("dev", "--fail-on", "advisory", "--rule", "agent-registered-once").code).toBe(0);
  });

  it("refuse what does not exist, since it would look clean", () => {
    expect(check("dev", "--agent", "autogn").err).toContain("did you mean autogen?");
    expect(check("dev", "--rule", "image-lockd").err).toContain("did you mean image-locked?");
    for (const filter of [
      ["--agent", "x*y"],
      ["--rule", "x"],
      ["--pool", "x"],
      ["--fail-on", "x"],
    ])
      expect(check("dev", ...filter).code).toBe(2);
  });
});

describe("fleet queue", () => {
  it.each([
    ["/nowhere/at-all", "no such file (ENOENT)"],
    ["/", "a folder (EISDIR)"],
  ])("says why %s can't be read for the password", (file, why) => {
    const { code, err } = fleet("queue", "--stack", "dev", "--password-file", file, "--dir", ROOT);
    expect(code).toBe(2);
    expect(err).toContain(`  found   ${why}\n`);
  });
});

describe("fleet up on another day", () => {
  it.each(["staging", "prod"])("is refused in %s, before anything else is looked at", (stack) => {
    const given = fleetWith({ SUTAZAI_FLEET_TODAY: "2026-01-31" }, "up", "--stack", stack, "--dir", ROOT);
    expect(given.code).toBe(2);
    expect(given.err).toContain("[day-given]");
    expect(given.err).toContain("SUTAZAI_FLEET_TODAY=2026-01-31");
    expect(given.out).toBe("");
  });

  it("is no matter to a preview, and none in dev", () => {
    const given = { SUTAZAI_FLEET_TODAY: "2026-01-31" };
    const project = new Project();
    try {
      // Stopped by the check, so that no engine is looked for.
      const services = project.read("catalog/services.yaml");
      project.write("catalog/services.yaml", services.replace(/user: .*/, 'user: "0:0"'));
      const run = fleetWith(given, "preview", "--stack", "prod", "--dir", project.root);
      expect([run.code, run.err]).toEqual([1, expect.stringContaining("stopped by the check")]);
    } finally {
      project.remove();
    }
    const tierOf = (name: TierName) => ({ name, tier: expectedIn(name).stack.tier });
    expect(() => refuseGivenDay(tierOf("dev"), given)).not.toThrow();
    expect(() => refuseGivenDay(tierOf("prod"), given)).toThrow();
    expect(() => refuseGivenDay(tierOf("prod"), {})).not.toThrow();
  });
});

describe("a stack that is missing", () => {
  it("is asked for with those that exist", () => {
    const { code, err } = fleet("check");
    expect(code).toBe(2);
    expect(err).toContain("one of dev, local, prod, staging");
    expect(err).toContain("--stack");
    expect(fleet("check", "--stack", "stagign").err).toContain("did you mean staging?");
  });
});

/** Bash, or why it is not there. */
const bash = (script: string) => spawnSync("bash", ["-c", script], { cwd: ROOT, encoding: "utf8" });
const CLOSED = `node ${FLEET}`;

describe("a reader that stops early", () => {
  it("leaves no trace", () => {
    for (const format of ["text", "json"]) {
      const script = `set -o pipefail; ${CLOSED} check --stack dev --format ${format} | head -1 >/dev/null`;
      expect(bash(script).stderr).toBe("");
      expect(bash(`${CLOSED} check --stack dev --format ${format} | true`).stderr).toBe("");
    }
    expect(bash(`${CLOSED} check --stack nosuch 2>&1 >/dev/null | true`).stderr).toBe("");
  });
});

describe("completion", () => {
  /** What bash offers after these words, asked as bash asks. */
  function offered(...words: string[]): string[] {
    const run = bash(`
      fleet() { ${CLOSED} "$@"; }
      source <(fleet completion bash)
      COMP_WORDS=(fleet ${words.map((word) => `'${word}'`).join(" ")})
      COMP_CWORD=${words.length}
      _fleet
      printf '%s\\n' "\${COMPREPLY[@]}"`);
    expect(run.stderr).toBe("");
    return run.stdout.trim() === "" ? [] : run.stdout.trim().split("\n");
  }

  it("offers commands, options, stacks, rules and choices in bash", () => {
    expect(offered("")).toEqual(expect.arrayContaining(["check", "report", "explain", "completion"]));
    expect(offered("")).not.toContain("__complete");
    expect(offered("ch")).toEqual(["check"]);
    expect(offered("check", "--f")).toEqual(["--fail-on", "--format"]);
    expect(offered("check", "--stack", "")).toEqual(["dev", "local", "prod", "staging"]);
    expect(offered("check", "-s", "st")).toEqual(["staging"]);
    expect(offered("check", "--rule", "image-l")).toEqual(["image-locked"]);
    expect(offered("check", "--pool", "")).toEqual(["hot", "warm", "cold"]);
    expect(offered("explain", "yaml-")).toEqual(expect.arrayContaining(["yaml-alias", "yaml-syntax"]));
    expect(offered("completion", "z")).toEqual(["zsh"]);
    expect(offered("nosuch", "")).toEqual([]);
  });

  it.each(["bash", "zsh", "fish"])("has a script for %s that the shell accepts", (shell) => {
    const { code, out } = fleet("completion", shell);
    expect(code).toBe(0);
    expect(out).toContain("__complete");
    if (!["/bin", "/usr/bin", "/usr/local/bin"].some((folder) => existsSync(`${folder}/${shell}`))) return;
    const parsed = spawnSync(shell, ["-n"], { input: out, encoding: "utf8" });
    expect([parsed.status, parsed.stderr]).toEqual([0, ""]);
  });

  it("knows no other shell", () => {
    expect(fleet("completion", "tcsh").code).toBe(2);
  });
});
