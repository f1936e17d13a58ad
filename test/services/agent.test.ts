import { readFileSync } from "node:fs";
import { agentContract } from "../../cli/doctor/agent-contract";
import { AgentProcess } from "../support/agent-process";
import { freePorts } from "../support/consul-server";
import { ModelServer } from "../support/model-server";
import { RabbitServer } from "../support/rabbitmq-server";
import { TaskQueue, agentEnvironment, definitionsOf } from "../support/task-queue";
import { until } from "../support/until";

const VHOST = "agents";
const TASK = JSON.stringify({ prompt: "x" });
/** What one agent may have at rest and under load, so that a limit of 128 MiB holds. MB are millions of bytes. */
const AT_REST = 60e6;
const UNDER_LOAD = 100e6;
/** The promise is 3 s on a machine with nothing else to do; this one may be five times slower. */
const READY_WITHIN = 15_000;

let model: ModelServer;
let broker: RabbitServer;
let queue: TaskQueue;
const agents: AgentProcess[] = [];

beforeAll(async () => {
  model = await ModelServer.start();
  broker = await RabbitServer.start(definitionsOf([{ vhost: VHOST }]));
  queue = await TaskQueue.open(broker, VHOST);
});
afterEach(async () => {
  model.before = () => Promise.resolve();
  model.behaviour = "answers";
  for (const agent of agents.splice(0)) await agent.stop("SIGKILL");
});
afterAll(async () => {
  model.stop();
  await queue.close();
  await broker.stop();
});

function spawn(more: Readonly<Record<string, string>> = {}): AgentProcess {
  const agent = AgentProcess.spawn({ ...agentEnvironment(broker, VHOST, model.url), ...more });
  agents.push(agent);
  return agent;
}

async function ready(more: Readonly<Record<string, string>> = {}): Promise<AgentProcess> {
  const agent = spawn(more);
  await agent.untilReady();
  return agent;
}

/** Bytes of memory that the process has. */
function resident(agent: AgentProcess): number {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${agent.pid}/status`, "utf8"))?.[1]) * 1024;
}

/** Holds the model back until it is called. */
function hold(): () => void {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  model.before = () => held;
  return release;
}

test("is ready soon, small at rest and under load, and keeps the contract", async () => {
  const started = Date.now();
  const agent = await ready();
  expect(Date.now() - started).toBeLessThan(READY_WITHIN);
  expect(resident(agent)).toBeLessThan(AT_REST);
  const prompts = Array.from({ length: 200 }, (_, index) => `load-${index}`);
  await Promise.all(prompts.map((id) => queue.prompt(id)));
  for (let round = 0; round < 100; round += 1) {
    const answers = await Promise.all([1, 2, 3, 4].map(() => agent.ask(TASK)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  }
  expect(new Set(await queue.answers(200))).toEqual(new Set(prompts));
  expect(resident(agent)).toBeLessThan(UNDER_LOAD);
  expect(await agent.metric('fleet_agent_requests_total{outcome="ok"}')).toBe(600);
  expect(await agent.metric("fleet_agent_request_duration_seconds_count")).toBe(600);
  const checks = await agentContract(agent.url, 5_000);
  expect(checks.filter(({ kept }) => !kept)).toEqual([]);
});

test("sheds load with 429 while it is full, stays alive, and recovers", async () => {
  const agent = await ready({ FLEET_CONCURRENCY: "2", FLEET_WAITING: "1" });
  const release = hold();
  const asked = [agent.ask(TASK), agent.ask(TASK), agent.ask(TASK)];
  await until("it to be full", async () => (await agent.status("/readyz")) === 429);
  const refused = await agent.ask(TASK);
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "1"]);
  expect(await agent.status("/healthz")).toBe(200);
  expect(await agent.metric("fleet_agent_in_flight")).toBe(2);
  expect(await agent.metric("fleet_agent_queue_length")).toBe(1);
  release();
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await agent.status("/readyz")).toBe(200);
  expect(await agent.metric('fleet_agent_requests_total{outcome="shed"}')).toBe(1);
});

test("answers without the model while that is broken, stays ready, and asks it again once it is back", async () => {
  const agent = await ready({ FLEET_BREAKER_OPEN_SECONDS: "0.3" });
  model.behaviour = "fails";
  for (let request = 0; request < 4; request += 1) {
    const { status, text } = await agent.ask(TASK);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ fallback: true });
  }
  expect(await agent.metric('fleet_agent_breaker_state{state="closed"}')).toBe(0);
  expect(await agent.metric("fleet_agent_fallback_total")).toBe(4);
  expect(await agent.metric('fleet_agent_requests_total{outcome="error"}')).toBe(0);
  expect(await agent.status("/readyz")).toBe(200);
  model.behaviour = "answers";
  await until("the breaker to close", async () => {
    return (await agent.metric('fleet_agent_breaker_state{state="closed"}')) === 1;
  });
  expect(JSON.parse((await agent.ask(TASK)).text)).toMatchObject({ fallback: false, answer: "about x" });
});

test("finishes what it has in hand when it is told to stop, and takes nothing more", async () => {
  const agent = await ready();
  const release = hold();
  const prompts = ["in hand", "waiting"];
  for (const id of prompts) await queue.prompt(id);
  const asked = agent.ask(TASK);
  await until("both to be at work", async () => (await agent.metric("fleet_agent_in_flight")) === 2);
  const stopped = agent.stop("SIGTERM");
  await until("it to say that it stops", () => Promise.resolve(agent.log.includes('"stops"')));
  release();
  expect((await asked).status).toBe(200);
  expect(await stopped).toBe(0);
  expect(await queue.answers(1)).toEqual(["in hand"]);
  await queue.untilReady("work", 1);
  expect((await queue.take("work")).properties).toMatchObject({ messageId: "waiting", headers: {} });
});

test("ends when its grace period does, and its task is done by another", async () => {
  const slow = await ready({ FLEET_GRACE_SECONDS: "0.2" });
  const release = hold();
  await queue.prompt("slow");
  await until("it to be at work", async () => (await slow.metric("fleet_agent_in_flight")) === 1);
  expect(await slow.stop("SIGTERM")).toBe(0);
  expect(slow.log).toContain("work was left undone");
  release();
  await ready();
  expect(await queue.answers(1)).toEqual(["slow"]);
});

test("is alive and not ready while it has not reached its broker", async () => {
  const [nowhere = 0] = await freePorts(1);
  const agent = spawn({ RABBITMQ_PORT: String(nowhere) });
  await until("it to be alive", async () => (await agent.status("/healthz")) === 200);
  expect(await agent.status("/readyz")).toBe(503);
  expect(await agent.stop()).toBe(0);
});

test("says what is wrong with its environment, and never a password", async () => {
  const agent = spawn({ FLEET_CONCURRENCY: "many", RABBITMQ_PASSWORD: "not to be told" });
  expect(await agent.ended).toBe(2);
  expect(agent.log).toContain('FLEET_CONCURRENCY: found \\"many\\"');
  expect(agent.log).not.toContain("not to be told");
});
