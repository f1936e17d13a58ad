import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PULUMI } from "../../cli/engine/tools/known";
import { obtainTool } from "../../cli/engine/tools/obtain";
import type { Obtained } from "../../cli/engine/tools/obtain";
import { openStack } from "../../cli/engine/workspace";
import { ROOT } from "../support/project";

/** Each start of the engine takes a tenth of a second and more, before it does anything. */

const folder = mkdtempSync(join(tmpdir(), "fleet-starts-"));
const log = join(folder, "starts");
/** Notes its arguments, and is the real engine otherwise. */
let pulumi: Obtained;

beforeAll(async () => {
  const real = await obtainTool(PULUMI, { root: ROOT, say: (line) => process.stderr.write(`${line}\n`) });
  const path = join(folder, "bin", "pulumi");
  mkdirSync(join(folder, "bin"));
  writeFileSync(path, `#!/bin/sh\necho "$1 $2" >> "${log}"\nexec "${real.path}" "$@"\n`);
  chmodSync(path, 0o755);
  pulumi = { ...real, path, from: "cache" };
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The commands that the engine was started with since it was asked last: the first two words of each. */
function starts(): string[] {
  const lines = readFileSync(log, "utf8").trim().split("\n");
  rmSync(log);
  return lines.map((line) => line.replace(/ -.*/, "").trim());
}

const open = (stack: string, mustExist = false) =>
  openStack({
    ...{ pulumi, project: "starts", stack, mustExist, program: () => Promise.resolve() },
    ...{ backend: `file://${join(folder, "state")}`, passphrase: "of a test", home: join(folder, "home") },
  });

describe("the engine", () => {
  it("is started once for what it does, and once to make a stack that is new", async () => {
    const opened = await open("first");
    try {
      await opened.stack.up({ parallel: 4 });
    } finally {
      opened.close();
    }
    expect(starts()).toEqual(["stack init", "up"]);
  });

  it("is started for nothing else on a stack that is there, whose state it keeps", async () => {
    const opened = await open("first");
    try {
      const { stack } = opened;
      expect(await stack.exportStack()).toHaveProperty("deployment.resources");
      await stack.refresh();
      await stack.destroy();
    } finally {
      opened.close();
    }
    expect(starts()).toEqual(["stack export", "refresh", "destroy"]);
  });

  it("makes no stack where one has to be there", async () => {
    await expect(open("other", true)).rejects.toThrow(/no stack named 'other' found/);
    expect(starts()).toEqual(["stack select"]);
  });
});
