import { connect } from "amqplib";
import type { ChannelModel, ConfirmChannel } from "amqplib";
import { InputError } from "../../fleet/problem";

/** Where a broker is, and as whom it is asked. */
export interface BrokerAccess {
  /** `host:port`. */
  readonly address: string;
  readonly vhost: string;
  readonly username: string;
  readonly password: string;
}

/** A broker on its own network answers in far less. Milliseconds. */
const WITHIN = 10_000;

/**
 * Opens a channel for as long as `use` takes; what it read and did not acknowledge stays in its queue.
 *
 * @throws InputError `broker-unreachable`, `broker-denied`
 */
export async function withBroker<T>(
  access: BrokerAccess,
  use: (channel: ConfirmChannel) => Promise<T>,
): Promise<T> {
  const connection = await open(access);
  // What goes wrong is told by the call that it goes wrong in.
  connection.on("error", () => undefined);
  try {
    const channel = await connection.createConfirmChannel();
    channel.on("error", () => undefined);
    const result = await use(channel);
    // First the channel, whose last acknowledgements would else be overtaken.
    await channel.close();
    return result;
  } finally {
    await connection.close().catch(() => undefined);
  }
}

async function open({ address, vhost, username, password }: BrokerAccess): Promise<ChannelModel> {
  const { hostname, port } = new URL(`amqp://${address}`);
  const server = { protocol: "amqp", hostname, port: port === "" ? 5672 : Number(port) };
  try {
    return await connect({ ...server, vhost, username, password }, { timeout: WITHIN });
  } catch (error) {
    const message = (error as { readonly message?: string }).message ?? String(error);
    const denied = /ACCESS_REFUSED|NOT_ALLOWED|403|530/.test(message);
    throw new InputError([
      denied
        ? {
            code: "broker-denied",
            message: "the broker does not let us in",
            found: `${username} at virtual host ${vhost}: ${message}`,
            wanted: "the user `operator` of this stack and its password",
            fix: "name the file with its password: --password-file",
          }
        : {
            code: "broker-unreachable",
            message: "no broker answers",
            found: `${address}: ${message}`,
            wanted: "the RabbitMQ of this stack",
            fix: "say where it listens: --broker host:port",
          },
    ]);
  }
}
