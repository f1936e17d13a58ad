import { missingStack } from "../../stacks/read";
import { InputError } from "../../fleet/problem";
import { sourcesIn } from "../../fleet/source/read";
import { EngineError, engineErrorText } from "../engine/engine-error";
import { EXIT } from "../exit-codes";
import { colorsFor, readerOf } from "../output";
import { jsonProblems, textProblems } from "../reporters/problems";
import { rootOf } from "./options";
import type { Common } from "./options";

/**
 * Runs a command; what is wrong with the input is printed in full and ends in its exit code. Programs that asked
 * for JSON get JSON then too, where they look for it: on stdout.
 */
export function run(root: string, format: string, command: () => number): void {
  try {
    process.exitCode = command();
  } catch (error) {
    if (error instanceof EngineError) {
      process.stderr.write(`${engineErrorText(error)}\n`);
      process.exitCode = EXIT.input;
      return;
    }
    if (!(error instanceof InputError)) throw error;
    const { problems, omitted } = error;
    if (format === "json") process.stdout.write(jsonProblems(problems, omitted, readerOf(root)));
    else process.stderr.write(textProblems(problems, readerOf(root), colorsFor(process.stderr), omitted));
    process.exitCode = EXIT.input;
  }
}

/** The same for a command that waits for others. */
export async function runLater(root: string, command: () => Promise<number>): Promise<void> {
  try {
    const code = await command();
    run(root, "text", () => code);
  } catch (error) {
    run(root, "text", () => {
      throw error;
    });
  }
}

/** The same for a command about one stack. */
export function runOnStack(options: Common, command: (root: string, stack: string) => number): void {
  const root = rootOf(options.dir);
  run(root, options.format ?? "text", () => {
    if (options.stack === undefined) throw new InputError([missingStack("", sourcesIn(root))]);
    return command(root, options.stack);
  });
}

/**
 * The same for one that waits for others. It begins here, so that input which can't be used is told in the format
 * that was asked for; its end is waited for outside.
 */
export async function runOnStackLater(
  options: Common,
  command: (root: string, stack: string) => Promise<number>,
): Promise<void> {
  const running: Promise<number>[] = [];
  runOnStack(options, (root, stack) => {
    running.push(command(root, stack));
    return EXIT.fine;
  });
  for (const code of running) process.exitCode = await code;
}

/** A defect of ours, with what helps to find it. */
export function internalError(error: unknown): void {
  process.stderr.write(
    `internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = EXIT.internal;
}
