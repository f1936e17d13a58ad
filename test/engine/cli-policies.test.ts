import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { runEngine } from "../../cli/engine/main";
import { checkStack } from "../../cli/pipeline";
import { choosePlugins } from "../providers/choose";
import { mebibytes } from "../../fleet/units/memory";
import { startConsul } from "../support/consul-server";
import type { ConsulServer } from "../support/consul-server";
import { startDockerEngine } from "../support/docker-engine";
import type { DockerEngine } from "../support/docker-engine";
import { ROOT } from "../support/project";

/** The pack in the engine, with a plan that differs from what was checked: the engine is the second to look. */

const folder = mkdtempSync(join(tmpdir(), "fleet-cli-policies-"));
const before = { ...process.env };
let host: DockerEngine;
let consul: ConsulServer;

beforeAll(async () => {
  host = await startDockerEngine();
  consul = await startConsul();
  const plugins = await choosePlugins();
  mkdirSync(join(folder, "pulumi"));
  Object.assign(process.env, {
    PATH: [...plugins.folders, process.env["PATH"] ?? ""].join(delimiter),
    DOCKER_HOST: host.host,
    CONSUL_HTTP_ADDR: consul.address,
    XDG_STATE_HOME: join(folder, "state"),
    PULUMI_HOME: join(folder, "pulumi"),
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
  });
});

afterAll(async () => {
  process.env = before;
  await consul.stop();
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

it("blocks a preview, in the words of the check, told apart from other failures", async () => {
  const { catalog, stack, exceptions, plan } = checkStack(ROOT, "local");
  const [first, ...others] = plan.agents;
  if (first === undefined) throw new Error("no agents");
  const root = { ...first, image: { ...first.image, user: "0:0" } };
  const result = await runEngine({
    ...{ command: "preview", root: ROOT, home: ROOT, yes: false, parallel: 64, refresh: false },
    today: exceptions.today,
    ...{ catalog, stack, plan: { ...plan, agents: [root, ...others] } },
  });
  expect(result).toMatchObject({ exitCode: 1, error: { code: "policy-violated" } });
  const blocking = result.violations.filter(({ level }) => level === "mandatory");
  expect(blocking.map(({ rule }) => rule)).toContain("container-not-root");
  const { file, line } = first.place;
  expect(blocking[0]?.message).toContain(`agent ${first.name}  ${file}:${line}`);
  expect(await host.docker.listContainers({ all: true })).toEqual([]);
});

it.each([
  ["prod", "mandatory", 1],
  ["dev", "advisory", 0],
] as const)("an agent with 2 GiB in %s is %s to the engine", async (name, level, exitCode) => {
  const { catalog, stack, exceptions, plan } = checkStack(ROOT, name);
  const agents = plan.agents.map((agent, index) => {
    const { sizing } = agent;
    const memory = { ...sizing.memory, value: mebibytes(2048) };
    return index === 0 ? { ...agent, sizing: { ...sizing, memory } } : agent;
  });
  const result = await runEngine({
    ...{ command: "preview", root: ROOT, home: ROOT, yes: false, parallel: 64, refresh: false },
    today: exceptions.today,
    ...{ catalog, stack, plan: { ...plan, agents } },
  });
  expect(result.exitCode).toBe(exitCode);
  const about = result.violations.filter(({ rule }) => rule === "container-memory-limit");
  expect(about.map((violation) => violation.level)).toEqual([level]);
  expect(about[0]?.message).toContain(`agent ${agents[0]?.name ?? ""}`);
  expect(await host.docker.listContainers({ all: true })).toEqual([]);
});
