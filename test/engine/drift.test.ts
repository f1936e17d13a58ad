import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type Docker from "dockerode";
import { ConsulClient } from "../../cli/engine/consul/client";
import { lookLive } from "../../cli/drift/live/look";
import { isDrift } from "../../cli/drift/model";
import type { Difference, DriftReport } from "../../cli/drift/model";
import { checkStack } from "../../cli/pipeline";
import type { Checked } from "../../cli/pipeline";
import { LABEL } from "../../fleet/labels";
import type { AgentPlan } from "../../fleet/plan/types";
import type { ConsulServer } from "../support/consul-server";
import { Deployment } from "../support/deployment";
import type { Ran } from "../support/deployment";
import { until } from "../support/until";

/** What people do to a fleet behind its back: on a real Docker Engine and a real Consul, found and put right. */

const MIB = 1024 * 1024;
const AGENTS = 12;
/** The last ones sleep. */
const ASLEEP = ["cold", "cold", "warm"];
const CLEAN_RUNS = 20;
let deployment: Deployment;
let docker: Docker;
let consul: ConsulServer;
let checked: Checked;

const fleet = (...args: readonly string[]): Promise<Ran> => deployment.run(...args);

const reportOf = ({ out }: Ran): DriftReport => JSON.parse(out) as DriftReport;

/** One line a difference, without what nobody can say beforehand. */
const lineOf = ({ subject, property, class: kind, interrupts }: Difference): string =>
  [subject.kind, subject.name, property, kind, ...(interrupts ? ["interrupts"] : [])].join(" ");

/** Puts three of the dozen agents to sleep. */
function putToSleep(): void {
  const edit = (file: string, change: (text: string) => string): void => {
    const path = join(deployment.project, file);
    const text = readFileSync(path, "utf8");
    const changed = change(text);
    if (changed === text) throw new Error(`nothing to change in ${file}`);
    writeFileSync(path, changed);
  };
  edit("catalog/agents.yaml", (text) => {
    const parts = text.split(/(?<=\n) {4}pool: hot\n/);
    if (parts.length !== AGENTS + 1) throw new Error(`${parts.length - 1} agents are hot`);
    const awake = AGENTS - ASLEEP.length;
    const joined = parts.reduce((before, after, index) => {
      const pool = index <= awake ? "hot" : (ASLEEP[index - awake - 1] ?? "");
      return `${before}    pool: ${pool}\n${after}`;
    });
    return joined
      .replace(/agents: 12/, `agents: ${awake}`)
      .replace(/(warm:[^}]*?agents: )0/s, "$11")
      .replace(/(cold:[^}]*?agents: )0/s, "$12");
  });
}

const agent = (index: number): AgentPlan => {
  const found = checked.plan.agents.find(({ name }) => name === NAMES[index]);
  if (found === undefined) throw new Error(`no agent ${index}`);
  return found;
};
/** In the order of the catalog. Numbers 0 and 1 are hot and critical; 9 and 10 are cold, 11 is warm. */
let NAMES: readonly string[] = [];

const containerOf = (index: number) => docker.getContainer(agent(index).containerName);
const put = (path: string, body: unknown) => consul.ask(path, { method: "PUT", body });

/** Does by hand what a helpful colleague does: removes a container and runs one much like it. */
async function rerun(
  index: number,
  change: (options: Docker.ContainerCreateOptions) => Docker.ContainerCreateOptions,
): Promise<Docker.Container> {
  const { containerName } = agent(index);
  const { Config, HostConfig } = await docker.getContainer(containerName).inspect();
  await docker.getContainer(containerName).remove({ force: true });
  const { network } = checked.plan.naming;
  const endpoint = { [network]: { Aliases: [agent(index).name] } };
  const same: Docker.ContainerCreateOptions = {
    ...(Config as Docker.ContainerCreateOptions),
    name: containerName,
    HostConfig: { ...HostConfig, NetworkMode: network },
    NetworkingConfig: { EndpointsConfig: endpoint },
  };
  const made = await docker.createContainer(change(same));
  await made.start();
  return made;
}

