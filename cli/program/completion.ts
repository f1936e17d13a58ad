import { Argument } from "commander";
import type { Command } from "commander";
import { sourcesIn } from "../../fleet/source/read";
import { candidates } from "../completion/candidates";
import { COMPLETION_SCRIPTS, SHELLS } from "../completion/scripts";
import type { Shell } from "../completion/scripts";
import { rootOf } from "./options";

/** `fleet completion`, and what its scripts ask at each key. */
export function defineCompletion(fleet: Command): void {
  fleet
    .command("completion")
    .description("print the completion script of a shell")
    .addArgument(new Argument("<shell>", "the shell").choices(SHELLS))
    .action((shell: Shell) => {
      process.stdout.write(COMPLETION_SCRIPTS[shell]);
    });
  fleet.command("__complete [words...]", { hidden: true }).action((words: readonly string[]) => {
    const found = candidates(fleet, words, sourcesIn(rootOf(undefined)));
    process.stdout.write(found.map((word) => `${word}\n`).join(""));
  });
}
