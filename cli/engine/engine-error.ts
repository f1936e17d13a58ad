/** Every way the engine's surroundings can be wrong. */
export const ENGINE_ERROR_CODES = [
  "tool-missing",
  "docker-unreachable",
  "docker-too-old",
  "image-unavailable",
  "backend-unusable",
  "consul-unreachable",
  "state-locked",
  "state-damaged",
  "state-unsaved",
  "secrets-damaged",
  "confirmation-needed",
  "preview-needed",
  "policy-violated",
  "not-evaluated",
  "disk-full",
  "too-few-cores",
  "port-taken",
  "name-taken",
  "not-running",
  "no-relay",
  "unhealthy",
  "operation-failed",
  "cancelled",
] as const;

export type EngineErrorCode = (typeof ENGINE_ERROR_CODES)[number];

/** Something outside of the catalog stops the work: what was found, what was wanted, how to fix it. */
export class EngineError extends Error {
  constructor(
    readonly code: EngineErrorCode,
    message: string,
    readonly found: string,
    readonly wanted: string,
    readonly fix: string,
  ) {
    super(`${message}: found ${found}, wanted ${wanted}. ${fix}`);
    this.name = "EngineError";
  }
}

/** What is said of it on stderr. */
export function engineErrorText({ code, message, found, wanted, fix }: EngineError): string {
  const [title = ""] = message.split(": found ");
  return `error  ${title} [${code}]\n  found   ${found}\n  wanted  ${wanted}\n  fix     ${fix}`;
}