async function register(index: number, change: Record<string, unknown>): Promise<void> {
  const { registration, name, class: kind, owner, pool } = agent(index);
  await put("/v1/catalog/register", {
    Node: checked.plan.naming.consulNode,
    SkipNodeUpdate: true,
    Service: {
      ID: registration.serviceId,
      Service: registration.serviceName,
      Address: registration.address,
      Port: registration.port,
      Tags: registration.tags,
      Meta: { agent: name, class: kind, owner, pool },
      Weights: { Passing: registration.weight, Warning: 1 },
      ...change,
    },
  });
}

beforeAll(async () => {
  // Without services: no image registry is reached here.
  deployment = await Deployment.open(AGENTS, [], { consul: true });
  ({ docker } = deployment.host);
  ({ consul } = deployment);
  putToSleep();
  checked = checkStack(deployment.project, "local");
  NAMES = [
    ...readFileSync(join(deployment.project, "catalog", "agents.yaml"), "utf8").matchAll(/- name: (\S+)/g),
  ].map(([, name]) => name ?? "");
  const up = await fleet("up", "--yes");
  if (up.code !== 0) throw new Error(up.err);
});

afterAll(async () => {
  await deployment.close();
});

describe("a clean fleet", () => {
  it("raises no false alarm, however often it is looked at", async () => {
    const client = new ConsulClient(consul.address, "");
    for (let run = 0; run < CLEAN_RUNS; run += 1) {
      const { differences, notLooked, looked } = await lookLive(
        docker,
        client,
        checked.plan,
        checked.resources,
        null,
      );
      const lines = differences.map((one) => `${lineOf(one)} ${JSON.stringify(one.found)}`);
      expect({ run, lines, notLooked }).toEqual({ run, lines: [], notLooked: [] });
      expect(looked).toMatchObject({ containers: AGENTS, services: AGENTS });
    }
  });

  it("ends in 0, without engine and state", async () => {
    const run = await fleet("drift", "--live");
    expect(run.err).toBe("");
    expect(run.out).toContain("no drift; 12 containers, 12 registrations");
    expect(run.code).toBe(0);
  });

  it("needs a yes to be fixed where nobody can be asked", async () => {
    const run = await fleet("drift", "--live", "--fix", "revert");
    expect(run.code).toBe(2);
    expect(run.err).toContain("[confirmation-needed]");
  });
});

