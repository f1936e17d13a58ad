import type { ConfirmChannel, Options } from "amqplib";

/** How amqplib words a refusal, as opposed to a channel that is gone. */
const REFUSED = "message nacked";

/**
 * Publishes and waits until the broker has taken it.
 *
 * @returns `refused` when the queue was full: with `reject-publish-dlx` the message then stands in the overflow queue
 * @throws Error when the channel closed before the broker said anything
 */
export function publishConfirmed(
  channel: ConfirmChannel,
  exchange: string,
  key: string,
  content: Buffer,
  options: Options.Publish,
): Promise<"taken" | "refused"> {
  return new Promise((resolve, reject) => {
    channel.publish(exchange, key, content, options, (error: Error | null) => {
      if (error === null) resolve("taken");
      else if (error.message === REFUSED) resolve("refused");
      else reject(error);
    });
  });
}
