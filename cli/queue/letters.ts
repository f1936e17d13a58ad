import type { ConfirmChannel, GetMessage } from "amqplib";
import { publishConfirmed } from "../../fleet/queue/confirm";
import { ERROR_HEADER, forAFreshStart, retriesOf } from "../../fleet/queue/headers";
import type { Headers } from "../../fleet/queue/headers";
import { republished } from "../../fleet/queue/properties";
import type { MessageProperties } from "../../fleet/queue/properties";
import { EXCHANGE, QUEUE, TASK_KEY } from "../../fleet/queue/topology";

export type QueueName = keyof typeof QUEUE;

export interface QueueDepth {
  readonly queue: string;
  /** Messages that wait; those being worked on don't count. */
  readonly ready: number;
  readonly consumers: number;
}

/** A message that was given up, without its body: that may hold what only its agent may know. */
export interface DeadLetter {
  readonly id: string | null;
  readonly why: string;
  readonly priority: number;
  readonly tries: number;
  /** When it died, as ISO 8601; null when the broker did not say. */
  readonly died: string | null;
  readonly bytes: number;
}

export interface Redriven {
  /** Back in the work queue. */
  readonly taken: number;
  /** The work queue was full, and they stand in the overflow now. */
  readonly overflowed: number;
  /** Looked at and left: their ids were not asked for. */
  readonly left: number;
}

export async function depths(channel: ConfirmChannel): Promise<readonly QueueDepth[]> {
  const all: QueueDepth[] = [];
  for (const queue of Object.values(QUEUE)) {
    const { messageCount, consumerCount } = await channel.checkQueue(queue);
    all.push({ queue, ready: messageCount, consumers: consumerCount });
  }
  return all;
}

/** The oldest dead letters. Takes none of them: who closes the channel gives them back. */
export async function deadLetters(channel: ConfirmChannel, limit: number): Promise<readonly DeadLetter[]> {
  const letters: DeadLetter[] = [];
  while (letters.length < limit) {
    const message = await channel.get(QUEUE.deadLetter);
    if (message === false) break;
    letters.push(describe(message));
  }
  return letters;
}

/**
 * Puts messages back to work as if nobody had tried them. Each is acknowledged only once the broker has it again.
 *
 * @param ids only these; null for all
 * @param limit at most so many are looked at, so that what dies again meanwhile is not driven round for ever
 */
export async function redrive(
  channel: ConfirmChannel,
  from: QueueName,
  ids: ReadonlySet<string> | null,
  limit: number,
): Promise<Redriven> {
  const { messageCount } = await channel.checkQueue(QUEUE[from]);
  const count = { taken: 0, overflowed: 0, left: 0 };
  for (let seen = 0; seen < Math.min(messageCount, limit); seen += 1) {
    const message = await channel.get(QUEUE[from]);
    if (message === false) break;
    const properties = message.properties as MessageProperties;
    if (ids !== null && !ids.has(properties.messageId ?? "")) {
      count.left += 1;
      continue;
    }
    const options = republished(properties, forAFreshStart(properties.headers ?? {}));
    const answer = await publishConfirmed(channel, EXCHANGE.work, TASK_KEY, message.content, options);
    channel.ack(message);
    count[answer === "taken" ? "taken" : "overflowed"] += 1;
  }
  return count;
}

function describe({ properties, content }: GetMessage): DeadLetter {
  const { messageId, priority } = properties as MessageProperties;
  const headers: Headers = (properties as MessageProperties).headers ?? {};
  const deaths = headers["x-death"];
  const [death] = (Array.isArray(deaths) ? deaths : []) as { readonly time?: { readonly value?: number } }[];
  const seconds = death?.time?.value;
  return {
    id: messageId ?? null,
    why: why(headers),
    priority: priority ?? 0,
    tries: retriesOf(headers),
    died: typeof seconds === "number" ? new Date(seconds * 1000).toISOString() : null,
    bytes: content.length,
  };
}

function why(headers: Headers): string {
  const reason = headers["x-first-death-reason"];
  if (reason === "expired") return "waited too long";
  const error = headers[ERROR_HEADER];
  if (reason === "rejected") {
    const tries = retriesOf(headers) + 1;
    return `given up after ${tries} ${tries === 1 ? "try" : "tries"}${typeof error === "string" ? `: ${error}` : ""}`;
  }
  return `the broker says: ${typeof reason === "string" ? reason : "nothing"}`;
}
