import { connect } from "amqplib";
import type { Channel, ChannelModel } from "amqplib";
import { bringModels } from "../../bench/load/stack/bring-models";
import { knownSecrets } from "../../cli/engine/stack-secrets";
import { checkStack } from "../../cli/pipeline";
import type { FleetPlan } from "../../fleet/plan/types";
import { EXCHANGE, TASK_KEY } from "../../fleet/queue/topology";
import { BROKER_PASSWORD } from "../../fleet/secrets/broker";
import { startCheckLoop } from "../support/check-loop";
import { Deployment } from "../support/deployment";
import { Routed } from "../support/routed";
import {
  ensureConsulImage,
  ensureHaproxyImage,
  ensureOllamaImage,
  ensureRabbitmqImage,
} from "../support/service-images";
import { until } from "../support/until";

/**
 * The real thing in containers that `fleet up` made: tasks come through RabbitMQ and through the router to reference
 * agents, which ask two real Ollamas through the model gateway; then without a model, and with it again.
 */
const missing = (process.env["FLEET_MISSING_TOOLS"] ?? "").split(",");
const withModel = missing.includes("ollama") || missing.includes("haproxy") ? describe.skip : describe;
const AGENTS = 3;
const PATIENCE = 120_000;
const ANSWERS = "answers.model-suite";

/** How long both models are away. Milliseconds. */
const A_MINUTE = 60_000;

/** A check as Consul keeps it. */
interface HealthCheck {
  readonly ServiceID: string;
  readonly Status: string;
}
const isPassing = ({ Status }: HealthCheck): boolean => Status === "passing";

interface Answer {
  readonly agent: string;
  readonly answer: string;
  readonly fallback: boolean;
}

