import { Command, CommanderError, Option } from "commander";
import { InputError } from "../fleet/problem";
import { check } from "./commands/check";
import type { CheckOptions } from "./commands/check";
import { report } from "./commands/report";
import { EXIT } from "./exit-codes";
import { colorsFor, readerOf } from "./output";
import { textProblems } from "./reporters/problems";
import { findRoot } from "./root";

interface Common {
  readonly stack: string;
  readonly dir?: string;
}

function rootOf(options: Common): string {
  return options.dir ?? findRoot(process.cwd());
}

/** Runs a command; what is wrong with the input is printed in full and ends in its exit code. */
function run(options: Common, command: (root: string) => number): void {
  const root = rootOf(options);
  try {
    process.exitCode = command(root);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    process.stderr.write(textProblems(error.problems, readerOf(root), colorsFor(process.stderr)));
    process.exitCode = EXIT.input;
  }
}

function common(command: Command): Command {
  return command
    .requiredOption("-s, --stack <name>", "the stack, such as dev, staging or prod")
    .option("--dir <folder>", "folder of the fleet (default: the nearest one upwards with a catalog)");
}

function program(): Command {
  const fleet = new Command("fleet")
    .description("Declare, police and run a fleet of AI agents as code.")
    .exitOverride()
    .showHelpAfterError("(fleet --help shows the commands)");
  common(fleet.command("check"))
    .description("plan a stack and ask every rule; writes nothing")
    .addOption(new Option("--format <format>", "output").choices(["text", "json"]).default("text"))
    .option("--timings", "say on stderr what each step took", false)
    .action((options: Common & Pick<CheckOptions, "format" | "timings">) => {
      const { stack, format, timings } = options;
      run(options, (root) => check({ root, stack, format, timings }));
    });
  common(fleet.command("report"))
    .description("write the plan and the report of a stack to out/<stack>/")
    .option("--summary", "also print the summary", false)
    .action((options: Common & { readonly summary: boolean }) => {
      run(options, (root) => report({ root, stack: options.stack, summary: options.summary }));
    });
  return fleet;
}

try {
  program().parse();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.fine : EXIT.input;
  } else {
    process.stderr.write(
      `internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = EXIT.internal;
  }
}
