/** What a report is of, for formats that say so. */
export interface Run {
  /** The command whose report it is. */
  readonly command: string;
  /** Why it did not come to its end; null when it did. A report of half a run must not look like a clean one. */
  readonly failure: RunFailure | null;
}

export interface RunFailure {
  readonly code: string;
  readonly message: string;
  readonly found: string;
  readonly wanted: string;
  readonly fix: string;
}

export const CHECK: Run = { command: "check", failure: null };

/** A failure in one line. */
export function failureText({ message, found, wanted, fix }: RunFailure): string {
  return `${message}: found ${found}, wanted ${wanted}. ${fix}`;
}
