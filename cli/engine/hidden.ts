import { REDACTED, redactLogins } from "../redact";

/** What this process must never show, whoever says it: the engine and its plugins have seen the secrets too. */
const hidden = new Set<string>();
/** A shorter one would take away words that only look like it. */
const SHORTEST = 6;

/** Hides these values from now on in all that `withoutSecrets` is asked about. */
export function hideFromNowOn(values: Iterable<string>): void {
  for (const value of values) if (value.length >= SHORTEST) hidden.add(value);
}

/** A text as it may be shown or written: without known secrets, and without who logs in where. */
export function withoutSecrets(text: string): string {
  let shown = text;
  // The longest first: one may be a part of another.
  for (const value of [...hidden].sort((a, b) => b.length - a.length))
    shown = shown.replaceAll(value, REDACTED);
  return redactLogins(shown);
}
