import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../support/project";

const DIST = join(ROOT, "dist");

describe("the launcher", () => {
  const copy = mkdtempSync(join(tmpdir(), "fleet-dist-"));
  beforeEach(() => cpSync(DIST, copy, { recursive: true }));
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const bytecode = () =>
    join(copy, readdirSync(copy).find((file) => /^fleet-.*\.bytecode$/.test(file)) ?? "");

  function check() {
    const args = [join(copy, "fleet.cjs"), "check", "--stack", "dev", "--dir", ROOT];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    return { status, stdout, stderr };
  }

  it("starts from bytecode that this Node takes", () => {
    const main = bytecode().replace(/\.bytecode$/, ".cjs");
    const flag = /"(--interrupt[^"]*)"/.exec(readFileSync(join(copy, "fleet.cjs"), "utf8"))?.[1];
    const script = `
      const [main, bytecode] = process.argv.slice(1);
      const { readFileSync } = require("node:fs");
      const source = require("node:module").wrap(readFileSync(main, "latin1"));
      const { Script } = require("node:vm");
      console.log(new Script(source, { filename: main, cachedData: readFileSync(bytecode) }).cachedDataRejected);`;
    const args = [...(flag === undefined ? [] : [flag]), "-e", script, main, bytecode()];
    expect(spawnSync(process.execPath, args, { encoding: "utf8" }).stdout).toBe("false\n");
  });

  it.each([
    ["is missing", () => rmSync(bytecode())],
    ["is broken", () => truncateSync(bytecode(), 1000)],
    ["is empty", () => truncateSync(bytecode(), 0)],
  ])("says the same when the bytecode %s", (_, damage) => {
    const whole = check();
    expect(whole.stderr).toBe("");
    expect(whole.stdout).toContain("agents");
    damage();
    expect(check()).toEqual(whole);
  });
});
