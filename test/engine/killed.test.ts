import { readFileSync, readdirSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { join } from "node:path";
import { markedProcesses } from "../../cli/engine/leftovers";
import { checkStack } from "../../cli/pipeline";
import { LABEL } from "../../fleet/labels";
import type { ConsulServer } from "../support/consul-server";
import { Deployment } from "../support/deployment";
import { descendants } from "../support/processes";

/** `up` killed at moments that a seed chooses: the next one finishes, nothing is doubled and nothing left. */

const AGENTS = 6;
/** Who is killed: the command line alone, with its engine, or with all that the engine started. */
const VICTIMS = ["command", "engine", "all"] as const;
type Victims = (typeof VICTIMS)[number];
/** Each round ends with an `up` that is left alone. */
const ROUNDS = 2;
const KILLS_A_ROUND = 4;

let deployment: Deployment;
let consul: ConsulServer;
let random: () => number;

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

/** Runs `up` and kills it some time after Docker was asked for the n-th container. False when it ended before. */
async function killedUp(victims: Victims, nth: number, delay: number): Promise<boolean> {
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
  const running = deployment.start(["up", "--yes"]);
  const first = await Promise.race([moment, running.ended]);
  if (first === "now") await pause(delay);
  const started = descendants(running.pid);
  running.kill("SIGKILL");
  const engines = started.filter((pid) => programOf(pid) === "pulumi");
  const more = victims === "command" ? [] : victims === "engine" ? engines : started;
  for (const pid of more) kill(pid);
  const { signal } = await running.ended;
  (events as unknown as { destroy(): void }).destroy();
  return signal === "SIGKILL";
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
    for (let count = 0; count < KILLS_A_ROUND; count++) {
      const victims = VICTIMS[(round + count) % VICTIMS.length] ?? "all";
      // Every run makes what the one before did not: the later ones have fewer containers to make.
      const nth = 1 + Math.floor(random() * (AGENTS - count - 1));
      const delay = Math.floor(random() * 300);
      const began = Date.now();
      const done = await killedUp(victims, nth, delay);
      const took = ((Date.now() - began) / 1000).toFixed(1);
      told.push(
        `${victims} at container ${nth} + ${delay} ms: ${done ? "killed" : "had ended"} after ${took} s`,
      );
    }
    process.stderr.write(`round ${round}: ${told.join("; ")}\n`);
    expect(told.filter((line) => line.includes(": killed"))).not.toEqual([]);
    const last = await deployment.run("up", "--yes");
    expect(last.err).not.toContain("error  ");
    expect(last.code).toBe(0);
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

it("leaves alone what has the name and the labels, but was there before the killed run", async () => {
  const { plan } = checkStack(deployment.project, "local");
  const [agent] = plan.agents.filter(({ running }) => running);
  if (agent === undefined) throw new Error("no hot agents");
  const { docker } = deployment.host;
  const other = await docker.createContainer({
    name: agent.containerName,
    Image: agent.image.reference,
    Labels: { [LABEL.fleet]: plan.fleet, [LABEL.stack]: plan.stack },
  });
  await killedUp("all", 1, 0);
  const next = await deployment.run("up", "--yes");
  expect(next.code).toBe(1);
  expect(next.err).toContain("of an earlier run were cut off");
  expect(next.err).toContain("[name-taken]");
  expect((await other.inspect()).Name).toBe(`/${agent.containerName}`);
  await other.remove();
  expect((await deployment.run("up", "--yes")).code).toBe(0);
  expect((await deployment.run("destroy", "--yes")).code).toBe(0);
});

it("leaves no lock and no note of anything unfinished", () => {
  expect(readdirSync(join(deployment.home, "unfinished"))).toEqual([]);
  expect(readdirSync(join(deployment.home, "locks"))).toEqual([]);
  expect(markedProcesses(mark())).toEqual([]);
});
