import type { FleetPlan } from "../plan/types";
import { BROKER_USERS } from "../queue/users";
import { BROKER_PASSWORD } from "../secrets/broker";
import type { Secrets } from "../secrets/types";
import { BROKER_AGENT_PASSWORD, BROKER_CONFIG, BROKER_DEFINITIONS } from "./broker-kinds";
import { rabbitmqConf } from "./rabbitmq-conf";
import { definitionsText, rabbitmqDefinitions } from "./rabbitmq-definitions";
import { brokerPasswordHash } from "./rabbitmq-password";
import { NOT_KNOWN, secretOf } from "./secret-text";

/**
 * The files that hold secrets: the definitions with the users, and what the agents read their password from.
 *
 * @param secrets null leaves the users out
 */
export function brokerSecretFiles(plan: FleetPlan, secrets: Secrets | null): Record<string, string> {
  const hashes =
    secrets === null
      ? {}
      : Object.fromEntries(
          BROKER_USERS.map((user) => {
            const password = secretOf(secrets, BROKER_PASSWORD[user]);
            return [user, brokerPasswordHash(`${plan.naming.scope} ${user}`, password)];
          }),
        );
  return {
    [BROKER_DEFINITIONS]: definitionsText(rabbitmqDefinitions(plan, hashes)),
    [BROKER_AGENT_PASSWORD]: secrets === null ? NOT_KNOWN : `${secretOf(secrets, BROKER_PASSWORD.agent)}\n`,
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
