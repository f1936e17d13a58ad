import { Option } from "commander";
import type { Command } from "commander";
import { doctor } from "../commands/doctor";
import type * as DoctorAgent from "../commands/doctor-agent";
import { common, rootOf, textOrJson } from "./options";
import type { TextFlags } from "./options";
import { runLater, runOnStackLater } from "./run";

interface DoctorFlags extends TextFlags {
  readonly agent?: string;
  readonly timeout: number;
}

/** Loaded here and not at the top: only who asks an agent needs it. */
function doctorAgentCommand(): typeof DoctorAgent {
  // oxlint-disable-next-line typescript/no-require-imports
  return require("../commands/doctor-agent") as typeof DoctorAgent;
}

/** `fleet doctor`: of the machine, or of one agent. */
export function defineDoctor(fleet: Command): void {
  common(fleet.command("doctor"))
    .description("say of everything that up needs what was found, what is wanted and how to get it")
    .option(
      "--agent <url>",
      "ask a running agent instead, such as http://127.0.0.1:8080: does it keep the contract?",
    )
    .addOption(new Option("--timeout <seconds>", "of one request to the agent").argParser(Number).default(5))
    .addOption(textOrJson())
    .action((options: DoctorFlags) => {
      const { agent, timeout, format } = options;
      if (agent !== undefined) {
        return runLater(rootOf(undefined), () =>
          doctorAgentCommand().doctorAgent({ url: agent, timeout, format }),
        );
      }
      return runOnStackLater(options, (root, stack) => doctor({ root, stack, format }));
    });
}
