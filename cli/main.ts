import { Command, CommanderError } from "commander";
import { EXIT } from "./exit-codes";
import { acceptClosedPipes } from "./output";
import { defineAuthoring } from "./program/author";
import { defineCompletion } from "./program/completion";
import { defineDeploying } from "./program/deploy";
import { defineDoctor } from "./program/doctor";
import { defineJudging } from "./program/judge";
import { defineQueue } from "./program/queue";
import { defineReaching } from "./program/reach";
import { internalError } from "./program/run";

/** All commands, in the order in which `fleet --help` shows them. */
function program(): Command {
  const fleet = new Command("fleet")
    .description("Declare, police and run a fleet of AI agents as code.")
    .exitOverride()
    .showHelpAfterError("(fleet --help shows the commands)");
  defineJudging(fleet);
  defineDeploying(fleet);
  defineQueue(fleet);
  defineReaching(fleet);
  defineDoctor(fleet);
  defineAuthoring(fleet);
  defineCompletion(fleet);
  return fleet;
}

acceptClosedPipes();
try {
  program().parse();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.fine : EXIT.input;
  } else {
    internalError(error);
  }
}
