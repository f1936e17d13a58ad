import type { ConfirmChannel } from "amqplib";
import { withoutDeath } from "../fleet/queue/headers";
import { republished } from "../fleet/queue/properties";
import type { MessageProperties } from "../fleet/queue/properties";
import { EXCHANGE, QUEUE, TASK_KEY } from "../fleet/queue/topology";
import { publishConfirmed } from "../fleet/queue/confirm";

/**
 * Puts one message that overflowed back to work. Acknowledged only once the broker has it again, so a crash between
 * the two doubles it and never loses it.
 *
 * @returns false when there was none
 */
export async function putBackOne(channel: ConfirmChannel): Promise<boolean> {
  const message = await channel.get(QUEUE.overflow);
  if (message === false) return false;
  const properties = message.properties as MessageProperties;
  const options = republished(properties, withoutDeath(properties.headers ?? {}));
  await publishConfirmed(channel, EXCHANGE.work, TASK_KEY, message.content, options);
  channel.ack(message);
  return true;
}

/**
 * Puts messages that overflowed back to work for as long as the agent has nothing to do: an agent without work
 * means that the queue is empty, so there is room, and somebody free to take it.
 *
 * @param idle whether the agent has nothing to do
 */
export async function putBackWhile(channel: ConfirmChannel, idle: () => boolean): Promise<number> {
  let moved = 0;
  while (idle() && (await putBackOne(channel))) moved += 1;
  return moved;
}
