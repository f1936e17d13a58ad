/**
 * How a secret comes to be: a `password` (43 letters, digits, `-` and `_`) and a `uuid` are made once, by whoever
 * deploys; what is `given` comes from people, and may be missing.
 */
export type SecretKind = "password" | "uuid" | "given";

/** A secret that a stack needs. Never its value. */
export interface NeededSecret {
  /** Its key in the configuration of the stack, as in `sutazai-fleet:brokerAgentPassword`. Unique in a plan. */
  readonly name: string;
  readonly kind: SecretKind;
  /** What needs it, such as "RabbitMQ's user agent". */
  readonly for: string;
}

/** The values of secrets, by name. */
export type Secrets = Readonly<Record<string, string>>;
