import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { runEngine } from "../../cli/engine/main";
import { checkStack } from "../../cli/pipeline";
import { Timings } from "../../cli/timings";
import { parseDay } from "../../fleet/units/day";
import { choosePlugins } from "../providers/choose";
import { mebibytes } from "../../fleet/units/memory";
import { startConsul } from "../support/consul-server";
import type { ConsulServer } from "../support/consul-server";
import { startDockerEngine } from "../support/docker-engine";
import type { DockerEngine } from "../support/docker-engine";
import { DAY, entry, exemptionsFile } from "../exceptions/cases";
import { Project, ROOT } from "../support/project";

/** The pack in the engine, with a plan that differs from what was checked: the engine is the second to look. */

const folder = mkdtempSync(join(tmpdir(), "fleet-cli-policies-"));
const before = { ...process.env };
let host: DockerEngine;
let consul: ConsulServer;

beforeAll(async () => {
  host = await startDockerEngine();
  consul = await startConsul();
  const plugins = choosePlugins();
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
  const { catalog, stack, exceptions, plan, report } = checkStack(ROOT, "local");
  const [first, ...others] = plan.agents;
  if (first === undefined) throw new Error("no agents");
  const root = { ...first, image: { ...first.image, user: "0:0" } };
  const result = await runEngine({
    ...{ command: "preview", root: ROOT, home: ROOT, yes: false, parallel: 64, refresh: false },
    ...{ today: exceptions.today, report },
    ...{ catalog, stack, plan: { ...plan, agents: [root, ...others] } },
  });
  expect(result).toMatchObject({ exitCode: 1, error: { code: "policy-violated" } });
  const blocking = result.violations.filter(({ level }) => level === "mandatory");
  expect(blocking.map(({ rule }) => rule)).toContain("container-not-root");
  const { file, line } = first.place;
  expect(blocking[0]?.message).toContain(`agent ${first.name}  ${file}:${line}`);
  expect(await host.docker.listContainers({ all: true })).toEqual([]);
});

it("lets through what is exempted, says so, and blocks it on the day after", async () => {
  const project = new Project();
  try {
    const keys = { tiers: "[local]", rule: "container-not-root", agents: "['*']" };
    project.write("catalog/exemptions.yaml", exemptionsFile([entry(keys)]));
    const previewOn = (today: string) => {
      const day = parseDay(today);
      if (day === null) throw new Error(`${today} is no day`);
      const { catalog, stack, plan, report } = checkStack(project.root, "local", new Timings(), day);
      const [first, ...others] = plan.agents;
      if (first === undefined) throw new Error("no agents");
      // What the check has not seen: only the pack in the engine can find it.
      const root = { ...first, image: { ...first.image, user: "0:0" } };
      return runEngine({
        ...{ command: "preview", root: project.root, home: ROOT, yes: false, parallel: 64, refresh: false },
        ...{ catalog, stack, plan: { ...plan, agents: [root, ...others] }, today: day, report },
      });
    };
    const exempted = await previewOn(DAY);
    expect(exempted).toMatchObject({ exitCode: 0, error: null, report: { summary: { blocking: 0 } } });
    const own = exempted.report.findings.filter(({ rule }) => rule === "container-not-root");
    expect(own.map(({ suppression }) => [suppression?.kind, suppression?.ticket])).toEqual([
      ["exemption", "FLEET-12"],
    ]);
    const words = exempted.violations.filter(({ rule }) => rule === "container-not-root");
    expect(words.map(({ level }) => level)).toEqual(["advisory"]);
    expect(words[0]?.message).toContain("  exempted  ");

    const ended = await previewOn("2026-08-01");
    expect(ended).toMatchObject({ exitCode: 1, error: { code: "policy-violated" } });
    const back = ended.report.findings.filter(({ rule }) => rule === "container-not-root");
    expect(back.map(({ suppression, level }) => [suppression, level])).toEqual([[null, "mandatory"]]);
    expect(back[0]?.place?.file).toBe("catalog/agents.yaml");
    expect(ended.report.findings.map(({ rule }) => rule)).toContain("exemption-expired");
  } finally {
    project.remove();
  }
});

it.each([
  ["prod", "mandatory", 1],
  ["dev", "advisory", 0],
] as const)("an agent with 2 GiB in %s is %s to the engine", async (name, level, exitCode) => {
  const { catalog, stack, exceptions, plan, report } = checkStack(ROOT, name);
  const agents = plan.agents.map((agent, index) => {
    const { sizing } = agent;
    const memory = { ...sizing.memory, value: mebibytes(2048) };
    return index === 0 ? { ...agent, sizing: { ...sizing, memory } } : agent;
  });
  const result = await runEngine({
    ...{ command: "preview", root: ROOT, home: ROOT, yes: false, parallel: 64, refresh: false },
    ...{ today: exceptions.today, report },
    ...{ catalog, stack, plan: { ...plan, agents } },
  });
  expect(result.exitCode).toBe(exitCode);
  const about = result.violations.filter(({ rule }) => rule === "container-memory-limit");
  expect(about.map((violation) => violation.level)).toEqual([level]);
  expect(about[0]?.message).toContain(`agent ${agents[0]?.name ?? ""}`);
  expect(await host.docker.listContainers({ all: true })).toEqual([]);
});
