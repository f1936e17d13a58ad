import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { EngineResult } from "../../cli/engine/request";
import { LABEL } from "../../fleet/labels";
import { choosePlugins } from "../providers/choose";
import { startConsul } from "../support/consul-server";
import type { ConsulServer } from "../support/consul-server";
import { startDockerEngine } from "../support/docker-engine";
import type { DockerEngine } from "../support/docker-engine";
import { FLEET } from "../support/fleet";
import { ROOT } from "../support/project";

/** The command line as it is shipped, on the real engine, with a few agents. */

const AGENTS = 5;
const folder = mkdtempSync(join(tmpdir(), "fleet-cli-"));
const project = join(folder, "project");
const home = join(folder, "state", "sutazai-fleet");
const stacks = join(home, "state", ".pulumi", "stacks", "sutazai");
let host: DockerEngine;
let consul: ConsulServer;
let env: Record<string, string>;

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** @param onError sees what stands on stderr so far, and may stop the command with what it is given */
function fleet(
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
  onError: (err: string, interrupt: () => void) => void = () => undefined,
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [FLEET, ...args, "--dir", project], {
      env: { ...process.env, ...env, ...more },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => {
      err += chunk.toString();
      onError(err, () => child.kill("SIGINT"));
    });
    child.once("error", reject).once("close", (code) => {
      resolve({ code, out, err });
    });
  });
}

const local = (command: string, ...more: string[]) => fleet([command, "--stack", "local", ...more]);
const json = ({ out }: Run): EngineResult => JSON.parse(out) as EngineResult;

/** Containers of any fleet, by name. */
async function containers(): Promise<readonly string[]> {
  const listed = await host.docker.listContainers({ all: true, filters: { label: [LABEL.fleet] } });
  return listed.map(({ Names }) => Names[0] ?? "").sort();
}

beforeAll(async () => {
  const generator = pathToFileURL(join(ROOT, "bench", "generate-catalog.mjs")).href;
  const script = `import(${JSON.stringify(generator)}).then((made) => made.generateCatalog(${JSON.stringify(project)}, ${AGENTS}))`;
  execFileSync(process.execPath, ["-e", script]);
  const tiers = join(project, "stacks", "tiers.yaml");
  // No image registry is reached here, so this tier runs agents alone.
  const text = readFileSync(tiers, "utf8");
  const without = text.replace(/services:(?:\n +- \S+)+(?=\n +budgets)/, "services: []");
  if (without === text) throw new Error("tier local names no services");
  writeFileSync(tiers, without);
  host = await startDockerEngine();
  consul = await startConsul();
  const plugins = await choosePlugins();
  const pulumiHome = join(folder, "pulumi");
  mkdirSync(pulumiHome);
  env = {
    PATH: [...plugins.folders, process.env["PATH"] ?? ""].join(delimiter),
    DOCKER_HOST: host.host,
    CONSUL_HTTP_ADDR: consul.address,
    XDG_STATE_HOME: join(folder, "state"),
    PULUMI_HOME: pulumiHome,
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    NO_COLOR: "1",
  };
});

afterAll(async () => {
  await consul.stop();
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
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
    ["no Pulumi", { PATH: "/nowhere", XDG_CACHE_HOME: join(folder, "empty") }, "tool-missing"],
  ])("%s is a clear error", async (_title, more, code) => {
    const run = await fleet(["up", "--yes", "--stack", "local", "--format", "json"], more);
    expect(run.code).toBe(2);
    expect(json(run)).toMatchObject({ exitCode: 2, steps: [], error: { code } });
    expect(run.err).toContain("  fix     ");
    expect(await containers()).toEqual([]);
  });

  it("the check stops what blocks in prod", async () => {
    const run = await fleet(["up", "--yes", "--stack", "prod"]);
    expect(run.code).toBe(1);
    expect(run.out).toContain("blocks");
    expect(run.err).toContain("nothing was touched");
    const asJson = json(await fleet(["preview", "--stack", "prod", "--format", "json"]));
    expect(asJson.violations.length).toBeGreaterThan(0);
    expect(await containers()).toEqual([]);
  });

  it("input that can't be used ends in 2", async () => {
    const run = await fleet(["up", "--yes", "--stack", "nowhere"]);
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
    expect(statSync(join(home, "passphrase")).mode & 0o777).toBe(0o600);
    const again = json(await local("preview", "--format", "json", "--refresh"));
    expect(again.steps).toEqual([]);
  });

  it("the second of two is told who holds the lock; a dead one is cleared", async () => {
    const [name] = readdirSync(stacks).filter((file) => file.endsWith(".json"));
    expect(name).toBe("local.json");
    const lock = join(home, "locks", "sutazai-local.json");
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
    const file = join(stacks, "local.json");
    const whole = readFileSync(file);
    writeFileSync(file, whole.subarray(0, whole.length / 2));
    const run = await local("preview");
    expect(run.code).toBe(2);
    expect(run.err).toContain("[state-damaged]");
    expect(run.err).toContain(`cp '${file}.bak' '${file}'`);
    writeFileSync(file, whole);
  });

  it("cancelled by an interrupt, the state is whole and the next up finishes", async () => {
    expect((await local("destroy", "--yes")).code).toBe(0);
    let sent = false;
    const run = await fleet(["up", "--yes", "--stack", "local"], {}, (err, interrupt) => {
      if (sent || !/wave \d+: 1 of/.test(err)) return;
      sent = true;
      interrupt();
    });
    expect(run.code).toBe(1);
    expect(run.err).toContain("[cancelled]");
    expect((await containers()).length).toBeLessThan(AGENTS);
    const next = await local("up", "--yes");
    expect(next.err).not.toContain("error  ");
    expect(next.code).toBe(0);
    expect((await containers()).length).toBe(AGENTS);
  });

  it("destroy leaves nothing", async () => {
    const run = await local("destroy", "--yes");
    expect(run.err).not.toContain("error  ");
    expect(run.code).toBe(0);
    expect(await containers()).toEqual([]);
    expect(await consul.ask<object>("/v1/catalog/services")).toEqual({ consul: [] });
    expect(readdirSync(stacks).filter((name) => name.endsWith(".json"))).toEqual([]);
  });
});
