import type { ChannelModel, ConfirmChannel, GetMessage, Options } from "amqplib";
import { loadCatalog } from "../../fleet/catalog/load";
import { planFleet } from "../../fleet/plan/plan";
import type { FleetPlan } from "../../fleet/plan/types";
import { EXCHANGE, QUEUE, TASK_KEY } from "../../fleet/queue/topology";
import { BROKER_USERS } from "../../fleet/queue/users";
import { rabbitmqDefinitions } from "../../fleet/render/rabbitmq-definitions";
import type { BrokerDefinitions } from "../../fleet/render/rabbitmq-definitions";
import { brokerPasswordHash } from "../../fleet/render/rabbitmq-password";
import { readStack } from "../../stacks/read";
import { ROOT } from "./project";
import type { RabbitServer } from "./rabbitmq-server";
import { until } from "./until";

/** The passwords of the suites' brokers. */
export const passwordOf = (user: string): string => `password of ${user}`;

/** The queue of the real fleet, under another name and with other numbers. */
export interface Variant {
  readonly vhost: string;
  readonly maxLength?: number;
  /** Seconds. */
  readonly timeout?: number;
}

/** The definitions of several fleets on one broker. */
export function definitionsOf(variants: readonly Variant[]): BrokerDefinitions {
  const catalog = loadCatalog(ROOT);
  const plan = planFleet(catalog, readStack(ROOT, "dev", catalog));
  const hashes = Object.fromEntries(
    BROKER_USERS.map((name) => [name, brokerPasswordHash(name, passwordOf(name))]),
  );
  const all = variants.map(({ vhost, maxLength, timeout }) => {
    const queue = {
      ...plan.queue,
      maxLength: { ...plan.queue.maxLength, value: maxLength ?? plan.queue.maxLength.value },
      timeout: { ...plan.queue.timeout, value: timeout ?? plan.queue.timeout.value },
    } as FleetPlan["queue"];
    return rabbitmqDefinitions({ fleet: vhost, queue }, hashes);
  });
  const [first] = all;
  if (first === undefined) throw new Error("no variant");
  const joined = (key: keyof BrokerDefinitions) => all.flatMap((one) => [...one[key]] as object[]);
  return {
    ...{ users: first.users, vhosts: all.flatMap(({ vhosts }) => [...vhosts]) },
    ...{ permissions: joined("permissions"), policies: joined("policies"), queues: joined("queues") },
    ...{ exchanges: joined("exchanges"), bindings: joined("bindings") },
  };
}

/** Somebody who publishes tasks and reads the answers, with a client's rights; and looks, with an operator's. */
export class TaskQueue {
  private constructor(
    private readonly connections: readonly ChannelModel[],
    readonly client: ConfirmChannel,
    readonly operator: ConfirmChannel,
  ) {}

  static async open(server: RabbitServer, vhost: string): Promise<TaskQueue> {
    const connections = [];
    const channels = [];
    for (const user of ["client", "operator"]) {
      const connection = await server.connect(vhost, user, passwordOf(user));
      // A broker that is killed on purpose is no failure of the suite.
      connection.on("error", () => undefined);
      connections.push(connection);
      channels.push(await connection.createConfirmChannel());
    }
    const [client, operator] = channels as [ConfirmChannel, ConfirmChannel];
    await client.assertQueue("answers.all", { durable: true });
    return new TaskQueue(connections, client, operator);
  }

  /** @returns whether the broker took it, or refused it for lack of room */
  publish(messageId: string, body: string, options: Options.Publish = {}): Promise<boolean> {
    const all = { messageId, replyTo: "answers.all", persistent: true, priority: 1, ...options };
    return new Promise((resolve, reject) => {
      this.client.publish(EXCHANGE.work, TASK_KEY, Buffer.from(body), all, (error: Error | null) => {
        if (error !== null && error.message !== "message nacked") reject(error);
        else resolve(error === null);
      });
    });
  }

  prompt(messageId: string, options: Options.Publish = {}): Promise<boolean> {
    return this.publish(messageId, JSON.stringify({ prompt: messageId }), options);
  }

  /** How many messages wait in a queue. */
  async ready(queue: keyof typeof QUEUE): Promise<number> {
    return (await this.operator.checkQueue(QUEUE[queue])).messageCount;
  }

  async untilReady(queue: keyof typeof QUEUE, count: number): Promise<void> {
    let seen = -1;
    await until(
      `${count} messages in ${queue}`,
      async () => {
        seen = await this.ready(queue);
        return seen === count;
      },
      60_000,
    ).catch((error: unknown) => {
      throw new Error(`${(error as Error).message}; there are ${seen}`);
    });
  }

  /** Takes a message out of a queue. */
  async take(queue: keyof typeof QUEUE): Promise<GetMessage> {
    const message = await this.operator.get(QUEUE[queue], { noAck: true });
    if (message === false) throw new Error(`nothing in ${queue}`);
    return message;
  }

  /** The ids of the next answers, in the order in which they were given. */
  async answers(count: number): Promise<string[]> {
    const ids: string[] = [];
    await until(
      `${count} answers`,
      async () => {
        for (;;) {
          const message = await this.client.get("answers.all", { noAck: true });
          if (message === false) return ids.length >= count;
          ids.push(String(message.properties.messageId));
        }
      },
      90_000,
    );
    return ids;
  }

  async close(): Promise<void> {
    for (const connection of this.connections) await connection.close().catch(() => undefined);
  }
}

/** What an agent is told of the broker and the model. */
export function agentEnvironment(
  server: RabbitServer,
  vhost: string,
  modelUrl: string,
): Record<string, string> {
  return {
    ...{ FLEET_AGENT: `agent-of-${vhost}`, OLLAMA_BASE_URL: modelUrl, FLEET_OVERFLOW_EVERY_SECONDS: "0.1" },
    ...{ RABBITMQ_HOST: "127.0.0.1", RABBITMQ_PORT: String(server.port), RABBITMQ_VHOST: vhost },
    ...{ RABBITMQ_USER: "agent", RABBITMQ_PASSWORD: passwordOf("agent"), FLEET_MODEL_DEADLINE_SECONDS: "60" },
  };
}
