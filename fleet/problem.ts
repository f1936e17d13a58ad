import type { Place } from "./place";

/** Every way the input can be wrong. Each code has a page: `fleet explain CODE`. */
export const PROBLEM_CODES = [
  "file-missing",
  "file-unreadable",
  "file-not-regular",
  "file-too-large",
  "file-empty",
  "file-not-utf8",
  "yaml-syntax",
  "yaml-alias",
  "yaml-tag",
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
  "unknown-commit",
  "tier-weakens",
  "stack-missing",
  "stack-tier",
  "name-too-long",
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

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join("; "));
    this.name = "InputError";
    this.problems = problems;
  }
}

/** Collects problems, so that one never hides another. Keeps at most `limit` and counts the rest. */
export class Problems {
  private readonly kept: Problem[] = [];

  get count(): number {
    return this.kept.length;
  }

  add(problem: Problem): void {
    this.kept.push(problem);
  }

  /** @throws InputError when there is any problem */
  throwIfAny(): void {
    if (this.kept.length > 0) throw new InputError(sortByPlace(this.kept));
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
