import { readFileSync, readdirSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { join } from "node:path";
import { markedProcesses } from "../../cli/engine/leftovers";
import { checkStack } from "../../cli/pipeline";
import { LABEL } from "../../fleet/labels";
import type { ConsulServer } from "../support/consul-server";
import { Deployment } from "../support/deployment";
import { descendants } from "../support/processes";

/**
 * `up` killed at moments that a seed chooses: the next one finishes, nothing is doubled and nothing left. The first run
 * of a stack writes its state at its end alone, every later one at every step: both are killed.
 */

const AGENTS = 6;
/** Who is killed: the command line alone, with its engine, or with all that the engine started. */
const VICTIMS = ["command", "engine", "all"] as const;
type Victims = (typeof VICTIMS)[number];
/** Each round kills first runs, leaves one alone, kills others that replace everything, and leaves the last alone. */
const ROUNDS = 2;
const KILLS = { first: 2, later: 1 };
const CLEARING = "an earlier first run came to no end: clearing what it made";
const TO_CLEAR = "the next up or destroy clears what it made";

let deployment: Deployment;
let consul: ConsulServer;
let random: () => number;
let stopTimeout = 20;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const mark = () => join(deployment.home, "sutazai-local");

/** Runs `up` and kills it some time after Docker was asked for the n-th container. */
async function killedUp(
  victims: Victims,
  nth: number,
  delay: number,
): Promise<{ readonly killed: boolean; readonly err: string }> {
  const events = await deployment.host.docker.getEvents({
    filters: { type: ["container"], event: ["create"], label: [LABEL.fleet] },
  });
  let created = 0;
  const moment = new Promise<"now">((resolve) => {
    events.on("data", () => {
      created += 1;
      if (created === nth) resolve("now");
    });
  });
  const running = deployment.start(["up", "--yes", "--skip-preview"]);
  const first = await Promise.race([moment, running.ended]);
  if (first === "now") await pause(delay);
  const started = descendants(running.pid);
  running.kill("SIGKILL");
  const engines = started.filter((pid) => programOf(pid) === "pulumi");
  const more = victims === "command" ? [] : victims === "engine" ? engines : started;
  for (const pid of more) kill(pid);
  const { signal, err } = await running.ended;
  (events as unknown as { destroy(): void }).destroy();
  // It may have come to its end before.
  return { killed: signal === "SIGKILL", err };
}

/** Every container has to be replaced after this. */
function changeContainers(): void {
  stopTimeout += 1;
  deployment.edit("catalog/profiles.yaml", /stopTimeout: \d+s/, `stopTimeout: ${stopTimeout}s`);
}

function programOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").trim();
  } catch {
    return "";
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Gone since.
  }
}

/** What stands registered on the node of the fleet, by id. */
async function registered(): Promise<readonly string[]> {
  interface Node {
    readonly Services: readonly { readonly ID: string }[] | null;
  }
  const node = await consul.ask<Node>("/v1/catalog/node-services/sutazai-local-agents");
  return (node?.Services ?? []).map(({ ID }) => ID).sort();
}

beforeAll(async () => {
  deployment = await Deployment.open(AGENTS, [], { consul: true });
  ({ consul } = deployment);
});

afterAll(async () => {
  await deployment.close();
});

