import { mergeFindings } from "../../policies/merge";
import { EXIT } from "../exit-codes";
import { EngineError, engineErrorText } from "./engine-error";
import type { EngineErrorCode } from "./engine-error";
import type { Outcome } from "./events";
import { failureError, failureOf } from "./failures";
import { withoutSecrets } from "./hidden";
import { say } from "./progress/open";
import type { EngineRequest, EngineResult } from "./request";
import { Run } from "./run";
import { toEngineStep } from "./steps";

/**
 * Runs a command on the real engine. Never throws what belongs to the surroundings: that is in the result.
 *
 * @param seen is told what the engine's events say, also when the run failed
 */
export async function runEngine(
  request: EngineRequest,
  seen: (outcome: Outcome) => void = () => undefined,
): Promise<EngineResult> {
  const started = Date.now();
  const run = new Run(request);
  let error: EngineError | null = null;
  try {
    await withoutStacks(() => run.run());
  } catch (caught) {
    error = toEngineError(caught);
    say(engineErrorText(error));
  }
  const { outcome, violations } = run.watch;
  seen(outcome);
  const seconds = (Date.now() - started) / 1000;
  for (const [name, from] of Object.entries(outcome.plugins)) say(`plugin ${name}: ${from}`);
  if (error === null) {
    const parts = Object.entries(outcome.changes).map(([op, count]) => `${count} ${WORDS[op] ?? op}`);
    say(`${request.command} of stack ${request.plan.stack}: ${parts.join(", ")} in ${seconds.toFixed(1)} s`);
  }
  const message = error?.message.split(": found ")[0] ?? "";
  return {
    schemaVersion: 1,
    command: request.command,
    stack: request.plan.stack,
    changes: outcome.changes,
    reached: "engine",
    steps: outcome.steps.filter(({ op }) => op !== "same").map((step) => toEngineStep(step, request.plan)),
    report: mergeFindings(request.report, run.findings),
    violations,
    plugins: outcome.plugins,
    seconds,
    error:
      error === null
        ? null
        : {
            code: error.code,
            message,
            found: withoutSecrets(error.found),
            wanted: error.wanted,
            fix: error.fix,
          },
    exitCode: exitOf(error),
  };
}

const WORDS: Readonly<Record<string, string>> = {
  create: "created",
  update: "updated",
  replace: "replaced",
  delete: "deleted",
};

/** What only a run that has begun can end in. */
const DURING: ReadonlySet<EngineErrorCode> = new Set([
  ...(["policy-violated", "operation-failed", "cancelled"] as const),
  ...(["disk-full", "port-taken", "name-taken", "too-few-cores", "unhealthy"] as const),
]);

/** What Docker or the system said before the engine was asked, such as a full disk. @throws what is our own mistake */
function toEngineError(caught: unknown): EngineError {
  if (caught instanceof EngineError) return caught;
  const said = caught instanceof Error ? caught.message : String(caught);
  const known = failureOf(said);
  if (known.code === "operation-failed") throw caught;
  return failureError(known, said);
}

/** What the user can set right before anything ran is input; everything else is a failed run. */
function exitOf(error: EngineError | null): number {
  if (error === null) return EXIT.fine;
  if (error.code === "not-evaluated") return EXIT.notEvaluated;
  return DURING.has(error.code) ? EXIT.blocked : EXIT.input;
}

/**
 * Pulumi's SDK notes the stack of every promise it makes, thousands of them, for the one that never settles. That is a
 * fifth of what a preview costs, so it is left to who looks for such a promise, with the SDK's own variable.
 */
async function withoutStacks<T>(run: () => Promise<T>): Promise<T> {
  const limit = Error.stackTraceLimit;
  if ((process.env["PULUMI_DEBUG_PROMISE_LEAKS"] ?? "") === "") Error.stackTraceLimit = 0;
  try {
    return await run();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
