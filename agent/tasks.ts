import type { ConfirmChannel, ConsumeMessage } from "amqplib";
import { forAnotherTry, retriesOf } from "../fleet/queue/headers";
import type { Headers } from "../fleet/queue/headers";
import { republished } from "../fleet/queue/properties";
import type { MessageProperties } from "../fleet/queue/properties";
import { EXCHANGE, QUEUE, TASK_KEY } from "../fleet/queue/topology";
import { publishConfirmed } from "./confirm";
import type { Intake } from "./intake";
import { log, messageOf } from "./log";
import type { Worker } from "./worker";

/**
 * Takes tasks from the queue, one at a time, and gives each back to the broker in exactly one way: done, put back
 * for another try with its tries counted, or given up. What is given up the broker moves to the dead letters.
 */
export class Tasks {
  private tag: string | null = null;
  /** The task in hand. */
  private current: Promise<void> | null = null;

  constructor(
    private readonly channel: ConfirmChannel,
    private readonly worker: Worker,
    private readonly intake: Intake,
    private readonly retries: number,
  ) {}

  get busy(): boolean {
    return this.current !== null;
  }

  /** @param cancelled called when the broker takes the consumer away, such as with its queue */
  async start(cancelled: () => void): Promise<void> {
    await this.channel.prefetch(1);
    const { consumerTag } = await this.channel.consume(QUEUE.work, (message) => {
      if (message === null) {
        cancelled();
        return;
      }
      this.current = this.intake
        .count(() => this.handle(message))
        .catch((error: unknown) => {
          // The channel is gone, and the broker gives the message to somebody else.
          log("warn", "a task could not be settled", { error: messageOf(error) });
        })
        .finally(() => (this.current = null));
    });
    this.tag = consumerTag;
  }

  /** Takes nothing more, and waits for the task in hand. */
  async drain(): Promise<void> {
    if (this.tag !== null) await this.channel.cancel(this.tag).catch(() => undefined);
    await this.current;
    // The last acknowledgement may still wait in the channel's own buffer, where closing the connection would overtake
    // it: the task would be done twice.
    await this.channel.close().catch(() => undefined);
  }

  private async handle(message: ConsumeMessage): Promise<void> {
    // Somebody had it before and went away with it: that costs a try, or a message that kills its agent would go
    // round for ever. A classic queue counts no deliveries.
    if (message.fields.redelivered) {
      await this.tryAgain(message, "the agent that had it went away");
      return;
    }
    let answer: Buffer;
    try {
      answer = Buffer.from(JSON.stringify(await this.worker.work(message.content, performance.now())));
    } catch (error) {
      await this.tryAgain(message, messageOf(error));
      return;
    }
    const { replyTo, messageId, correlationId } = message.properties as MessageProperties;
    if (replyTo !== undefined && replyTo !== "") {
      const ids = {
        ...(messageId === undefined ? {} : { messageId }),
        ...(correlationId === undefined ? {} : { correlationId }),
      };
      const options = { ...ids, contentType: "application/json", persistent: true };
      await publishConfirmed(this.channel, "", replyTo, answer, options);
    }
    this.channel.ack(message);
  }

  private async tryAgain(message: ConsumeMessage, error: string): Promise<void> {
    const properties = message.properties as MessageProperties;
    const headers: Headers = properties.headers ?? {};
    const tries = retriesOf(headers);
    const { messageId } = properties;
    if (tries >= this.retries) {
      log("error", "a task is given up", { messageId, tries, error });
      this.channel.nack(message, false, false);
      return;
    }
    log("warn", "a task is tried again", { messageId, tries, error });
    const options = republished(properties, forAnotherTry(headers, error));
    // Refused means that the broker moved it to the overflow, so it is safe either way.
    await publishConfirmed(this.channel, EXCHANGE.work, TASK_KEY, message.content, options);
    this.channel.ack(message);
  }
}
