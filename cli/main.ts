import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { Argument, Command, CommanderError, Option } from "commander";
import { POOLS } from "../fleet/catalog/types";
import { InputError } from "../fleet/problem";
import { sourcesIn } from "../fleet/source/read";
import type { Level } from "../fleet/tier";
import { missingStack } from "../stacks/read";
import { updateBaseline, writeBaseline } from "./commands/baseline";
import { check } from "./commands/check";
import { destroy } from "./commands/destroy";
import { diff } from "./commands/diff";
import { doctor } from "./commands/doctor";
import { portForward } from "./commands/port-forward";
import type * as QueueCommand from "./commands/queue";
import type * as SecretsCommand from "./commands/secrets";
import type { QueueName } from "./queue/letters";
import type * as DoctorAgent from "./commands/doctor-agent";
import { drift } from "./commands/drift";
import { explain } from "./commands/explain";
import type * as ImagesLock from "./commands/images-lock";
import type * as Import from "./commands/import";
import { init } from "./commands/init";
import { preview } from "./commands/preview";
import { report } from "./commands/report";
import { up } from "./commands/up";
import { candidates } from "./completion/candidates";
import { COMPLETION_SCRIPTS, SHELLS } from "./completion/scripts";
import type { Shell } from "./completion/scripts";
import { DRIFT_FORMATS } from "./drift/request";
import type { DriftFormat } from "./drift/request";
import { EngineError, engineErrorText } from "./engine/engine-error";
import { EXIT } from "./exit-codes";
import { acceptClosedPipes, colorsFor, readerOf } from "./output";
import { CHECK_FORMATS, DIFF_FORMATS } from "./reporters/formats";
import type { CheckFormat, DiffFormat } from "./reporters/formats";
import { jsonProblems, textProblems } from "./reporters/problems";
import { findRoot } from "./root";

interface Common {
  readonly stack?: string;
  readonly dir?: string;
  readonly format?: string;
}

function rootOf(dir: string | undefined): string {
  return dir === undefined ? findRoot(process.cwd()) : resolve(dir);
}

/**
 * Runs a command; what is wrong with the input is printed in full and ends in its exit code. Programs that asked
 * for JSON get JSON then too, where they look for it: on stdout.
 */
