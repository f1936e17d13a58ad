/** How often the message was tried before in vain. */
export const RETRIES_HEADER = "x-fleet-retries";
/** What the last try failed of. */
export const ERROR_HEADER = "x-fleet-error";
/** A header of a message is no place for stack traces. */
const MAX_ERROR = 500;

export type Headers = Readonly<Record<string, unknown>>;

/** What a broker writes on a message that died: `x-death` and the first and last reason, queue and exchange. */
const DEATH = /^x-(death$|(first|last)-death-)/;

/**
 * The headers of a message that is put back to work. With its death headers it would count as one that died
 * before: what expires or overflows again would go by the reason of its first death.
 */
export function withoutDeath(headers: Headers): Headers {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !DEATH.test(name)));
}

/** How often a message was tried before; anything that is no count is 0. */
export function retriesOf(headers: Headers): number {
  const value = headers[RETRIES_HEADER];
  return typeof value === "number" && Number.isInteger(value) && value > 0 ? value : 0;
}

/** The headers for another try, with what the last one failed of. */
export function forAnotherTry(headers: Headers, error: string): Headers {
  return {
    ...withoutDeath(headers),
    [RETRIES_HEADER]: retriesOf(headers) + 1,
    [ERROR_HEADER]: error.slice(0, MAX_ERROR),
  };
}

/** The headers of a message that begins anew, as if nobody had tried it. */
export function forAFreshStart(headers: Headers): Headers {
  const { [RETRIES_HEADER]: _retries, [ERROR_HEADER]: _error, ...rest } = withoutDeath(headers);
  return rest;
}
