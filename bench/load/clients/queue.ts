import { setTimeout as pause } from "node:timers/promises";
import type { ChannelModel, ConfirmChannel, Options } from "amqplib";
import { EXCHANGE, TASK_KEY } from "../../../fleet/queue/topology";
import { publishConfirmed } from "../../../fleet/queue/confirm";
import type { Arrival } from "../arrivals";
import type { Ledger } from "../ledger";
import type { Stack } from "../stack/stack";
import { brokerOf } from "./look";
import { answerOf, taskOf } from "./task";

/** Until the next try to reach a broker that is away, in milliseconds. */
const AGAIN_AFTER = 200;

interface Outgoing {
  readonly body: Buffer;
  readonly options: Options.Publish;
}

/**
 * Publishes tasks and reads their answers, as a careful client does: what the broker did not confirm is kept, and
 * published again under the same id once it is back. So a task may be done twice, and its answer come twice.
 */
export class QueueClient {
  private readonly unconfirmed = new Map<string, Outgoing>();
  private readonly answers: string;
  private channel: ConfirmChannel | null = null;
  private connection: ChannelModel | null = null;
  private closing = false;
  /** Tasks that were published a second time. */
  republished = 0;

  constructor(
    private readonly stack: Stack,
    private readonly ledger: Ledger,
    run: string,
  ) {
    this.answers = `answers.load-${run}`;
  }

  /** True while the broker is there. */
  get connected(): boolean {
    return this.channel !== null;
  }

  async open(): Promise<void> {
    const connection = await brokerOf(this.stack, "client");
    this.connection = connection;
    const channel = await connection.createConfirmChannel();
    channel.on("error", () => undefined);
    connection.once("close", () => {
      if (this.connection === connection) void this.comeBack();
    });
    await channel.assertQueue(this.answers, { durable: true });
    await channel.consume(this.answers, (message) => {
      if (message === null) return;
      const id = String(message.properties.messageId);
      const { redelivered } = message.fields;
      this.ledger.answered(id, performance.now(), { ...answerOf(message.content.toString()), redelivered });
      channel.ack(message);
    });
    this.channel = channel;
    this.republished += this.unconfirmed.size;
    for (const [id, outgoing] of this.unconfirmed) this.publish(channel, id, outgoing);
  }

  send(id: string, arrival: Arrival, intended: number): void {
    this.ledger.sent(id, "queue", intended);
    const priority = this.stack.plan.queue.priorities.indexOf(arrival.priority);
    const options = { messageId: id, replyTo: this.answers, persistent: true, priority };
    const outgoing = { body: Buffer.from(taskOf(id, arrival)), options };
    this.unconfirmed.set(id, outgoing);
    if (this.channel !== null) this.publish(this.channel, id, outgoing);
  }

  /** Removes its queue with all that nobody read. */
  async close(): Promise<void> {
    this.closing = true;
    await this.channel?.deleteQueue(this.answers).catch(() => undefined);
    await this.connection?.close().catch(() => undefined);
  }

  private publish(channel: ConfirmChannel, id: string, { body, options }: Outgoing): void {
    publishConfirmed(channel, EXCHANGE.work, TASK_KEY, body, options).then(
      (outcome) => {
        this.unconfirmed.delete(id);
        this.ledger.accepted(id, outcome === "refused");
      },
      // The channel is gone: it is published again on the next one.
      () => undefined,
    );
  }

  private async comeBack(): Promise<void> {
    this.channel = null;
    while (!this.closing) {
      await pause(AGAIN_AFTER);
      try {
        await this.open();
        return;
      } catch {
        // Still away.
      }
    }
  }
}
