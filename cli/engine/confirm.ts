import { createInterface } from "node:readline/promises";
import { isStrict } from "../../fleet/tier";
import { EngineError } from "./engine-error";
import type { EngineRequest } from "./request";

/**
 * What can be said of a request before anything is looked at.
 *
 * @throws EngineError where nobody can be asked, or where the stack is not changed without a preview
 */
export function refuseAtOnce({ command, yes, skipPreview, stack }: EngineRequest): void {
  if (command !== "preview" && !yes && process.stdin.isTTY !== true)
    throw new EngineError(
      "confirmation-needed",
      `${command} asks before it changes anything`,
      "nobody to ask: no terminal",
      "a yes",
      `Run it again with --yes.`,
    );
  const tier = stack.tier.name;
  if (skipPreview === true && isStrict(tier))
    throw new EngineError(
      "preview-needed",
      "this stack is not changed without a preview",
      `--skip-preview in tier ${tier}`,
      "a preview first: only there a rule that can't be evaluated stops the run before it changes anything",
      "Run it without --skip-preview.",
    );
}

/**
 * Asks on the terminal.
 *
 * @param signal ends the question: then it is a no
 */
export async function confirmed({ command, plan }: EngineRequest, signal: AbortSignal): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question(`${command} stack ${plan.stack}? (yes/no) `, { signal })) === "yes";
  } catch {
    return false;
  } finally {
    terminal.close();
  }
}
