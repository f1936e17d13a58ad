import { secretIn } from "../../policies/read/secrets";
import type { Problem } from "../../fleet/problem";

/** Stands where a secret stood. */
export const REDACTED = "***";

/** A variable as it may be shown: its value with what is secret in it taken out. */
export function shownValue(name: string, value: string): string {
  if (secretIn(`${name}=${value}`) === null) return value;
  const withoutPassword = value.replace(/(:\/\/[^\s/@:]{0,200}:)[^\s/]{1,500}@/g, `$1${REDACTED}@`);
  // A URL keeps its host where nothing else in it is secret.
  return withoutPassword !== value && secretIn(`URL=${withoutPassword.replaceAll(REDACTED, "")}`) === null
    ? withoutPassword
    : REDACTED;
}

const ASSIGNMENT = /^(.{0,200}?)([A-Za-z_][\w.-]{0,100})(["']?\s*[:=]\s*)(.+)$/;

/** A line of a Compose or env file as it may be shown: what is secret in it is not there. */
export function shownLine(line: string): string {
  const match = ASSIGNMENT.exec(line);
  if (match !== null) {
    const [, before = "", name = "", equals = "", value = ""] = match;
    if (secretIn(`${name}=${value.replace(/^["']|["']$/g, "")}`) !== null)
      return `${before}${name}${equals}${REDACTED}`;
  }
  return secretIn(line) === null ? line : REDACTED;
}

/** A problem that shows no secret, whatever stood where it was found. */
export function shownProblem(problem: Problem): Problem {
  return {
    ...problem,
    message: shownLine(problem.message),
    ...(problem.found === undefined ? {} : { found: shownLine(problem.found) }),
  };
}
