import { execFileSync, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { commandLine } from "../support/processes";
import { ROOT } from "../support/project";
import { until } from "../support/until";

/** What puts suites of real servers apart from each other, as far as this machine allows it. */

interface Isolation {
  readonly prefix: readonly string[] | null;
  readonly reason: string | null;
}

function isolation(dockerRuns: boolean): Isolation {
  const module = pathToFileURL(join(ROOT, "scripts", "lib", "isolation.mjs")).href;
  const script = `import(${JSON.stringify(module)}).then((it) => console.log(JSON.stringify(it.isolation(${dockerRuns}))))`;
  return JSON.parse(execFileSync(process.execPath, ["-e", script], { encoding: "utf8" })) as Isolation;
}

/** How many processes were started as exactly this. */
const running = (command: string) =>
  readdirSync("/proc").filter((name) => /^\d+$/.test(name) && commandLine(Number(name)) === command).length;

it("suites use the Docker Engine that runs, so they stay in its network", () => {
  expect(isolation(true)).toEqual({
    prefix: null,
    reason: expect.stringContaining("a Docker Engine runs") as string,
  });
});

const { prefix, reason } = isolation(false);
const where = prefix === null ? describe.skip : describe;

where(`a command in a network of its own${reason === null ? "" : ` (${reason})`}`, () => {
  const [program = "", ...args] = prefix ?? [];
  const env = { ...process.env, FLEET_TEST_TIMES: "/dev/null" };

  it("has loopback and nothing else, and ends as the command does", () => {
    const links = execFileSync(program, [...args, "ip", "-o", "link"], { env, encoding: "utf8" });
    expect(links.trim().split("\n")).toHaveLength(1);
    expect(links).toMatch(/^1: lo: <LOOPBACK,UP/);
    expect(() => execFileSync(program, [...args, "false"], { env, stdio: "pipe" })).toThrow("Command failed");
  });

  it("takes its daemons along when it is killed", async () => {
    // A name that no other process has: how long it would sleep.
    const seconds = String(randomInt(1e6, 1e9));
    const daemon = `setsid sleep ${seconds} & sleep ${seconds}`;
    const child = spawn(program, [...args, "bash", "-c", daemon], { env, stdio: "ignore" });
    try {
      const sleeping = `sleep ${seconds} `;
      await until("both processes", () => Promise.resolve(running(sleeping) === 2));
      child.kill("SIGKILL");
      await until("the end of both", () => Promise.resolve(running(sleeping) === 0));
    } finally {
      child.kill("SIGKILL");
    }
  });
});
