import { EXCHANGE, QUEUE } from "./topology";

/** Who connects to the broker. A user per purpose, with the least that it needs. */
export const BROKER_USERS = ["agent", "client", "operator"] as const;

export type BrokerUser = (typeof BROKER_USERS)[number];

/** Regular expressions over the names of exchanges and queues, as RabbitMQ has them; "^$" allows nothing. */
export interface Permissions {
  readonly configure: string;
  readonly write: string;
  readonly read: string;
}

const NOTHING = "^$";
const oneOf = (...names: readonly string[]): string => `^(${names.map(escaped).join("|")})$`;
/** The default exchange, over which answers go to the queue that the asker named. */
const DEFAULT_EXCHANGE = "amq.default";
/** Queues that a client makes for its answers. */
const ANSWERS = "answers\\..*|amq\\.gen.*";

export const PERMISSIONS: Readonly<Record<BrokerUser, Permissions>> = {
  /** Takes tasks, puts them back, sends answers. Declares nothing: the definitions do. */
  agent: {
    configure: NOTHING,
    write: oneOf(EXCHANGE.work, DEFAULT_EXCHANGE),
    read: oneOf(QUEUE.work, QUEUE.overflow),
  },
  /** Publishes tasks, and reads its own answers. */
  client: { configure: `^(${ANSWERS})$`, write: `^(${EXCHANGE.work}|${ANSWERS})$`, read: `^(${ANSWERS})$` },
  /** `fleet queue`: looks at everything, and puts dead letters back to work. */
  operator: { configure: NOTHING, write: oneOf(EXCHANGE.work), read: ".*" },
};

function escaped(text: string): string {
  return text.replaceAll(".", "\\.");
}
