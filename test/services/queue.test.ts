import { putBackOne } from "../../agent/overflow";
import { ERROR_HEADER, RETRIES_HEADER } from "../../fleet/queue/headers";
import { AgentProcess } from "../support/agent-process";
import { ModelServer } from "../support/model-server";
import { RabbitServer } from "../support/rabbitmq-server";
import { TaskQueue, agentEnvironment, definitionsOf, passwordOf } from "../support/task-queue";
import { until } from "../support/until";

/** A fleet for each test on one broker, which has the definitions of the real plan with these numbers. */
const FULL = "full";
const SMALL = "small";
const ORDER = "order";
const KILL = "kill";
const POISON = "poison";
const RESTART = "restart";

let broker: RabbitServer;
let model: ModelServer;
const agents: AgentProcess[] = [];
const queues: TaskQueue[] = [];

beforeAll(async () => {
  model = await ModelServer.start();
  broker = await RabbitServer.start(
    definitionsOf([
      { vhost: FULL },
      { vhost: SMALL, maxLength: 2, timeout: 10 },
      ...[ORDER, KILL, POISON, RESTART].map((vhost) => ({ vhost })),
    ]),
  );
});

afterEach(async () => {
  model.before = () => Promise.resolve();
  for (const agent of agents.splice(0)) await agent.stop("SIGKILL");
  for (const queue of queues.splice(0)) await queue.close();
});

afterAll(async () => {
  model.stop();
  await broker.stop();
});

async function open(vhost: string): Promise<TaskQueue> {
  const queue = await TaskQueue.open(broker, vhost);
  queues.push(queue);
  return queue;
}

function spawn(vhost: string): AgentProcess {
  const agent = AgentProcess.spawn(agentEnvironment(broker, vhost, model.url));
  agents.push(agent);
  return agent;
}

async function ready(vhost: string): Promise<AgentProcess> {
  const agent = spawn(vhost);
  await agent.untilReady();
  return agent;
}

/** What is worth knowing when an answer does not come. */
async function stateOf(queue: TaskQueue, agent: AgentProcess): Promise<string> {
  const names = ["work", "overflow", "deadLetter"] as const;
  const depths = await Promise.all(names.map(async (name) => `${name} ${await queue.ready(name)}`));
  return `${depths.join(", ")} wait; the agent answers ${await agent.status("/readyz")} and said\n${agent.log.slice(-3000)}`;
}

const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `task-${index}`);

test("message 10,001 overflows, nothing is lost, and a free agent gets it", async () => {
  const queue = await open(FULL);
  const ids = numbered(10_001);
  // Confirms and refusals come in no guaranteed order: which message was refused is not the question.
  const taken = await Promise.all(ids.map((id) => queue.prompt(id)));
  expect(taken.filter((one) => one)).toHaveLength(10_000);
  await queue.untilReady("overflow", 1);
  expect(await queue.ready("work")).toBe(10_000);

  const seen: string[] = [];
  await queue.operator.consume("tasks", (message) => seen.push(String(message?.properties.messageId)), {
    ...{ noAck: true, consumerTag: "all" },
  });
  await until("all that waited", () => Promise.resolve(seen.length >= 10_000), 60_000);
  await queue.operator.cancel("all");
  await ready(FULL);
  const answered = await queue.answers(1);
  expect(answered).toHaveLength(1);
  expect(new Set([...seen, ...answered])).toEqual(new Set(ids));
  expect([await queue.ready("overflow"), await queue.ready("deadLetter")]).toEqual([0, 0]);
});

test("what waits too long is a dead letter, also when it had overflowed before", async () => {
  const queue = await open(SMALL);
  const three = numbered(3).map((id) => queue.prompt(id, { headers: { tenant: "a" } }));
  expect((await Promise.all(three)).filter((one) => one)).toHaveLength(2);
  // The two that were taken wait for longer than they may.
  await queue.untilReady("deadLetter", 2);
  await queue.untilReady("overflow", 1);
  const connection = await broker.connect(SMALL, "agent", passwordOf("agent"));
  const channel = await connection.createConfirmChannel();
  expect(await putBackOne(channel)).toBe(true);
  expect(await putBackOne(channel)).toBe(false);
  await connection.close();
  // With its old headers it would be sorted by its first death, and overflow again.
  await queue.untilReady("deadLetter", 3);
  expect(await queue.ready("overflow")).toBe(0);
  for (let letter = 0; letter < 3; letter += 1) {
    const { headers } = (await queue.take("deadLetter")).properties;
    expect(headers).toMatchObject({ "x-first-death-reason": "expired", tenant: "a" });
  }
});