describe("a fleet that was tampered with", () => {
  let expected: readonly string[];
  const secret = "hunter2-planted";

  beforeAll(async () => {
    const { naming, fleet: fleetName, stack } = checked.plan;
    const Node = naming.consulNode;
    const step = agent(2).sizing.memoryStep.value;
    const start = agent(2).sizing.memory.value;
    const update = (index: number, options: object) => containerOf(index).update(options);
    const name = (index: number): string => agent(index).name;
    // Numbers 0 and 1: recreated with another environment and a file; stopped.
    const odd = await rerun(0, (same) => ({
      ...same,
      Env: [...(same.Env ?? []), `DB_PASSWORD=${secret}`],
      HostConfig: { ...same.HostConfig, ReadonlyRootfs: false, CapDrop: [] },
    }));
    const exec = await odd.exec({
      Cmd: ["/bin/sh", "-c", "echo x > /www/evil || echo x > /data/evil"],
      User: "0",
    });
    await exec.start({});
    await until("the file", async () =>
      ((await odd.changes()) as { Path: string }[] | null)?.some(({ Path }) => Path.endsWith("/evil")),
    );
    await containerOf(1).stop({ t: 1 });
    // 2: grown by a step, as the scaler does; 3: grown beyond all bounds, with swap.
    await update(2, { Memory: (start + step) * MIB, MemorySwap: (start + step) * MIB });
    const beyond = agent(3).sizing.memoryMax.value + 64;
    await update(3, { Memory: beyond * MIB, MemorySwap: 2 * beyond * MIB });
    // 4: paused; off its network. 5: everything that can be updated.
    await containerOf(5).update({
      MemoryReservation: 33 * MIB,
      CpuShares: 77,
      NanoCpus: 1.5e9,
      CpusetCpus: "0",
      PidsLimit: 50,
      RestartPolicy: { Name: "no" },
    });
    await docker.getNetwork(naming.network).disconnect({ Container: agent(4).containerName, Force: true });
    await containerOf(4).pause();
    // 6: another network, another name. 7: removed and run again by hand, unlabelled.
    await docker.getNetwork("bridge").connect({ Container: agent(6).containerName });
    await containerOf(6).rename({ name: "renamed-by-hand" });
    await rerun(7, (same) => ({ ...same, Labels: {} }));
    // 8: removed. 9: asleep and removed. 10: woken. 11: asleep and given another image.
    await containerOf(8).remove({ force: true });
    const { Config, HostConfig } = await containerOf(11).inspect();
    const [repo = "", tag = ""] = Config.Image.split(/:(?=[^:/]*$)/);
    await containerOf(9).commit({ repo: `${repo}-other`, tag });
    await containerOf(9).remove({ force: true });
    await containerOf(10).start();
    await containerOf(11).remove({ force: true });
    await docker.createContainer({
      ...(Config as Docker.ContainerCreateOptions),
      name: agent(11).containerName,
      Image: `${repo}-other:${tag}`,
      HostConfig: { ...HostConfig, NetworkMode: naming.network },
      NetworkingConfig: { EndpointsConfig: { [naming.network]: { Aliases: [name(11)] } } },
    });
    // Strangers: one that says it is ours, and one in Consul.
    const stray = await docker.createContainer({
      name: "stray",
      Image: Config.Image,
      Labels: { [LABEL.fleet]: fleetName, [LABEL.stack]: stack, [LABEL.agent]: "nobody" },
      HostConfig: { Init: true },
    });
    await stray.start();
    await put("/v1/catalog/register", {
      Node,
      SkipNodeUpdate: true,
      Service: { ID: "stray", Service: "stray", Address: "10.0.0.9", Port: 99 },
    });
    // Consul: gone, another port and tags, another check, keys, the node.
    await put("/v1/catalog/deregister", { Node, ServiceID: agent(2).registration.serviceId });
    await register(3, { Port: 1, Tags: ["evil"], Weights: { Passing: 7, Warning: 1 } });
    await put("/v1/catalog/deregister", { Node, CheckID: agent(4).registration.check.id });
    await put("/v1/catalog/register", {
      Node,
      SkipNodeUpdate: true,
      Check: {
        ...{ Node, CheckID: "service:extra", Name: "extra", Status: "passing" },
        ServiceID: agent(5).registration.serviceId,
        Definition: { HTTP: "http://127.0.0.1:1/", Interval: "10s", Timeout: "1s" },
      },
    });
    await put(`/v1/kv/${naming.keyPrefix}/version`, secret);
    await consul.ask(`/v1/kv/${naming.keyPrefix}/pools/hot`, { method: "DELETE" });
    await put(`/v1/kv/${naming.keyPrefix}/pools/old`, secret);
    await put("/v1/catalog/register", { Node, Address: "127.0.0.1", NodeMeta: { stack: "other" } });
    const check = agent(4).registration.check.id;
    expected = [
      `agent ${name(0)} envs.DB_PASSWORD drifted interrupts`,
      `agent ${name(0)} readOnly drifted interrupts`,
      `agent ${name(0)} capabilities.drops drifted interrupts`,
      `agent ${name(0)} files drifted interrupts`,
      `agent ${name(1)} running drifted`,
      `agent ${name(2)} memory in-envelope`,
      `agent ${name(2)} memorySwap in-envelope`,
      `agent ${name(3)} memory drifted`,
      `agent ${name(3)} memorySwap drifted`,
      `agent ${name(4)} networksAdvanced.${naming.network} drifted`,
      `agent ${name(4)} running drifted`,
      `agent ${name(5)} memoryReservation drifted`,
      `agent ${name(5)} cpuShares drifted`,
      `agent ${name(5)} cpus drifted`,
      `agent ${name(5)} cpuSet drifted`,
      `agent ${name(5)} pidsLimit drifted`,
      `agent ${name(5)} restart drifted`,
      `agent ${name(6)} networksAdvanced.bridge unmanaged`,
      `agent ${name(6)} name drifted`,
      `agent ${name(7)} exists drifted`,
      `stranger ${agent(7).containerName} exists unmanaged`,
      `agent ${name(8)} exists drifted`,
      `agent ${name(9)} exists drifted`,
      `agent ${name(10)} running in-envelope`,
      `agent ${name(11)} imageId drifted`,
      "stranger stray exists unmanaged",
      "stranger stray exists unmanaged",
      `agent ${name(2)} exists drifted`,
      `agent ${name(3)} port drifted`,
      `agent ${name(3)} tags drifted`,
      `agent ${name(3)} weights.passing drifted`,
      ...["http", "interval", "method", "name", "timeout"].map(
        (part) => `agent ${name(4)} checks.${check}.${part} drifted`,
      ),
      ...["http", "interval", "name", "timeout"].map(
        (part) => `agent ${name(5)} checks.service:extra.${part} unmanaged`,
      ),
      `stranger ${naming.keyPrefix}/pools/old exists unmanaged`,
      `registry registry keys.${naming.keyPrefix}/version drifted`,
      `registry registry keys.${naming.keyPrefix}/pools/hot drifted`,
      ...["external-node", "external-probe", "fleet", "stack"].map(
        (key) => `registry registry meta.${key} drifted`,
      ),
    ];
  });

  it("shows each tampering as what it is, and nothing else", async () => {
    const run = await fleet("drift", "--live", "--format", "json");
    expect(run.err).toBe("");
    expect(run.code).toBe(4);
    const report = reportOf(run);
    // Health moves by itself: a paused or disconnected agent may have been found unhealthy already.
    const differences = report.differences.filter(({ property }) => property !== "health");
    expect(differences.map(lineOf).sort()).toEqual([...expected].sort());
    expect(report.summary).toMatchObject({ verdict: "drift", interrupting: 4 });
    expect(run.out).not.toContain(secret);
    const text = await fleet("drift", "--live");
    expect(text.out).toContain("running running -> paused");
    expect(text.out).not.toContain(secret);
  });

  it("is put right as far as it can be without the engine, and without interrupting what is vital", async () => {
    const run = await fleet("drift", "--live", "--fix", "revert", "--yes", "--format", "json");
    expect(run.err).not.toContain("FAILED");
    expect(run.err).toContain("the engine makes it; run it without --live");
    expect(run.err).not.toContain(secret);
    expect(run.code).toBe(4);
    const after = await fleet("drift", "--live", "--format", "json");
    const left = reportOf(after).differences.filter(isDrift);
    const missing = [2, 7, 8, 9].map((index) => agent(index).name);
    expect(left.map(({ subject, property }) => `${subject.name} ${property}`).sort()).toEqual(
      [
        ...["capabilities.drops", "envs.DB_PASSWORD", "files", "readOnly"].map(
          (property) => `${agent(0).name} ${property}`,
        ),
        ...missing.slice(1).map((name) => `${name} exists`),
        `${agent(11).name} imageId`,
        `${checked.plan.naming.keyPrefix}/pools/old exists`,
      ].sort(),
    );
    // Whose a key is nobody can tell: a person removes it.
    await consul.ask(`/v1/kv/${checked.plan.naming.keyPrefix}/pools/old`, { method: "DELETE" });
    // Nobody's container is lost.
    const names = (await docker.listContainers({ all: true })).map(({ Names }) => Names[0] ?? "");
    expect(names.filter((name) => name.startsWith("/set-aside-")).length).toBe(2);
  });

  it("is made whole by the engine, what is vital last and only when allowed", async () => {
    const run = await fleet("drift", "--fix", "revert", "--yes", "--format", "json");
    expect(run.err).not.toContain("error  ");
    expect(run.err).toContain("withheld: it is vital");
    expect(run.code).toBe(4);
    const allowed = await fleet("drift", "--fix", "revert", "--yes", "--allow-interrupt");
    expect(allowed.err).not.toMatch(/FAILED|error {2}/);
    expect(allowed.err).toContain(`agent ${agent(0).name} is replaced by the engine`);
    expect(allowed.code).toBe(0);
    const report = reportOf(await fleet("drift", "--live", "--format", "json"));
    // What scaling and waking did stays; the strangers stay aside; all CPUs are no set of them.
    expect(
      report.differences
        .map((one) => one.class)
        .filter((kind) => kind !== "noise")
        .sort(),
    ).toEqual(["in-envelope", "in-envelope", "in-envelope"]);
  });
});
