import type { Command } from "commander";
import { portForward } from "../commands/port-forward";
import type * as SecretsCommand from "../commands/secrets";
import { common, textOrJson } from "./options";
import type { Common, TextFlags } from "./options";
import { runOnStack, runOnStackLater } from "./run";

/** Loaded here and not at the top: few commands ask for secrets. */
function secretsCommand(): typeof SecretsCommand {
  // oxlint-disable-next-line typescript/no-require-imports
  return require("../commands/secrets") as typeof SecretsCommand;
}

/** `fleet port-forward` and `fleet secrets`: how people get at what runs. */
export function defineReaching(fleet: Command): void {
  common(fleet.command("port-forward"))
    .description("lead a port of this machine to a service or an agent, until Ctrl-C")
    .argument("<name>", "a service, an agent or a container of the stack, such as grafana")
    .argument(
      "[ports]",
      "[LOCAL:]REMOTE, by number or name; :REMOTE takes any free port (default: its first)",
    )
    .addOption(textOrJson())
    .action((name: string, ports: string | undefined, options: TextFlags) =>
      runOnStackLater(options, (root, stack) =>
        portForward({ root, stack, name, ports: ports ?? null, format: options.format }),
      ),
    );
  const secrets = common(fleet.command("secrets"))
    .description("which secrets a stack needs, and whether this machine keeps them; shows none")
    .addOption(textOrJson())
    .action((options: TextFlags) => {
      runOnStack(options, (root, stack) => secretsCommand().listSecrets({ root, stack }, options.format));
    });
  for (const [name, description, command] of [
    ["show", "print one", (...args) => secretsCommand().showSecret(...args)],
    ["set", "keep what stdin says, for the next up", (...args) => secretsCommand().setSecret(...args)],
  ] as const satisfies readonly (readonly [string, string, typeof SecretsCommand.showSecret])[]) {
    secrets
      .command(name)
      .description(description)
      .argument("<name>", "as fleet secrets lists it")
      .action((secret: string, own: Common, self: Command) => {
        // Stack and folder are options of `secrets`.
        const given: Common = { ...own, ...self.parent?.opts<Common>() };
        runOnStack({ ...given, format: "text" }, (root, stack) => command({ root, stack }, secret));
      });
  }
}
