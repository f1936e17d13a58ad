import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FLEET } from "../support/fleet";
import { ROOT } from "../support/project";
import { RabbitServer } from "../support/rabbitmq-server";
import { TaskQueue, definitionsOf, passwordOf } from "../support/task-queue";

const VHOST = "sutazai";
let broker: RabbitServer;
let queue: TaskQueue;
const folder = mkdtempSync(join(tmpdir(), "fleet-queue-"));
const passwordFile = join(folder, "password");

beforeAll(async () => {
  writeFileSync(passwordFile, passwordOf("operator"));
  broker = await RabbitServer.start(definitionsOf([{ vhost: VHOST, maxLength: 3, timeout: 3600 }]));
  queue = await TaskQueue.open(broker, VHOST);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await queue.close();
  await broker.stop();
});

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Not synchronously: the connections of this process have to answer the broker meanwhile. */
function run(...args: string[]): Promise<Run> {
  const all = [FLEET, "queue", ...args, "--stack", "dev", "--broker", `127.0.0.1:${broker.port}`];
  return new Promise((resolve) => {
    const child = execFile(process.execPath, all, { cwd: ROOT, timeout: 60_000 }, (_, out, err) => {
      resolve({ code: child.exitCode ?? -1, out, err });
    });
  });
}

const status = async (): Promise<Record<string, unknown>> =>
  JSON.parse((await run("--password-file", passwordFile, "--format", "json")).out) as Record<string, unknown>;

test("shows depths and dead letters with why, and puts them back to work", async () => {
  const headers = { "x-fleet-retries": 3, "x-fleet-error": "the task is no JSON", tenant: "a" };
  for (const id of ["one", "two"]) await queue.prompt(id, { headers });
  const read = await broker.connect(VHOST, "agent", passwordOf("agent"));
  const channel = await read.createChannel();
  for (let letter = 0; letter < 2; letter += 1) {
    const message = await channel.get("tasks");
    if (message !== false) channel.nack(message, false, false);
  }
  await channel.close();
  await read.close();
  await queue.untilReady("deadLetter", 2);

  const before = await status();
  expect(before["deadLetters"]).toMatchObject([
    { id: "one", why: "given up after 4 tries: the task is no JSON", priority: 1, tries: 3 },
    { id: "two" },
  ]);
  // Looking takes nothing.
  await queue.untilReady("deadLetter", 2);
  const text = await run("--password-file", passwordFile);
  expect(text.out).toMatch(/dead-letter +2 waiting/);
  expect(text.out).toContain("given up after 4 tries: the task is no JSON");

  const one = await run("redrive", "--id", "two", "--password-file", passwordFile, "--format", "json");
  expect(JSON.parse(one.out)).toEqual({ schemaVersion: 1, stack: "dev", taken: 1, overflowed: 0, left: 1 });
  await queue.untilReady("deadLetter", 1);
  const { properties } = await queue.take("work");
  expect([properties.messageId, properties.headers]).toEqual(["two", { tenant: "a" }]);

  for (const id of ["a", "b", "c"]) await queue.prompt(id);
  const full = await run("redrive", "--password-file", passwordFile, "--format", "json");
  expect(JSON.parse(full.out)).toMatchObject({ taken: 0, overflowed: 1, left: 0 });
  await queue.untilReady("overflow", 1);
  await queue.untilReady("deadLetter", 0);
});

test("says why it can't be asked, without any password", async () => {
  writeFileSync(join(folder, "wrong"), "not-the-password");
  const denied = await run("--password-file", join(folder, "wrong"));
  expect([denied.code, denied.out]).toEqual([2, ""]);
  expect(denied.err).toContain("[broker-denied]");
  expect(denied.err).not.toContain("not-the-password");
  const unknown = await run("--password-file", join(folder, "nothing"));
  expect([unknown.code, unknown.out]).toEqual([2, ""]);
  expect(unknown.err).toContain("no such file (ENOENT)");
});
