import { connect } from "amqplib";
import type { Channel, ChannelModel } from "amqplib";
import { QUEUE } from "../../../fleet/queue/topology";
import type { BrokerUser } from "../../../fleet/queue/users";
import type { Stack } from "../stack/stack";

/** How many messages wait in the queues, and who takes them. */
export interface Depths {
  readonly work: number;
  readonly consumers: number;
  readonly overflow: number;
  readonly deadLetter: number;
}

/** @throws Error while the broker is away */
export function depthsOf(stack: Stack): Promise<Depths> {
  return asOperator(stack, async (channel) => {
    const work = await channel.checkQueue(QUEUE.work);
    const overflow = await channel.checkQueue(QUEUE.overflow);
    const deadLetter = await channel.checkQueue(QUEUE.deadLetter);
    return {
      work: work.messageCount,
      consumers: work.consumerCount,
      overflow: overflow.messageCount,
      deadLetter: deadLetter.messageCount,
    };
  });
}

/** The ids of the dead letters, which stay where they are: what is read and not acknowledged goes back. */
export function deadLetterIds(stack: Stack): Promise<readonly string[]> {
  return asOperator(stack, async (channel) => {
    const ids: string[] = [];
    for (;;) {
      const message = await channel.get(QUEUE.deadLetter);
      if (message === false) return ids;
      ids.push(String(message.properties.messageId));
    }
  });
}

async function asOperator<T>(stack: Stack, use: (channel: Channel) => Promise<T>): Promise<T> {
  const connection = await brokerOf(stack, "operator");
  try {
    return await use(await connection.createChannel());
  } finally {
    await connection.close().catch(() => undefined);
  }
}

/** A connection whose end is told by `close` alone. @throws Error while the broker is away */
export async function brokerOf(stack: Stack, username: BrokerUser): Promise<ChannelModel> {
  const { host: hostname, port } = await stack.service("rabbitmq", "amqp");
  const server = { protocol: "amqp", hostname, port, vhost: stack.plan.fleet, heartbeat: 10 };
  const connection = await connect(
    { ...server, username, password: stack.password(username) },
    { timeout: 5000 },
  );
  // Told by `close`; without a listener it would end the process.
  connection.on("error", () => undefined);
  return connection;
}
