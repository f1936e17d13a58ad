import type { FleetPlan } from "../plan/types";
import { EXCHANGE, QUEUE, TASK_KEY } from "../queue/topology";
import { BROKER_USERS, PERMISSIONS } from "../queue/users";
import type { BrokerUser } from "../queue/users";
import { HASHING_ALGORITHM } from "./rabbitmq-password";

/** The hash of each user's password; a user without one is left out. */
export type PasswordHashes = Readonly<Partial<Record<BrokerUser, string>>>;

type Arguments = Readonly<Record<string, string | number>>;

/** The definitions of one virtual host, as RabbitMQ imports them. */
export interface BrokerDefinitions {
  readonly users: readonly object[];
  readonly vhosts: readonly { readonly name: string }[];
  readonly permissions: readonly object[];
  readonly policies: readonly object[];
  readonly queues: readonly object[];
  readonly exchanges: readonly object[];
  readonly bindings: readonly object[];
}

/** Why a message dies, as the broker says on it. */
const DIES = { full: "maxlen", late: "expired", refused: "rejected", tried: "delivery_limit" } as const;

/**
 * The definitions file that the broker loads at boot, as an object. The virtual host is the fleet's name.
 *
 * A classic queue, because only those order by priority and give what overflows to the dead-letter exchange. What
 * may change stands in a policy: the broker ignores changed arguments of a queue that it has, in silence.
 */
export function rabbitmqDefinitions(
  { fleet, queue }: Pick<FleetPlan, "fleet" | "queue">,
  hashes: PasswordHashes,
): BrokerDefinitions {
  const vhost = fleet;
  const users = BROKER_USERS.flatMap((name) => {
    const password_hash = hashes[name];
    return password_hash === undefined ? [] : [{ name, password_hash }];
  });
  const declareQueue = (name: string, args: Arguments = {}) => ({
    ...{ name, vhost, durable: true, auto_delete: false },
    arguments: args,
  });
  const declareExchange = (name: string, type: string, args: Arguments = {}) => ({
    ...{ name, vhost, type, durable: true, auto_delete: false, internal: false },
    arguments: args,
  });
  const bind = (source: string, destination: string, routing_key: string, args: Arguments = {}) => ({
    ...{ source, vhost, destination, destination_type: "queue", routing_key },
    arguments: args,
  });
  const bindReason = (reason: string, destination: string) =>
    bind(EXCHANGE.dead, destination, "", { "x-match": "all-with-x", "x-first-death-reason": reason });
  const given = [DIES.late, DIES.refused, DIES.tried];
  return {
    users: users.map((user) => ({ ...user, hashing_algorithm: HASHING_ALGORITHM, tags: [] })),
    vhosts: [{ name: vhost }],
    permissions: users.map(({ name }) => ({ user: name, vhost, ...PERMISSIONS[name] })),
    policies: [
      {
        ...{ vhost, name: "tasks", pattern: `^${QUEUE.work}$`, "apply-to": "queues", priority: 0 },
        definition: {
          "max-length": queue.maxLength.value,
          overflow: "reject-publish-dlx",
          "message-ttl": Math.round(queue.timeout.value * 1000),
          "dead-letter-exchange": EXCHANGE.dead,
        },
      },
    ],
    queues: [
      declareQueue(QUEUE.work, { "x-max-priority": queue.priorities.length - 1 }),
      // Without limits: what does not fit into a queue for what did not fit is lost without a word.
      declareQueue(QUEUE.overflow),
      ...(queue.deadLetter ? [declareQueue(QUEUE.deadLetter), declareQueue(QUEUE.unrouted)] : []),
    ],
    exchanges: [
      declareExchange(EXCHANGE.work, "direct"),
      declareExchange(
        EXCHANGE.dead,
        "headers",
        queue.deadLetter ? { "alternate-exchange": EXCHANGE.unrouted } : {},
      ),
      ...(queue.deadLetter ? [declareExchange(EXCHANGE.unrouted, "fanout")] : []),
    ],
    bindings: [
      bind(EXCHANGE.work, QUEUE.work, TASK_KEY),
      bindReason(DIES.full, QUEUE.overflow),
      ...(queue.deadLetter
        ? [
            ...given.map((reason) => bindReason(reason, QUEUE.deadLetter)),
            bind(EXCHANGE.unrouted, QUEUE.unrouted, ""),
          ]
        : []),
    ],
  };
}

/** The text of the file. The same definitions give the same text. */
export function definitionsText(definitions: BrokerDefinitions): string {
  return `${JSON.stringify(definitions, null, 2)}\n`;
}