withModel("a fleet with its model", () => {
  let deployment: Deployment;
  let plan: FleetPlan;
  let connection: ChannelModel;
  let channel: Channel;
  let count = 0;

  const container = (name: string) => deployment.host.docker.getContainer(name);
  const models = () => plan.services.find(({ name }) => name === "ollama")?.containerNames ?? [];
  const hot = () => plan.agents.filter(({ running }) => running);
  const addressOf = async (name: string) =>
    (await container(name).inspect()).NetworkSettings.Networks[plan.naming.network]?.IPAddress ?? "";
  const healthOf = async (name: string) => (await container(name).inspect()).State.Health?.Status;

  /** Runs the checks that consul-esm would run, and asks Consul what it thinks of the agents that run. */
  async function watchedByConsul(): Promise<{
    checks(): Promise<readonly HealthCheck[]>;
    stop(): Promise<void>;
  }> {
    const consul = await addressOf("sutazai-local-consul");
    const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
      const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
      const response = await fetch(`http://${consul}:8500${path}`, init);
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return response.json();
    };
    const hosts = new Map<string, string>();
    for (const { containerName } of hot()) hosts.set(containerName, await addressOf(containerName));
    const { consulNode } = plan.naming;
    const loop = startCheckLoop(
      consulNode,
      ask,
      (url) => {
        const host = hosts.get(url.hostname);
        return host === undefined ? null : new URL(url.pathname, `http://${host}:${url.port}`);
      },
      1_000,
    );
    const ids = new Set(hot().map(({ registration }) => registration.serviceId));
    return {
      checks: async () => {
        const all = (await ask("GET", `/v1/health/node/${consulNode}?consistent`)) as HealthCheck[];
        return all.filter(({ ServiceID }) => ids.has(ServiceID));
      },
      stop: () => loop.stop(),
    };
  }

  async function router(): Promise<Routed> {
    const { containerNames = [], ports = {} } = plan.services.find(({ name }) => name === "router") ?? {};
    const { http = 0, metrics = 0 } = ports;
    return new Routed(await addressOf(containerNames[0] ?? ""), { http, metrics });
  }

  /** Publishes tasks, and answers what the agents say to them. */
  async function work(tasks: number): Promise<Answer[]> {
    const ids = Array.from({ length: tasks }, () => `task-${(count += 1)}`);
    for (const messageId of ids) {
      const body = Buffer.from(JSON.stringify({ prompt: "the agent", maxTokens: 8 }));
      channel.publish(EXCHANGE.work, TASK_KEY, body, {
        ...{ messageId, replyTo: ANSWERS, persistent: true, priority: 1 },
      });
    }
    const answers = new Map<string, Answer>();
    await until(
      `${tasks} answers`,
      async () => {
        for (;;) {
          const message = await channel.get(ANSWERS, { noAck: true });
          if (message === false) break;
          const id = String(message.properties.messageId);
          answers.set(id, JSON.parse(message.content.toString()) as Answer);
        }
        return ids.every((id) => answers.has(id));
      },
      PATIENCE,
    );
    return ids.flatMap((id) => answers.get(id) ?? []);
  }

  beforeAll(async () => {
    deployment = await Deployment.open(AGENTS, ["consul", "rabbitmq", "ollama", "model-gateway", "router"]);
    deployment.edit("stacks/tiers.yaml", / +agentImage: local-stub\n/, "");
    deployment.edit("stacks/tiers.yaml", /replicas: \{\}/, "replicas: { ollama: 2 }");
    // As many cores as the smallest machine has, and a breaker that is tried again sooner.
    deployment.edit("stacks/tiers.yaml", /(?<before>ollama:\s+(?:\{ )?cpu: )2/, "$<before>1");
    deployment.edit("catalog/profiles.yaml", /probeEvery: 15s/, "probeEvery: 2s");
    plan = checkStack(deployment.project, "local").plan;
    const { docker } = deployment.host;
    const imageOf = (name: string) => plan.services.find((each) => each.name === name)?.image.reference ?? "";
    await ensureConsulImage(docker, imageOf("consul"));
    await ensureRabbitmqImage(docker, imageOf("rabbitmq"));
    await ensureHaproxyImage(docker, imageOf("model-gateway"));
    await ensureOllamaImage(docker, imageOf("ollama"));
  });

  afterAll(async () => {
    await connection.close().catch(() => undefined);
    await deployment.close();
  });

  it("comes up once the models are there, and says how it got the agents' image", async () => {
    const bringing = bringModels(deployment.host.docker, plan, () => undefined);
    const ran = await deployment.run("up", "--yes").finally(() => {
      bringing.stop();
    });
    const logs = await Promise.all(
      models().map((name) => container(name).logs({ stdout: true, stderr: true, tail: 20 }).catch(String)),
    );
    // What the models said is the first thing to look at.
    expect(ran.code === 0 ? "" : `${ran.err}${logs.map((log) => log.toString("utf8")).join("\n")}`).toBe("");
    expect(ran.err).toMatch(/made the image sutazai\/reference-agent\S* /);
    for (const name of models()) {
      const { Config, HostConfig, State } = await container(name).inspect();
      expect([name, State.Health?.Status]).toEqual([name, "healthy"]);
      expect([Config.User, HostConfig.ReadonlyRootfs, State.OOMKilled]).toEqual(["10002:10002", true, false]);
    }
    for (const { containerName } of hot()) expect(await healthOf(containerName)).toBe("healthy");
    const passwords = knownSecrets(deployment.home, plan.naming.scope);
    const host = await addressOf("sutazai-local-rabbitmq");
    connection = await connect(
      `amqp://client:${passwords[BROKER_PASSWORD.client] ?? ""}@${host}:5672/sutazai`,
    );
    channel = await connection.createChannel();
    await channel.assertQueue(ANSWERS, { durable: true });
  });

  it("answers tasks from the queue with the model's words", async () => {
    const answers = await work(6);
    expect(answers.map(({ fallback }) => fallback)).toEqual(answers.map(() => false));
    for (const { agent, answer } of answers) {
      expect(hot().map(({ name }) => name)).toContain(agent);
      expect(answer.trim()).not.toBe("");
    }
  });

  it("answers without the model while every model is dead for a minute, and no agent is found unhealthy or leaves the router", async () => {
    const consul = await watchedByConsul();
    await until(
      "every agent to pass in Consul",
      async () => (await consul.checks()).every(isPassing),
      PATIENCE,
    );
    const routed = await router();
    const all = hot().length;
    await until("the router to know every agent", async () => (await routed.active("hot")) === all, PATIENCE);
    for (const name of models()) await container(name).stop({ t: 1 });
    const dead = Date.now();
    const answers: Answer[] = [];
    const bad = new Set<string>();
    while (Date.now() - dead < A_MINUTE) {
      answers.push(...(await work(20)));
      for (let sent = 0; sent < all; sent += 1) {
        const { status, body } = await routed.task("the agent");
        expect([status, body]).toEqual([200, expect.objectContaining({ fallback: true })]);
      }
      const active = await routed.active("hot");
      if (active !== all) bad.add(`${all - active} of ${all} agents out of the router`);
      for (const check of await consul.checks())
        if (!isPassing(check)) bad.add(`${check.ServiceID} in Consul`);
      for (const { containerName } of hot()) {
        const health = await healthOf(containerName);
        if (health !== "healthy") bad.add(`${containerName} in Docker: ${health ?? "no health"}`);
      }
    }
    await consul.stop();
    expect([...bad]).toEqual([]);
    // Every task has an answer: none went wrong.
    expect(answers.length).toBeGreaterThanOrEqual(100);
    expect(answers.filter(({ fallback }) => !fallback)).toEqual([]);
    for (const { containerName, registration } of hot()) {
      const host = await addressOf(containerName);
      const ready = await fetch(`http://${host}:${registration.port}/readyz`);
      expect([containerName, ready.status]).toEqual([containerName, 200]);
      const metrics = await (await fetch(`http://${host}:${registration.port}/metrics`)).text();
      expect(metrics).toMatch(/fleet_agent_requests_total\{outcome="error"[^}]*\} 0/);
    }
  });

  it("asks the models again once they are back", async () => {
    for (const name of models()) await container(name).start();
    await until(
      "an answer of the model",
      async () => (await work(1)).some(({ fallback }) => !fallback),
      PATIENCE,
    );
    for (const name of models())
      await until(`${name} to be healthy`, async () => (await healthOf(name)) === "healthy", PATIENCE);
  });

  it("leaves nothing behind", async () => {
    await connection.close();
    const ran = await deployment.run("destroy", "--yes");
    expect(ran.code === 0 ? "" : ran.err).toBe("");
    expect(await deployment.left()).toEqual({ containers: [], networks: [], volumes: [] });
  });
});
