import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import type { EngineResult } from "../../cli/engine/request";
import { ensureStubImage } from "../../cli/engine/stub-image";
import { checkStack } from "../../cli/pipeline";
import { Deployment } from "../support/deployment";
import type { Ran } from "../support/deployment";

/** The command line as it is shipped, on the real engine, with a few agents. */

const AGENTS = 5;
let deployment: Deployment;

const local = (...args: readonly string[]) => deployment.run(...args);
const json = ({ out }: Ran): EngineResult => JSON.parse(out) as EngineResult;

/** Containers of any fleet, by name. */
const containers = async () => (await deployment.left()).containers;
const stacks = () => join(deployment.home, "state", ".pulumi", "stacks", "sutazai");
const statesOfStacks = () => readdirSync(stacks()).filter((name) => name.endsWith(".json"));

beforeAll(async () => {
  // No image registry is reached here, so the tier runs agents alone.
  deployment = await Deployment.open(AGENTS, [], { consul: true });
});

afterAll(async () => {
  await deployment.close();
});

describe("before anything is touched", () => {
  it("up needs a yes where nobody can be asked", async () => {
    const run = await local("up");
    expect(run.code).toBe(2);
    expect(run.err).toContain("[confirmation-needed]");
    expect(run.err).toContain("Run it again with --yes.");
  });

  it.each([
    ["no Docker", { DOCKER_HOST: "unix:///nowhere/docker.sock" }, "docker-unreachable"],
    ["no Consul", { CONSUL_HTTP_ADDR: "127.0.0.1:1" }, "consul-unreachable"],
    ["no Pulumi", { PATH: "/nowhere", XDG_CACHE_HOME: "/nowhere" }, "tool-missing"],
  ])("%s is a clear error", async (_title, more, code) => {
    const run = await deployment.start(["up", "--yes", "--format", "json"], { env: more }).ended;
    expect(run.code).toBe(2);
    expect(json(run)).toMatchObject({ exitCode: 2, steps: [], error: { code } });
    expect(run.err).toContain("  fix     ");
    expect(await containers()).toEqual([]);
  });

  it("the check stops what blocks in prod", async () => {
    const run = await local("up", "--yes", "--stack", "prod");
    expect(run.code).toBe(1);
    expect(run.out).toContain("blocks");
    expect(run.err).toContain("nothing was touched");
    const asJson = json(await local("preview", "--stack", "prod", "--format", "json"));
    expect(asJson.violations.length).toBeGreaterThan(0);
    expect(await containers()).toEqual([]);
  });

  it("a container that somebody else gave a name of the plan stops the run, and stays", async () => {
    const { docker } = deployment.host;
    const reference = "test/somebody-elses:1";
    await ensureStubImage(docker, { reference, user: "", port: 8080, paths: [] });
    const { plan } = checkStack(deployment.project, "local");
    const name = plan.agents[0]?.containerName ?? "";
    const other = await docker.createContainer({ name, Image: reference });
    try {
      const run = await local("up", "--yes");
      expect(run.code).toBe(1);
      expect(run.err).toContain(`[name-taken]\n  found   ${name}\n`);
      expect(run.err).toContain("nothing was begun");
      expect(await deployment.left()).toEqual({ containers: [], networks: [], volumes: [] });
      expect((await other.inspect()).Name).toBe(`/${name}`);
    } finally {
      await other.remove({ force: true });
      await docker.getImage(reference).remove({ force: true });
    }
  });

  it("input that can't be used ends in 2", async () => {
    const run = await local("up", "--yes", "--stack", "nowhere");
    expect(run.code).toBe(2);
    expect(run.err).toContain("[stack-missing]");
  });
});

