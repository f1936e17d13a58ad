import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keptReport, reportFile } from "../../cli/drift/report-file";
import type { Difference, DriftReport } from "../../cli/drift/model";
import { checkStack } from "../../cli/pipeline";
import type { AgentPlan } from "../../fleet/plan/types";
import { Deployment } from "../support/deployment";
import type { Ran } from "../support/deployment";

/** Both witnesses, the gate in front of `fleet up` and both fixes, on a real engine, Docker and Consul. */

const MIB = 1024 * 1024;
const AGENTS_FILE = "catalog/agents.yaml";
let deployment: Deployment;
let agents: readonly AgentPlan[];
let names: readonly string[];

const fleet = (...args: readonly string[]): Promise<Ran> => deployment.run(...args);
const fleetIn = (env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Ran> =>
  deployment.start(args, { env }).ended;

function edit(file: string, change: (text: string) => string): void {
  const path = join(deployment.project, file);
  const text = readFileSync(path, "utf8");
  const changed = change(text);
  if (changed === text) throw new Error(`nothing to change in ${file}`);
  writeFileSync(path, changed);
}

const containerOf = (index: number) =>
  deployment.host.docker.getContainer(agents[index]?.containerName ?? "?");
const nameOf = (index: number): string => names[index] ?? "?";

/** What two witnesses say, by agent and property, without noise. */
function said({ out }: Ran): Record<string, Pick<Difference, "class" | "witnesses" | "last">> {
  const { differences } = JSON.parse(out) as DriftReport;
  const told = differences.filter((one) => one.class !== "noise" && one.property !== "memorySwap");
  return Object.fromEntries(
    told.map(({ subject, property, class: kind, witnesses, last }) => [
      `${names.indexOf(subject.name)} ${property}`,
      { class: kind, witnesses, last },
    ]),
  );
}

beforeAll(async () => {
  deployment = await Deployment.open(5, [], { consul: true });
  // The gate of staging and prod, whose images nobody has here.
  edit("stacks/tiers.yaml", (text) => text.replace(/^( +)imagePinning: tag/m, "$1maxDriftReportAge: 1h\n$&"));
  // An update waits for the first check of every agent.
  edit("catalog/profiles.yaml", (text) =>
    text.replace("interval: 2s, timeout: 5s", "interval: 1s, timeout: 1s"),
  );
  const { plan, catalog } = checkStack(deployment.project, "local");
  names = catalog.agents.map(({ name }) => name);
  agents = names.flatMap((name) => plan.agents.filter((agent) => agent.name === name));
});

afterAll(async () => {
  await deployment.close();
});

function reportKept(): DriftReport {
  const found = kept();
  if (found.state !== "kept") throw new Error(`the report is ${found.state}`);
  return found.report;
}
const kept = () => keptReport(deployment.home, "sutazai", "local");

it.each([
  ["the state of this machine", {}],
  // A folder that is new each time stands for one that is far away: only the engine knows what it has.
  ["another backend", { PULUMI_BACKEND_URL: "file://." }],
])("calls everything pending before the first deployment, with %s", async (_title, more) => {
  const { code, out, err } = await fleetIn(more, "drift", "--format", "json");
  const report = JSON.parse(out) as DriftReport;
  const classes = new Set(
    report.differences.map((one) => `${one.property.split(".")[0] ?? ""} ${one.class}`),
  );
  expect([code, [...classes].sort(), err]).toEqual([
    0,
    ["exists pending", "keys pending"],
    expect.any(String),
  ]);
  expect(report.witnesses[1]).toMatchObject({ witness: "engine", why: "nothing was deployed yet" });
});

it("deploys a new stack without a report, and asks for one from then on", async () => {
  const first = await fleet("up", "--yes");
  expect([first.code, first.err]).toEqual([0, expect.any(String)]);
  rmSync(reportFile(deployment.home, "sutazai", "local"));
  const second = await fleet("up", "--yes");
  expect(second.code).toBe(1);
  expect(second.out).toContain("drift report none -> one of this declaration, at most 1h old");
  expect(second.err).toContain("up stopped by the check: nothing was touched");
});

it("is clean to both witnesses, keeps the report, and opens the gate", async () => {
  const run = await fleet("drift", "--format", "json");
  const report = JSON.parse(run.out) as DriftReport;
  expect([run.code, report.differences, report.notLooked]).toEqual([0, [], []]);
  expect(report.witnesses.map(({ witness, ran }) => [witness, ran])).toEqual([
    ["live", true],
    ["engine", true],
  ]);
  expect(kept()).toEqual({ state: "kept", report });
  const open = await fleet("up", "--yes");
  expect([open.code, open.out]).toEqual([0, ""]);
});

describe("after somebody has changed things, and somebody else the catalog", () => {
  let run: Ran;
  beforeAll(async () => {
    const update = (index: number, options: object) => containerOf(index).update(options);
    await update(0, { Memory: 200 * MIB, MemorySwap: 200 * MIB });
    await update(1, { CpuShares: 512, PidsLimit: 50 });
    await update(2, { Memory: 300 * MIB, MemorySwap: 300 * MIB });
    await containerOf(4).remove({ force: true });
    edit(AGENTS_FILE, (text) =>
      [2, 3].reduce((done, index) => {
        const line = `  - name: ${nameOf(index)}\n`;
        return done.replace(line, `${line}    memory: 256MiB\n`);
      }, text),
    );
    run = await fleet("drift", "--format", "json");
  });

  it("tells drift, what is pending, and both apart", () => {
    expect(run.code).toBe(4);
    const both = ["live", "engine"];
    expect(said(run)).toEqual({
      "0 memory": { class: "drifted", witnesses: both, last: 256 },
      "1 cpuShares": { class: "drifted", witnesses: both, last: agents[1]?.sizing.cpuShares.value },
      // Only the live witness looks at it.
      "1 pidsLimit": { class: "drifted", witnesses: ["live"], last: null },
      "2 memory": { class: "both", witnesses: both, last: 128 },
      "3 memory": { class: "pending", witnesses: both, last: 128 },
      "4 exists": { class: "drifted", witnesses: both, last: true },
    });
  });

  it("stops the next update at the gate, each agent by its line", async () => {
    const { code, out, err } = await fleet("up", "--yes");
    expect(code).toBe(1);
    for (const index of [0, 1, 2, 4]) expect(out).toContain(`agent ${nameOf(index)}  ${AGENTS_FILE}:`);
    expect(out).not.toContain(`agent ${nameOf(3)} `);
    expect(out).toContain("[fleet-no-unapproved-drift]");
    expect(err).toContain("nothing was touched");
  });

  it("stops it as well when the report is damaged, or of another declaration", async () => {
    const file = reportFile(deployment.home, "sutazai", "local");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.slice(0, -20));
    expect((await fleet("up", "--yes")).out).toContain("drift report damaged: no JSON");
    writeFileSync(file, text.replace(/"planDigest": "\w/, '"planDigest": "x'));
    expect((await fleet("up", "--yes")).out).toContain("drift report damaged: /planDigest");
    writeFileSync(file, text.replace(/("planDigest": ")\w{8}/, "$100000000"));
    expect((await fleet("up", "--yes")).out).toContain("drift report one of another declaration");
  });

  it("adopts what can be declared, shows the patch, and leaves the rest with its reason", async () => {
    const { code, out, err } = await fleet("drift", "--fix", "adopt", "--write");
    expect(code).toBe(4);
    const changed = out.split("\n").filter((line) => /^[+-] /.test(line));
    expect(changed.sort()).toEqual([
      "+    criticality: normal",
      "+    memory: 200MiB",
      "-    memory: 256MiB",
    ]);
    expect(err).toContain("the declaration changed as well");
    expect(err).toContain("the catalog has no key for it");
    expect(err).toContain(`wrote ${AGENTS_FILE}`);
    const { plan } = checkStack(deployment.project, "local");
    const now = (index: number) => plan.agents.find(({ name }) => name === nameOf(index))?.sizing;
    expect([now(0)?.memory.value, now(1)?.cpuShares.value]).toEqual([200, 512]);
  });

  it("reverts the rest through the engine, which the gate lets pass, and is clean again", async () => {
    const reverted = await fleet("drift", "--fix", "revert", "--yes", "--allow-interrupt");
    expect([reverted.code, reverted.err]).toEqual([0, expect.stringContaining("looking again")]);
    const { classes, verdict } = reportKept().summary;
    // What is pending is for `fleet up`: nobody asked for it here.
    expect([verdict, classes.drifted + classes.both, classes.pending > 0]).toEqual(["clean", 0, true]);
    const limit = async (index: number) => (await containerOf(index).inspect()).HostConfig.Memory;
    expect(await Promise.all([0, 2, 3, 4].map(limit))).toEqual([200, 256, 128, 128].map((mib) => mib * MIB));
  });
});
