import { REDACTED, redactLogins } from "../redact";

/** What this process must never show, whoever says it: the engine and its plugins have seen the secrets too. */
let hidden: readonly string[] = [];
/** A shorter one would take away words that only look like it. */
const SHORTEST = 6;

/** Hides these values from now on in all that `withoutSecrets` is asked about. */
export function hideFromNowOn(values: Iterable<string>): void {
  const all = new Set([...hidden, ...[...values].filter(({ length }) => length >= SHORTEST)]);
  // The longest first: one may be a part of another.
  hidden = [...all].sort((a, b) => b.length - a.length);
}

/** A text as it may be shown or written: without known secrets, and without who logs in where. */
export function withoutSecrets(text: string): string {
  return redactLogins(hidden.reduce((shown, value) => shown.replaceAll(value, REDACTED), text));
}