function run(root: string, format: string, command: () => number): void {
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
async function runLater(root: string, command: () => Promise<number>): Promise<void> {
  try {
    const code = await command();
    run(root, "text", () => code);
  } catch (error) {
    run(root, "text", () => {
      throw error;
    });
  }
}

/** Loaded here and not at the top: `fleet check` asks no registry. */
function imagesLockCommand(): typeof ImagesLock {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require("./commands/images-lock") as typeof ImagesLock;
}

/** The same: `fleet check` asks no broker. */
function queueCommand(): typeof QueueCommand {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require("./commands/queue") as typeof QueueCommand;
}

/** The same: few commands ask for secrets. */
function secretsCommand(): typeof SecretsCommand {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require("./commands/secrets") as typeof SecretsCommand;
}

function textOrJson(): Option {
  return new Option("--format <format>", "output").choices(["text", "json"]).default("text");
}

/** The options of the commands about the queue. */
function queueOptions(command: Command): Command {
  return common(command)
    .option("--broker <host:port>", "where the broker listens (default: its container, found by Docker)")
    .option(
      "--password-file <file>",
      "holds the password of its user `operator` (default: as fleet up made it)",
    )
    .addOption(new Option("--format <format>", "output").choices(["text", "json"]).default("text"));
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

/** The same: only who asks an agent needs it. */
function doctorAgentCommand(): typeof DoctorAgent {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require("./commands/doctor-agent") as typeof DoctorAgent;
}

/** From dist/, where the importer is a file of its own: it brings a validator that no other command needs. */
function importCommands(): typeof Import {
  const file = join(__dirname, "import.cjs");
  return createRequire(file)(file) as typeof Import;
}

/** The same for a command about one stack. */
function runOnStack(options: Common, command: (root: string, stack: string) => number): void {
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
async function runOnStackLater(
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

const REPORT_URL = "where the whole report is, for a comment that had to be cut";
const DIR = "folder of the fleet (default: the nearest one upwards with a catalog)";

function common(command: Command): Command {
  return command
    .option("-s, --stack <name>", "the stack, such as dev, staging or prod")
    .option("--dir <folder>", DIR);
}

interface DiffFlags extends Common {
  readonly base: string;
  readonly format: DiffFormat;
  readonly reportUrl?: string;
}

interface DeployFlags extends Common {
  readonly yes: boolean;
  /** Of `up` alone. */
  readonly skipPreview?: boolean;
  readonly refresh: boolean;
  readonly parallel: number;
  readonly format: CheckFormat;
  readonly reportUrl?: string;
}

interface DriftFlags extends Common {
  readonly live: boolean;
  readonly format: DriftFormat;
  readonly fix?: "revert" | "adopt";
  readonly write: boolean;
  readonly allowInterrupt: boolean;
  readonly yes: boolean;
  readonly agent?: string;
  readonly pool?: string;
}

interface CheckFlags extends Common {
  readonly format: CheckFormat;
  readonly reportUrl?: string;
  readonly agent?: string;
  readonly pool?: string;
  readonly rule?: string;
  readonly failOn: Level;
  readonly timings: boolean;
}

interface TextFlags extends Common {
  readonly format: "text" | "json";
}

interface QueueFlags extends Common {
  readonly broker?: string;
  readonly passwordFile?: string;
  readonly format: "text" | "json";
  readonly limit: number;
}

interface RedriveFlags extends QueueFlags {
  readonly id: readonly string[];
  readonly from: QueueName;
  readonly most: number;
}

interface DoctorFlags extends Common {
  readonly agent?: string;
  readonly timeout: number;
  readonly format: "text" | "json";
}

interface ImportFlags {
  readonly dir?: string;
  readonly envFile: readonly string[];
  readonly profile: readonly string[];
  readonly group: string;
  readonly format: "text" | "json" | "markdown";
  readonly out?: string;
  readonly merge: boolean;
  readonly yes: boolean;
  readonly hostMemory?: string;
  readonly hostCpu?: string;
}

interface ImagesFlags {
  readonly dir?: string;
  readonly image: readonly string[];
  readonly check: boolean;
  readonly partial: boolean;
  readonly insecureRegistry?: string;
}

function program(): Command {
  const fleet = new Command("fleet")
    .description("Declare, police and run a fleet of AI agents as code.")
    .exitOverride()
    .showHelpAfterError("(fleet --help shows the commands)");
  common(fleet.command("check"))
    .description("plan a stack and ask every rule; writes nothing")
    .option("--agent <name>", "only findings of this agent; * stands for any letters")
    .addOption(new Option("--pool <pool>", "only findings of this pool").choices(POOLS))
    .option("--rule <id>", "only findings of this rule")
    .addOption(
      new Option("--fail-on <level>", "from which level on findings fail")
        .choices(["advisory", "mandatory"])
        .default("mandatory"),
    )
    .addOption(new Option("--format <format>", "output").choices(CHECK_FORMATS).default("text"))
    .option("--report-url <url>", REPORT_URL)
    .option("--timings", "say on stderr what each step took", false)
    .action((options: CheckFlags) => {
      const { agent = null, pool = null, rule = null, failOn, format, reportUrl = null, timings } = options;
      runOnStack(options, (root, stack) =>
        check({ root, stack, format, filter: { agent, pool, rule }, failOn, reportUrl, timings }),
      );
    });
  common(fleet.command("report"))
    .description("write the plan and the report of a stack to out/<stack>/")
    .option("--summary", "also print the summary", false)
    .action((options: Common & { readonly summary: boolean }) => {
      runOnStack(options, (root, stack) => report({ root, stack, summary: options.summary }));
    });
  common(fleet.command("diff"))
    .description("show by meaning what the working tree changes against a commit")
    .requiredOption("-b, --base <ref>", "the commit, branch or tag to compare with")
    .addOption(new Option("--format <format>", "output").choices(DIFF_FORMATS).default("text"))
    .option("--report-url <url>", REPORT_URL)
    .action((options: DiffFlags) => {
      const { base, format, reportUrl = null } = options;
      runOnStack(options, (root, stack) => diff({ root, stack, base, format, reportUrl }));
    });
  for (const [name, description, command] of [
    ["preview", "show what the engine would change, policed; changes nothing", preview],
    ["up", "make the stack what the plan says, wave by wave", up],
    ["destroy", "remove everything of the stack", destroy],
  ] as const) {
    const deploying = common(fleet.command(name)).description(description);
    if (name === "up")
      deploying.option(
        "--skip-preview",
        "change it at once, without a preview; not in staging and prod",
        false,
      );
    deploying
      .option("-y, --yes", "do it without asking; needed where nobody can be asked", false)
      .option("--refresh", "look at what really runs first", false)
      .addOption(new Option("--parallel <n>", "resources worked on at once").argParser(Number).default(64))
      .option("--report-url <url>", REPORT_URL)
      .addOption(
        new Option("--format <format>", "output")
          .choices(name === "preview" ? CHECK_FORMATS : ["text", "json"])
          .default("text"),
      )
      .action((options: DeployFlags) =>
        runOnStackLater(options, (root, stack) => command({ ...options, root, stack })),
      );
  }
  common(fleet.command("drift"))
    .description("compare what runs with what is declared, and mend it when asked to")
    .option("--live", "look at Docker and Consul alone: no engine, no state", false)
    .option("--agent <name>", "only these agents; * stands for any letters")
    .addOption(new Option("--pool <pool>", "only agents of this pool").choices(POOLS))
    .addOption(new Option("--format <format>", "output").choices(DRIFT_FORMATS).default("text"))
    .addOption(
      new Option(
        "--fix <how>",
        "revert: make the declaration true again; adopt: print the change of the catalog that declares what was found",
      ).choices(["revert", "adopt"]),
    )
    .option("--write", "with --fix adopt: write the catalog instead of printing the patch alone", false)
    .option("--allow-interrupt", "the fix may stop hot and critical agents for a while", false)
    .option("-y, --yes", "fix without asking; needed where nobody can be asked", false)
    .action((options: DriftFlags) => {
      const { live, format, fix = null, write, allowInterrupt, yes, agent = null, pool = null } = options;
      return runOnStackLater(options, (root, stack) =>
        drift({ root, stack, live, format, fix, write, allowInterrupt, yes, agent, pool }),
      );
    });
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
  common(fleet.command("doctor"))
    .description("say of everything that up needs what was found, what is wanted and how to get it")
    .option(
      "--agent <url>",
      "ask a running agent instead, such as http://127.0.0.1:8080: does it keep the contract?",
    )
    .addOption(new Option("--timeout <seconds>", "of one request to the agent").argParser(Number).default(5))
    .addOption(new Option("--format <format>", "output").choices(["text", "json"]).default("text"))
    .action((options: DoctorFlags) => {
      const { agent, timeout, format } = options;
      if (agent !== undefined) {
        return runLater(rootOf(undefined), () =>
          doctorAgentCommand().doctorAgent({ url: agent, timeout, format }),
        );
      }
      return runOnStackLater(options, (root, stack) => doctor({ root, stack, format }));
    });
  fleet
    .command("explain")
    .description("what a problem or a rule means and how to fix it; without a name, a list of all")
    .argument("[name]", "the code of a problem or the id of a rule")
    .option("--dir <folder>", DIR)
    .action((name: string | undefined, { dir }: Common) => {
      const root = rootOf(dir);
      run(root, "text", () => explain(root, name ?? null));
    });
  fleet
    .command("images")
    .description("the images of the catalog")
    .command("lock")
    .description("ask the registries for the digest of every image and write catalog/images.lock.yaml")
    .option("--image <reference...>", "only these images of the catalog", [])
    .option("--check", "write nothing; fail when a digest is missing or has changed", false)
    .option("--partial", "write what was answered even when an image failed", false)
    .option("--insecure-registry <host:port>", "ask this registry on this machine without TLS")
    .option("--dir <folder>", DIR)
    .action((options: ImagesFlags) => {
      const root = rootOf(options.dir);
      const { image, check, partial, insecureRegistry = null } = options;
      runLater(root, () =>
        imagesLockCommand().imagesLock({ root, images: image, check, partial, insecureRegistry }),
      ).catch(internalError);
    });
  const baseline = fleet.command("baseline").description("the findings that were there before the rules");
  for (const [name, description, command] of [
    ["write", "take in everything that is found today, once for each stack", writeBaseline],
    ["update", "take out what is no longer found; takes nothing in", updateBaseline],
  ] as const) {
    common(baseline.command(name))
      .description(description)
      .action((options: Common) => {
        runOnStack(options, (root, stack) => command({ root, stack }));
      });
  }
  fleet
    .command("import")
    .description("make catalog entries of what you have")
    .command("compose")
    .description("read Docker Compose files: catalog entries, and why these files do not run")
    .argument("<file...>", "the files, each of which overrides the ones before")
    .option("--env-file <file...>", "variables, instead of .env beside the first file", [])
    .option("--profile <name...>", "also services of this profile; * for all", [])
    .option("--group <name>", "the group of new agents", "imported")
    .addOption(
      new Option("--format <format>", "output").choices(["text", "json", "markdown"]).default("text"),
    )
    .option("--out <file>", "write the entries to a new file")
    .option("--merge", "show what changes in the catalog of this fleet", false)
    .option("-y, --yes", "with --merge: write it", false)
    .option("--host-memory <amount>", "what the machine has (default: host of catalog/profiles.yaml)")
    .option("--host-cpu <cores>", "what the machine has (default: host of catalog/profiles.yaml)")
    .option("--dir <folder>", DIR)
    .action((files: readonly string[], flags: ImportFlags) => {
      const {
        dir,
        envFile: envFiles,
        profile: profiles,
        out = null,
        hostMemory = null,
        hostCpu = null,
      } = flags;
      const cwd = process.cwd();

      const options = {
        ...flags,
        root: rootOf(dir),
        cwd,
        files,
        envFiles,
        profiles,
        out,
        hostMemory,
        hostCpu,
      };
      process.exitCode = importCommands().runImport(options);
    });
  fleet
    .command("init")
    .description("write a small fleet that passes the check at once; writes over nothing")
    .argument("[folder]", "where to", ".")
    .option("--name <name>", "name of the fleet (default: from the name of the folder)")
    .action((folder: string, { name = null }: { readonly name?: string | null }) => {
      run(resolve(folder), "text", () => init({ home: join(__dirname, ".."), folder, name }));
    });
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
  return fleet;
}

function internalError(error: unknown): void {
  process.stderr.write(
    `internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = EXIT.internal;
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
