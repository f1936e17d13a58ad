import type { Problem } from "../../fleet/problem";
import { isSecretName, namesSecret, REDACTED, redactText } from "../redact";

/**
 * A problem that may be shown: what is wrong with a secret can be said without it.
 *
 * @param line the line of the file that it is about; null when nobody knows it
 */
export function hiddenProblem(problem: Problem, line: string | null): Problem {
  const { message, found, fix } = problem;
  const words = message.match(/[\w.:-]+/g) ?? [];
  const said = words.some((word) => isSecretName(word.split(/[.:]/).at(-1) ?? word));
  const secret = said || (line !== null && namesSecret(line));
  if (found === undefined) return { ...problem, message: redactText(message), fix: redactText(fix) };
  // A name that stands in the message is what is wrong, not what is secret.
  if (!secret || message.includes(found))
    return { ...problem, message: redactText(message), found: redactText(found), fix: redactText(fix) };
  const hide = (text: string) => redactText(found === "" ? text : text.replaceAll(found, REDACTED));
  return { ...problem, message: hide(message), found: REDACTED, fix: hide(fix) };
}
