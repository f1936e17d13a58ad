import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../support/project";

/**
 * Ten times the agents may take this many times the CPU. A quadratic step takes a hundred times its own share, so
 * the fleets are large enough for that share to show.
 */
const AT_MOST = 12;
const [SMALL, LARGE] = [1380, 13_800];

/** CPU of the steps of `check` after the start, in milliseconds. */
function cpuOf(folder: string): number {
  const args = [join(ROOT, "dist/fleet.cjs"), "check", "--stack", "dev", "--dir", folder, "--timings"];
  const { stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  const steps = [...stderr.matchAll(/^timing {2}(\S+) .* ([\d.]+) ms CPU$/gm)];
  expect(steps.map(([, name]) => name)).toEqual(["start", "input", "plan", "resources", "rules", "output"]);
  return steps.slice(1).reduce((sum, [, , cpu]) => sum + Number(cpu), 0);
}

/** How many times the CPU the larger fleet takes. What a busy machine made too much is measured once more. */
function growth(small: string, large: string): number {
  const less = Math.min(cpuOf(small), cpuOf(small));
  const once = cpuOf(large) / less;
  return once < AT_MOST ? once : Math.min(once, cpuOf(large) / less);
}

describe("check grows with the number of agents and no faster", () => {
  const work = mkdtempSync(join(tmpdir(), "fleet-linear-"));
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  function generate(agents: number, ...more: string[]): string {
    const folder = join(work, `${agents}${more.join("")}`);
    const script = join(ROOT, "bench/generate-catalog.mjs");
    const run = spawnSync(process.execPath, [script, String(agents), folder, ...more], { encoding: "utf8" });
    expect(run.stderr).toBe("");
    return folder;
  }

  it.each([
    ["that keep every rule", []],
    ["that all break a rule", ["--broken"]],
  ])(
    "for agents %s",
    (_, more) => {
      expect(growth(generate(SMALL, ...more), generate(LARGE, ...more))).toBeLessThan(AT_MOST);
    },
    60_000,
  );

  it("generates fleets that check accepts", () => {
    const args = ["check", "--stack", "dev", "--format", "json", "--dir", generate(SMALL)];
    const run = spawnSync(process.execPath, [join(ROOT, "dist/fleet.cjs"), ...args], { encoding: "utf8" });
    expect(run.stderr).toBe("");
    const { findings } = JSON.parse(run.stdout) as { findings: readonly { subject: { kind: string } }[] };
    expect(findings.filter(({ subject }) => subject.kind === "agent")).toEqual([]);
  });

  it("is measured by the bench, whose small mode runs", () => {
    const run = spawnSync(process.execPath, [join(ROOT, "scripts/bench.mjs"), "--small"], {
      encoding: "utf8",
    });
    expect(run.stderr).toBe("");
    expect(run.stdout).toMatch(/fleet check, 690 agents +\d/);
    expect(run.stdout).toMatch(/69 agents: at most 0.1 s more than bare Node/);
  }, 120_000);
});
