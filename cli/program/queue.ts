import { Option } from "commander";
import type { Command } from "commander";
import { InputError } from "../../fleet/problem";
import { sourcesIn } from "../../fleet/source/read";
import { missingStack } from "../../stacks/read";
import type * as QueueCommand from "../commands/queue";
import type { QueueName } from "../queue/letters";
import { common, rootOf, textOrJson } from "./options";
import type { TextFlags } from "./options";
import { internalError, runLater } from "./run";

interface QueueFlags extends TextFlags {
  readonly broker?: string;
  readonly passwordFile?: string;
  readonly limit: number;
}

interface RedriveFlags extends QueueFlags {
  readonly id: readonly string[];
  readonly from: QueueName;
  readonly most: number;
}

/** Loaded here and not at the top: `fleet check` asks no broker. */
function queueCommand(): typeof QueueCommand {
  // oxlint-disable-next-line typescript/no-require-imports
  return require("../commands/queue") as typeof QueueCommand;
}

/** The options of the commands about the queue. */
function queueOptions(command: Command): Command {
  return common(command)
    .option("--broker <host:port>", "where the broker listens (default: its container, found by Docker)")
    .option(
      "--password-file <file>",
      "holds the password of its user `operator` (default: as fleet up made it)",
    )
    .addOption(textOrJson());
}

/** Runs a command about the queue of one stack. */
function runOnQueue(
  flags: QueueFlags,
  command: (options: QueueCommand.QueueOptions) => Promise<number>,
): void {
  const { broker = null, passwordFile = null, format, limit } = flags;
  const root = rootOf(flags.dir);
  const start = (): Promise<number> => {
    if (flags.stack === undefined) throw new InputError([missingStack("", sourcesIn(root))]);
    return command({ root, stack: flags.stack, broker, passwordFile, format, limit });
  };
  runLater(root, () => Promise.resolve().then(start)).catch(internalError);
}

/** `fleet queue` and `fleet queue redrive`. */
export function defineQueue(fleet: Command): void {
  const queue = queueOptions(fleet.command("queue"))
    .description("how much waits in the task queue, and the dead letters with why")
    .addOption(new Option("--limit <n>", "dead letters that are shown").argParser(Number).default(20))
    .action((options: QueueFlags) => {
      runOnQueue(options, (all) => queueCommand().queueStatus(all));
    });
  queue
    .command("redrive")
    .description("put dead letters back to work, as if nobody had tried them")
    .option("--id <id...>", "only these messages", [])
    .addOption(
      new Option("--from <queue>", "where they are")
        .choices(["deadLetter", "overflow", "unrouted"])
        .default("deadLetter"),
    )
    .option("--most <n>", "messages that are looked at", Number, 10_000)
    .action((own: RedriveFlags, command: Command) => {
      // Stack, broker, password and format are options of `queue`.
      const given: QueueFlags = { ...own, ...command.parent?.opts<QueueFlags>() };
      runOnQueue(given, (all) =>
        queueCommand().queueRedrive({ ...all, from: own.from, ids: own.id, limit: own.most }),
      );
    });
}