test("the three priorities come out in order, each first come, first served", async () => {
  const queue = await open(ORDER);
  const rounds = ["a", "b", "c"];
  for (const round of rounds) {
    for (const priority of [0, 2, 1]) await queue.prompt(`${round}${priority}`, { priority });
  }
  await ready(ORDER);
  // One agent takes one task at a time, so the answers stand in the order of the tasks.
  const wanted = [2, 1, 0].flatMap((priority) => rounds.map((round) => `${round}${priority}`));
  expect(await queue.answers(9)).toEqual(wanted);
});

test("a killed agent loses nothing", async () => {
  const queue = await open(KILL);
  const ids = numbered(12);
  for (const id of ids) await queue.prompt(id);
  const working = new Promise<void>((resolve) => {
    model.before = (prompt) => {
      if (prompt !== "task-4") return Promise.resolve();
      resolve();
      return new Promise(() => undefined);
    };
  });
  const victim = spawn(KILL);
  await working;
  await victim.stop("SIGKILL");
  model.before = () => Promise.resolve();
  await ready(KILL);
  // Whoever is killed between the answer and its acknowledgement answers twice: at least once is what is promised.
  expect(new Set(await queue.answers(12))).toEqual(new Set(ids));
  await queue.untilReady("work", 0);
  expect(await queue.ready("deadLetter")).toBe(0);
});

test("a task that can't be done ends in the dead letters after its tries, and holds up nobody", async () => {
  const queue = await open(POISON);
  await queue.publish("poison", "not a task", { headers: { tenant: "a" } });
  await queue.prompt("good");
  await ready(POISON);
  expect(await queue.answers(1)).toEqual(["good"]);
  await queue.untilReady("deadLetter", 1);
  const { properties, content } = await queue.take("deadLetter");
  expect(content.toString()).toBe("not a task");
  expect(properties).toMatchObject({ messageId: "poison", priority: 1, replyTo: "answers.all" });
  expect(properties.headers).toMatchObject({
    ...{ tenant: "a", [RETRIES_HEADER]: 3, [ERROR_HEADER]: "the task is no JSON" },
    "x-first-death-reason": "rejected",
  });
});

test("a task that kills its agents ends in the dead letters after its tries", async () => {
  const queue = await open(POISON);
  await queue.prompt("killer");
  let kills = 0;
  for (let round = 0; round < 10; round += 1) {
    if ((await queue.ready("deadLetter")) === 1) break;
    const victim = spawn(POISON);
    model.before = async () => {
      kills += 1;
      await victim.stop("SIGKILL");
    };
    await until(
      "a kill or the dead letter",
      async () => !victim.running || (await queue.ready("deadLetter")) === 1,
      60_000,
    );
  }
  // The first try and three more.
  expect(kills).toBe(4);
  expect((await queue.take("deadLetter")).properties.headers).toMatchObject({ [RETRIES_HEADER]: 3 });
});

test("a broker that is killed loses nothing that it confirmed, and the agent comes back", async () => {
  let queue = await open(RESTART);
  // The queue of the answers is new, and the crash is not about queues that nobody has written down yet.
  broker.writeDown();
  const agent = await ready(RESTART);
  const confirmed: string[] = [];
  const publish = async (ids: readonly string[]) => {
    for (const id of ids) if (await queue.prompt(id)) confirmed.push(id);
  };
  const half = publish(numbered(100_000)).catch(() => undefined);
  await until("some to be confirmed", () => Promise.resolve(confirmed.length > 50));
  await broker.halt("SIGKILL");
  await half;
  const before = confirmed.length;
  await broker.boot();
  queue = await open(RESTART);
  await publish(["after-1", "after-2"]);
  await agent.untilReady();
  const answered = new Set<string>();
  const missing = () => confirmed.filter((id) => !answered.has(id));
  while (missing().length > 0) {
    const more = await queue.answers(1).catch(async (error: unknown) => {
      throw new Error(`no answer to ${missing().join(", ")}: ${await stateOf(queue, agent)}`, {
        cause: error,
      });
    });
    for (const id of more) answered.add(id);
  }
  expect(confirmed).toHaveLength(before + 2);
  expect(await queue.ready("deadLetter")).toBe(0);
  expect(await agent.status("/readyz")).toBe(200);
});
