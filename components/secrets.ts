import * as pulumi from "@pulumi/pulumi";
import type { FleetPlan } from "../fleet/plan/types";
import { BROKER_USERS } from "../fleet/queue/users";
import type { BrokerUser } from "../fleet/queue/users";
import { brokerSecretFiles, needsBrokerPasswords } from "../fleet/render/broker-files";
import type { BrokerPasswords } from "../fleet/render/broker-files";
import type { RenderedFiles } from "./files";

/** What a fleet must not show. */
export interface FleetSecrets {
  readonly brokerPasswords: BrokerPasswords;
}

/** The key of a user's password in the configuration of a stack, such as `brokerAgentPassword`. */
export function passwordKey(user: BrokerUser): string {
  return `broker${user.charAt(0).toUpperCase()}${user.slice(1)}Password`;
}

/**
 * The secrets of a stack, from its configuration. Without them a broker has no users: a preview may go on and says
 * so, an update stops before it touches anything.
 *
 * @returns undefined when they are not needed, or not there yet
 * @throws RunError in an update that lacks them
 */
export function secretsOf(config: pulumi.Config, plan: FleetPlan): pulumi.Output<FleetSecrets> | undefined {
  if (!needsBrokerPasswords(plan)) return undefined;
  const found = BROKER_USERS.map((user) => [user, config.getSecret(passwordKey(user))] as const);
  const missing = found.flatMap(([user, value]) => (value === undefined ? [passwordKey(user)] : []));
  if (missing.length === 0) {
    return pulumi.secret(Object.fromEntries(found)).apply((passwords) => ({
      brokerPasswords: passwords as BrokerPasswords,
    }));
  }
  const keys = missing.map((key) => `${config.name}:${key}`).join(", ");
  const fix = `pulumi config set --secret ${config.name}:${missing[0] ?? ""}`;
  const message = `the broker's users have no passwords: ${keys} is missing. Set each: ${fix}`;
  if (!pulumi.runtime.isDryRun()) throw new pulumi.RunError(message);
  void pulumi.log.warn(message);
  return undefined;
}

/** The text of every file, by kind. What holds a secret is one. @param files the same without the secrets */
export function filesWith(
  plan: FleetPlan,
  files: RenderedFiles,
  secrets: pulumi.Input<FleetSecrets> | undefined,
): Readonly<Record<string, pulumi.Input<string>>> {
  if (secrets === undefined) return files;
  const made = pulumi
    .secret(secrets)
    .apply(({ brokerPasswords }) => brokerSecretFiles(plan, brokerPasswords));
  const kinds = Object.keys(brokerSecretFiles(plan, null));
  return {
    ...files,
    ...Object.fromEntries(kinds.map((kind) => [kind, made.apply((all) => all[kind] ?? "")])),
  };
}