describe("a stack's life", () => {
  it("preview changes nothing", async () => {
    const run = await local("preview", "--format", "json");
    expect(run.err).not.toContain("[operation-failed]");
    expect(run.code).toBe(0);
    const result = json(run);
    expect(result).toMatchObject({ schemaVersion: 1, command: "preview", stack: "local", error: null });
    expect(result.changes["create"]).toBeGreaterThanOrEqual(2 * AGENTS);
    expect(Object.keys(result.plugins).sort()).toEqual(["consul", "docker"]);
    expect(await containers()).toEqual([]);
  });

  it("up makes every agent, wave by wave, with a key that only its owner reads", async () => {
    const run = await local("up", "--yes");
    expect(run.err).not.toContain("error  ");
    expect(run.code).toBe(0);
    expect(run.err).toMatch(/wave \d+: 1 of \d+ {2}create /);
    expect(run.err).toMatch(/up of stack local: \d+ created in /);
    expect((await containers()).length).toBe(AGENTS);
    expect(statSync(join(deployment.home, "passphrase")).mode & 0o777).toBe(0o600);
    const again = json(await local("preview", "--format", "json", "--refresh"));
    expect(again.steps).toEqual([]);
  });

  it("the second of two is told who holds the lock; a dead one is cleared", async () => {
    const [name] = statesOfStacks();
    expect(name).toBe("local.json");
    const lock = join(deployment.home, "locks", "sutazai-local.json");
    const held = (pid: number) =>
      writeFileSync(lock, JSON.stringify({ pid, hostname: hostname(), timestamp: "2026-01-01T00:00:00Z" }));
    held(process.pid);
    const second = await local("preview");
    expect(second.code).toBe(2);
    expect(second.err).toContain(`process ${process.pid} on ${hostname()} since 2026-01-01T00:00:00Z`);
    held(2 ** 22 + 1);
    const third = await local("preview");
    expect(third.err).toContain(`cleared the lock of process ${2 ** 22 + 1}`);
    expect(third.code).toBe(0);
  });

  it("a truncated state is a clear error with the way back", async () => {
    const file = join(stacks(), "local.json");
    const whole = readFileSync(file);
    writeFileSync(file, whole.subarray(0, whole.length / 2));
    const run = await local("preview");
    expect(run.code).toBe(2);
    expect(run.err).toContain("[state-damaged]");
    expect(run.err).toContain(`cp '${file}.bak' '${file}'`);
    writeFileSync(file, whole);
  });

  it("what an engine that was killed noted half beside the state is cleared", async () => {
    const note = join(stacks(), "local.json.attrs");
    writeFileSync(note, "");
    const run = await local("preview");
    expect(run.err).toContain(`cleared ${note}`);
    expect(run.err).not.toContain("error  ");
    expect(run.code).toBe(0);
  });

  it("cancelled from a terminal, the state is whole, the screen usable, and the next up finishes", async () => {
    expect((await local("destroy", "--yes")).code).toBe(0);
    const terminal = deployment.onTerminal("up", "--yes");
    // As soon as something is worked on: what has begun is finished, and all of the last wave may have.
    await terminal.printed(/[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] wave/);
    terminal.press("\u0003");
    expect(await terminal.ended).toBe(1);
    const screen = (await terminal.lines()).join("\n");
    expect(screen).toContain("stopping: what has begun is finished");
    expect(screen).toContain("[cancelled]");
    expect(terminal.cursorIsShown).toBe(true);
    const next = deployment.onTerminal("up", "--yes");
    expect(await next.ended).toBe(0);
    const lines = await next.lines();
    // Of what was drawn only the end is left, below everything that was said before it.
    expect(lines.filter((line) => line.startsWith("up of stack local  "))).toHaveLength(1);
    const waves = lines.flatMap((line) => /^(.) wave +\d+ .* (\d+) of +(\d+)/.exec(line)?.slice(1) ?? []);
    expect(waves.filter((_, index) => index % 3 === 0).join("")).toMatch(/^✔+$/);
    expect(waves.filter((_, index) => index % 3 === 1).reduce((sum, done) => sum + Number(done), 0)).toBe(
      AGENTS,
    );
    expect(lines.at(-1)).toMatch(/^up of stack local: \d+ created.* in /);
    expect(lines.filter((line) => line.startsWith("engine: pulumi "))).toHaveLength(1);
    expect([next.wasDrawnOn, next.cursorIsShown]).toEqual([true, true]);
    expect((await containers()).length).toBe(AGENTS);
  });

  it("destroy leaves nothing", async () => {
    const run = await local("destroy", "--yes");
    expect(run.err).not.toContain("error  ");
    expect(run.code).toBe(0);
    expect(await containers()).toEqual([]);
    expect(await deployment.consul.ask<object>("/v1/catalog/services")).toEqual({ consul: [] });
    expect(statesOfStacks()).toEqual([]);
  });
});