it.each(Array.from({ length: ROUNDS }, (_, round) => round))(
  "round %d: killed again and again, the next up finishes, and destroy leaves nothing",
  async (round) => {
    random = seeded(20_261_130 + round);
    const { plan } = checkStack(deployment.project, "local");
    const told: string[] = [];
    const kill = async (first: boolean): Promise<void> => {
      /** Null where nobody can know. */
      let cleared: boolean | null = false;
      for (let count = 0; count < (first ? KILLS.first : KILLS.later); count++) {
        const victims = VICTIMS[(round + told.length) % VICTIMS.length] ?? "all";
        // Runs that go on make what the one before did not: the later ones have fewer containers to make.
        const nth = 1 + Math.floor(random() * (AGENTS - 1 - (first ? 0 : count)));
        const delay = Math.floor(random() * 300);
        const began = Date.now();
        const { killed, err } = await killedUp(victims, nth, delay);
        const took = ((Date.now() - began) / 1000).toFixed(1);
        told.push(
          `${victims} at container ${nth} + ${delay} ms: ${killed ? "killed" : "had ended"} after ${took} s`,
        );
        if (cleared !== null) expect(err.includes(CLEARING)).toBe(cleared);
        // An engine that lost its command line writes what it knows, or dies when it tells it what it does.
        cleared = first && victims === "command" ? null : first && killed;
      }
      const { code, err } = await deployment.run("up", "--yes", "--skip-preview");
      expect(err).not.toContain("error  ");
      expect(code).toBe(0);
      if (cleared !== null) expect(err.includes(CLEARING)).toBe(cleared);
    };
    await kill(true);
    changeContainers();
    await kill(false);
    process.stderr.write(`round ${round}: ${told.join("; ")}\n`);
    expect(told.filter((line) => line.includes(": killed"))).not.toEqual([]);
    const containers = plan.agents.map(({ containerName }) => containerName).sort();
    expect((await deployment.left()).containers).toEqual(containers);
    expect((await deployment.left()).networks).toEqual(["sutazai-local"]);
    expect(await registered()).toEqual(plan.agents.map(({ registration }) => registration.serviceId).sort());
    expect(await deployment.json("preview", "--refresh")).toMatchObject({ exitCode: 0, steps: [] });
    expect(markedProcesses(mark())).toEqual([]);
    const gone = await deployment.run("destroy", "--yes");
    expect(gone.err).not.toContain("error  ");
    expect(await deployment.left()).toEqual({ containers: [], networks: [], volumes: [] });
    expect(await registered()).toEqual([]);
  },
);

describe("what has the name and the labels, but was there before the killed run", () => {
  /** A container of somebody else, in the place of an agent. */
  async function stranger() {
    const { plan } = checkStack(deployment.project, "local");
    const [agent] = plan.agents.filter(({ running }) => running);
    if (agent === undefined) throw new Error("no hot agents");
    const { docker } = deployment.host;
    await docker
      .getContainer(agent.containerName)
      .remove({ force: true })
      .catch(() => undefined);
    return docker.createContainer({
      name: agent.containerName,
      Image: agent.image.reference,
      Labels: { [LABEL.fleet]: plan.fleet, [LABEL.stack]: plan.stack },
    });
  }

  async function isLeftAlone(): Promise<void> {
    const other = await stranger();
    const name = (await other.inspect()).Name;
    await killedUp("all", 1, 0);
    // The engine meets the taken name by itself; then it may have ended and saved before it was killed.
    const unsaved = (await deployment.run("preview")).err.includes(TO_CLEAR);
    const next = await deployment.run("up", "--yes");
    expect(next.code).toBe(1);
    expect(next.err.includes(CLEARING)).toBe(unsaved);
    expect(next.err).toContain("[name-taken]");
    expect((await other.inspect()).Name).toBe(name);
    await other.remove();
    expect((await deployment.run("up", "--yes")).code).toBe(0);
  }

  it("is left alone after a first run", isLeftAlone);

  it("is left alone after a later run", async () => {
    changeContainers();
    await isLeftAlone();
    expect((await deployment.run("destroy", "--yes")).code).toBe(0);
  });
});

it("clears by destroy what a killed first run made, and nothing else", async () => {
  const { plan } = checkStack(deployment.project, "local");
  const other = await deployment.host.docker.createContainer({
    name: `${plan.naming.scope}-somebody`,
    Image: plan.agents[0]?.image.reference ?? "",
    Labels: { [LABEL.fleet]: plan.fleet, [LABEL.stack]: plan.stack },
  });
  await killedUp("all", AGENTS - 1, 0);
  const look = await deployment.run("preview");
  expect(look.err).toContain(TO_CLEAR);
  const gone = await deployment.run("destroy", "--yes");
  expect(gone.err).toContain(CLEARING);
  expect(gone.code).toBe(0);
  const left = await deployment.left();
  expect(left).toEqual({ containers: [`${plan.naming.scope}-somebody`], networks: [], volumes: [] });
  expect(await registered()).toEqual([]);
  await other.remove();
});

it("leaves no lock and no note of anything unfinished", () => {
  expect(readdirSync(join(deployment.home, "unfinished"))).toEqual([]);
  expect(readdirSync(join(deployment.home, "state", ".fleet", "sutazai"))).toEqual([]);
  expect(readdirSync(join(deployment.home, "locks"))).toEqual([]);
  expect(markedProcesses(mark())).toEqual([]);
});
