// `npm run bench -- --engine` and `-- --drift`: the real engine, Docker Engine and Consul with 69 agents.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { root } from "../scripts/lib/project.mjs";
import { generateCatalog } from "./generate-catalog.mjs";
import { dockerArguments, dockerCommand } from "./lib/docker-run.mjs";
import { measure, measureOften } from "./lib/measure.mjs";
import { bundleOurs, loadSupport } from "./lib/support.mjs";

const AGENTS = 69;
const LOOK_EVERY_MS = 250;
/** A wait that takes longer than this has failed. */
const DEADLINE_MS = 600_000;

/**
 * @param what.engine previews and `up`
 * @param what.drift `fleet drift --live`
 * @param what.onlyPreviews no `up`
 * @param what.repeat how often previews and looks are measured
 * @param row prints a measurement
 */
export async function benchDeployed({ engine, drift, repeat, onlyPreviews }, row) {
  const support = await loadSupport();
  const folder = mkdtempSync(join(tmpdir(), "fleet-bench-deployed-"));
  const project = join(folder, "project");
  generateCatalog(project, AGENTS);
  // Services have images that a bench should not pull: the agents are what is compared.
  edit(join(project, "stacks", "tiers.yaml"), /services:(?:\n +- \S+)+(?=\n +budgets)/, "services: []");
  const say = (line) => console.log(line);
  const pulumi = await support.obtainTool(support.PULUMI, { root, say });
  const plugins = await support.choosePlugins();
  const host = await support.startDockerEngine();
  const consul = await support.startConsul().catch(async (error) => {
    await host.stop();
    throw error;
  });
  const before = { ...process.env };
  const { Version, ApiVersion } = await host.docker.version();
  say(`engine: pulumi ${pulumi.version} (${pulumi.from}); plugins: ${plugins.told}`);
  say(
    `docker: Engine ${Version}, ${host.own ? "started for the bench" : host.host}; consul: ${consul.address}\n`,
  );
  try {
    const { resources: declared, plan, catalog } = support.checkStack(project, "local");
    const resources = declared.map((resource) => support.asSent(resource, ApiVersion));
    const starter = support.analyzerFolder(root, pulumi.path);
    const state = join(folder, "state");
    const home = join(folder, "pulumi");
    mkdirSync(home);
    mkdirSync(state);
    const sent = join(folder, "resources.json");
    writeFileSync(sent, JSON.stringify(resources));
    // What is started as Pulumi's own comes from there; ours has a name that nothing else has.
    const ownStarter = join(root, "cli", "engine", "bin");
    const folders = [
      ...plugins.folders,
      ...(starter === null ? [] : [starter]),
      dirname(pulumi.path),
      ownStarter,
    ];
    Object.assign(process.env, {
      PATH: [...folders, before.PATH].join(delimiter),
      DOCKER_HOST: host.host,
      CONSUL_HTTP_ADDR: consul.address,
      XDG_STATE_HOME: state,
      PULUMI_HOME: home,
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_STACK: "local",
      SUTAZAI_FLEET_ROOT: project,
      SUTAZAI_FLEET_NODE: process.execPath,
      BENCH_RESOURCES: sent,
      BENCH_DOCKER_API: ApiVersion,
      BENCH_PROJECT: project,
    });
    const fleet = (...args) => [
      ...[process.execPath, join(root, "dist", "fleet.cjs"), ...args],
      ...["--stack", "local", "--dir", project],
    ];
    const changed = async (command, ...args) => {
      const run = await measure(fleet(command, "--yes", ...args));
      if (run.code !== 0)
        throw new Error(`fleet ${command} ended with ${run.code}:\n${run.err.slice(-2000)}`);
      return run;
    };
    const up = async (...args) => {
      const { wall, cpu } = await changed("up", ...args);
      const what = ["fleet up", ...args].join(" ");
      say(
        `${what}, ${AGENTS} agents, until healthy and registered: ${wall.toFixed(1)} s (${cpu.toFixed(1)} s of CPU)`,
      );
    };
    const gone = () => changed("destroy");
    if (engine) await previews({ fleet, repeat, folder, row });
    if (!drift && onlyPreviews) return;
    // An image of this machine, made once for both ways of starting.
    const [agent] = plan.agents;
    const { reference, user } = agent.image;
    const paths = [agent.health.path, catalog.profiles.health.readinessPath];
    await support.ensureStubImage(host.docker, { reference, user, port: agent.health.port, paths });
    const containers = resources.filter(({ type }) => type.endsWith(":Container"));
    if (engine) {
      const waves = plan.waves.map(({ agents }) => containers.filter(({ name }) => agents.includes(name)));
      const asleep = containers.filter((container) => !waves.flat().includes(container));
      sayPlain(say, "all at once", await plainDocker(host, [containers]));
      // What fleet up does: nobody starts before what it depends on is healthy.
      const [first = [], ...later] = waves;
      sayPlain(say, `by ${waves.length} waves`, await plainDocker(host, [[...first, ...asleep], ...later]));
      // Made from nothing twice, so that both are first runs.
      await up("--skip-preview");
      await gone();
    }
    await up();
    if (drift)
      row(`fleet drift --live, ${AGENTS} containers`, await measureOften(fleet("drift", "--live"), repeat));
    await gone();
  } finally {
    process.env = before;
    await consul.stop();
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function previews({ fleet, repeat, folder, row }) {
  const packOfFleet = join(root, "cli", "engine", "pack");
  const naivePack = join(root, "bench", "engine", "naive-pack");
  const run = async (name, file, pack = "") => {
    const state = join(folder, `state-${name}`.replaceAll(/\W/g, "-"));
    mkdirSync(state);
    process.env.PULUMI_BACKEND_URL = `file://${state}`;
    process.env.PULUMI_CONFIG_PASSPHRASE = "of a bench";
    process.env.BENCH_PACK = pack;
    const command = [process.execPath, file];
    const result = await measureOften(command, repeat);
    const { created, violations } = JSON.parse(result.runs[0].out);
    if (created < 2 * AGENTS) throw new Error(`${name}: only ${created} resources were previewed`);
    console.log(`  ${created} resources, ${violations} violations`);
    for (const name of ["PULUMI_BACKEND_URL", "PULUMI_CONFIG_PASSPHRASE"]) delete process.env[name];
    return row(name, result);
  };
  const ours = row("fleet preview, with the pack", await measureOften(fleet("preview"), repeat));
  // The command line also looks at Docker, Consul and the state: the pack is what the same program costs more with it.
  const program = await bundleOurs();
  const policed = await run("fleet's program, fleet's pack", program, packOfFleet);
  const bare = await run("fleet's program, no pack", program);
  const naiveProgram = join(root, "bench", "engine", "naive.cjs");
  const naive = await run("naive program, naive pack", naiveProgram, naivePack);
  const naiveBare = await run("naive program, no pack", naiveProgram);
  console.log(
    `\npreview with a pack: ${compared(ours, naive)} of the naive one (wanted: at most 50 %); without: ${compared(bare, naiveBare)}`,
  );
  const pack = { median: policed.median - bare.median, cpu: policed.cpu - bare.cpu };
  console.log(`the pack: ${compared(pack, ours)} of the preview (wanted: at most 20 %)\n`);
}

/** How much of one measurement another is, by the clock and, for busy machines, by CPU. */
function compared(from, to) {
  const part = (name) => `${((100 * from[name]) / to[name]).toFixed(0)} %`;
  return `${part("median")} (${part("cpu")} of its CPU)`;
}

function sayPlain(say, how, { started, seconds }) {
  say(
    `docker run, ${AGENTS} ${how}, same options: started in ${started.toFixed(1)} s, healthy in ${seconds.toFixed(1)} s`,
  );
}

/** Containers by the docker command line, wave after wave, each until those that run are healthy; then gone again. */
async function plainDocker({ host, docker }, waves) {
  const containers = waves.flat();
  const network = containers[0].properties.networksAdvanced[0].name;
  await dockerCommand(host, ["network", "create", network]);
  const begin = performance.now();
  let started = 0;
  for (const wave of waves) {
    const from = performance.now();
    await Promise.all(wave.map((container) => dockerCommand(host, dockerArguments(container))));
    started += (performance.now() - from) / 1000;
    for (const { properties } of wave.filter(({ properties }) => properties.start !== false)) {
      for (;;) {
        const { State } = await docker.getContainer(properties.name).inspect();
        if (State.Health === undefined || State.Health.Status === "healthy") break;
        if (performance.now() - begin > DEADLINE_MS)
          throw new Error(`${properties.name} does not get healthy`);
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      }
    }
  }
  const seconds = (performance.now() - begin) / 1000;
  await dockerCommand(host, ["rm", "--force", ...containers.map(({ properties }) => properties.name)]);
  await dockerCommand(host, ["network", "rm", network]);
  return { seconds, started };
}

function edit(file, found, wanted) {
  const text = readFileSync(file, "utf8");
  const changed = text.replace(found, wanted);
  if (changed === text) throw new Error(`nothing to change in ${file}`);
  writeFileSync(file, changed);
}
