import type { FleetPlan } from "../plan/types";
import { BROKER_USERS } from "../queue/users";
import type { BrokerUser } from "../queue/users";
import { BROKER_AGENT_PASSWORD, BROKER_DEFINITIONS } from "../render/broker-kinds";
import type { NeededSecret } from "./types";

/** The names of the broker's passwords, by whose they are. */
export const BROKER_PASSWORD: Readonly<Record<BrokerUser, string>> = {
  agent: "brokerAgentPassword",
  client: "brokerClientPassword",
  operator: "brokerOperatorPassword",
};

/** A password for each user of the broker, where a service of the plan reads what only they can make. */
export function brokerSecrets(plan: FleetPlan): readonly NeededSecret[] {
  const reads = plan.services.some(
    ({ files }) => BROKER_DEFINITIONS in files || BROKER_AGENT_PASSWORD in files,
  );
  if (!reads) return [];
  return BROKER_USERS.map((user) => ({
    name: BROKER_PASSWORD[user],
    kind: "password",
    for: `RabbitMQ's user ${user}`,
  }));
}
