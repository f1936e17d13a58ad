import type { Place } from "./place";

/** Every way the input can be wrong. Each code has a page: `fleet explain CODE`. */
export const PROBLEM_CODES = [
  "file-missing",
  "file-unreadable",
  "file-not-regular",
  "file-too-large",
  "file-empty",
  "file-not-utf8",
  "file-outside",
  "file-changed",
  "control-character",
  "yaml-syntax",
  "yaml-documents",
  "yaml-alias",
  "yaml-merge",
  "yaml-tag",
  "yaml-key",
  "yaml-too-deep",
  "duplicate-key",
  "unknown-key",
  "missing-key",
  "wrong-type",
  "wrong-value",
  "wrong-unit",
  "duplicate-name",
  "duplicate-port",
  "pool-size",
  "unknown-group",
  "unknown-image",
  "unknown-runtime",
  "unknown-service",
  "unknown-dependency",
  "dependency-cycle",
  "unknown-rule",
  "wrong-day",
  "day-given",
  "exemption-nobody",
  "exemption-forbidden",
  "exemption-too-wide",
  "exemption-too-long",
  "exemption-approver",
  "exemption-cap",
  "baseline-exists",
  "baseline-missing",
  "unknown-commit",
  "unknown-agent",
  "unknown-code",
  "unknown-target",
  "unknown-secret",
  "tier-weakens",
  "format-version",
  "target-exists",
  "compose-cycle",
  "compose-variable",
  "compose-too-large",
  "compose-remote",
  "compose-name",
  "stack-missing",
  "stack-tier",
  "name-too-long",
  "image-not-found",
  "registry-unreachable",
  "registry-denied",
  "registry-answer",
  "broker-unreachable",
  "broker-denied",
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** One thing that is wrong with the input: where, what was found, what was wanted, how to fix it. */
export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly place?: Place;
  readonly found?: string;
  readonly wanted?: string;
  readonly fix: string;
}

/** The input can't be used. Carries every problem at once, in the order of the files and lines. */
export class InputError extends Error {
  readonly problems: readonly Problem[];
  /** How many more there are, beyond those that were kept. */
  readonly omitted: number;

  constructor(problems: readonly Problem[], omitted = 0) {
    super(problems.map((problem) => problem.message).join("; "));
    this.name = "InputError";
    this.problems = problems;
    this.omitted = omitted;
  }
}

/** One mistake in a large fleet can be wrong 69,000 times: the first of them say it all. */
const MAX_KEPT = 1000;

/** Collects problems, so that one never hides another. Keeps at most 1,000 and counts the rest. */
export class Problems {
  private readonly kept: Problem[] = [];
  private counted = 0;

  get count(): number {
    return this.counted;
  }

  /** @param problem or how to make it, which is only asked for when it is kept */
  add(problem: Problem | (() => Problem)): void {
    this.counted += 1;
    if (this.kept.length >= MAX_KEPT) return;
    this.kept.push(typeof problem === "function" ? problem() : problem);
  }

  /** Counts problems that nobody described. */
  addOmitted(count: number): void {
    this.counted += count;
  }

  /** Takes over what another reader was refused with. */
  addAll(error: InputError): void {
    for (const problem of error.problems) this.add(problem);
    this.addOmitted(error.omitted);
  }

  /**
   * What a reader answers; null, with its problems taken over, when it refuses.
   *
   * @throws whatever it throws that is no InputError
   */
  attempt<T>(read: () => T): T | null {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.addAll(error);
      return null;
    }
  }

  /** @throws InputError when there is any problem */
  throwIfAny(): void {
    if (this.counted > 0) throw new InputError(sortByPlace(this.kept), this.counted - this.kept.length);
  }
}

function sortByPlace(problems: readonly Problem[]): readonly Problem[] {
  const key = (problem: Problem): string => problem.place?.file ?? "";
  return [...problems].sort(
    (a, b) =>
      key(a).localeCompare(key(b), "en") ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );
}
