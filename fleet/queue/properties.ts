import type { Headers } from "./headers";

/** What a message carries beside its body, in the words of AMQP 0-9-1. All may be missing. */
export interface MessageProperties {
  readonly headers?: Headers | undefined;
  readonly priority?: number | undefined;
  readonly expiration?: string | undefined;
  readonly messageId?: string | undefined;
  readonly correlationId?: string | undefined;
  readonly replyTo?: string | undefined;
  readonly contentType?: string | undefined;
  readonly contentEncoding?: string | undefined;
  readonly timestamp?: number | undefined;
  readonly type?: string | undefined;
  readonly appId?: string | undefined;
}

/** The same, for publishing: what is missing is left out. */
export type Republished = {
  readonly [Name in keyof MessageProperties]: NonNullable<MessageProperties[Name]>;
} & { readonly persistent: true };

const KEPT = [
  "priority",
  "expiration",
  "messageId",
  "correlationId",
  "replyTo",
  "contentType",
  "contentEncoding",
  "timestamp",
  "type",
  "appId",
] as const;

/**
 * The properties under which a message is published again: all that its publisher gave it, but for the user's name,
 * which has to be that of who publishes. Always persistent, and always with a priority: unset means the lowest on
 * some queues and a middle one on others.
 */
export function republished(properties: MessageProperties, headers: Headers): Republished {
  const kept = KEPT.filter((name) => properties[name] !== undefined).map((name) => [name, properties[name]]);
  return {
    priority: 0,
    ...(Object.fromEntries(kept) as Partial<Record<never, never>>),
    headers: { ...headers },
    persistent: true,
  };
}
