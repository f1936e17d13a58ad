import type { FleetPlan } from "../plan/types";
import { BROKER_USERS } from "../queue/users";
import type { BrokerUser } from "../queue/users";
import { rabbitmqConf } from "./rabbitmq-conf";
import { definitionsText, rabbitmqDefinitions } from "./rabbitmq-definitions";
import { brokerPasswordHash } from "./rabbitmq-password";

/** Kinds of files, as the catalog names them. */
export const BROKER_CONFIG = "broker-config";
export const BROKER_DEFINITIONS = "broker-definitions";
export const BROKER_AGENT_PASSWORD = "broker-agent-password";

export type BrokerPasswords = Readonly<Record<BrokerUser, string>>;

/** Stands where a password will be, wherever none is known: in `fleet check` and in the plan. */
const NOT_KNOWN = "(a secret)\n";

/** True when a service of the plan reads what only the passwords can make. */
export function needsBrokerPasswords(plan: FleetPlan): boolean {
  return plan.services.some(({ files }) => BROKER_DEFINITIONS in files || BROKER_AGENT_PASSWORD in files);
}

/**
 * The files that hold secrets: the definitions with the users, and what the agents read their password from.
 *
 * @param passwords null leaves the users out
 */
export function brokerSecretFiles(
  plan: FleetPlan,
  passwords: BrokerPasswords | null,
): Record<string, string> {
  const hashes =
    passwords === null
      ? {}
      : Object.fromEntries(
          BROKER_USERS.map((user) => [
            user,
            brokerPasswordHash(`${plan.naming.scope} ${user}`, passwords[user]),
          ]),
        );
  return {
    [BROKER_DEFINITIONS]: definitionsText(rabbitmqDefinitions(plan, hashes)),
    [BROKER_AGENT_PASSWORD]: passwords === null ? NOT_KNOWN : `${passwords.agent}\n`,
  };
}

/** rabbitmq.conf of the service that reads it; null when the stack runs none. */
export function brokerConfig(plan: FleetPlan): string | null {
  const service = plan.services.find(({ files }) => BROKER_CONFIG in files);
  const definitions = service?.files[BROKER_DEFINITIONS];
  const { amqp, metrics } = service?.ports ?? {};
  if (service === undefined || definitions === undefined || amqp === undefined || metrics === undefined)
    return null;
  return rabbitmqConf({ memory: service.memory.value, definitions, amqp, metrics: { port: metrics } });
}
