import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { Option } from "commander";
import type { Command } from "commander";
import { updateBaseline, writeBaseline } from "../commands/baseline";
import { explain } from "../commands/explain";
import type * as ImagesLock from "../commands/images-lock";
import type * as Import from "../commands/import";
import { init } from "../commands/init";
import { DIR, common, rootOf } from "./options";
import type { Common } from "./options";
import { internalError, run, runLater, runOnStack } from "./run";

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

/** Loaded here and not at the top: `fleet check` asks no registry. */
function imagesLockCommand(): typeof ImagesLock {
  // oxlint-disable-next-line typescript/no-require-imports
  return require("../commands/images-lock") as typeof ImagesLock;
}

/** From dist/, where the importer is a file of its own: it brings a validator that no other command needs. */
function importCommands(): typeof Import {
  const file = join(__dirname, "import.cjs");
  return createRequire(file)(file) as typeof Import;
}

/** What helps to write a fleet: `fleet explain`, `images lock`, `baseline`, `import compose` and `init`. */
export function defineAuthoring(fleet: Command): void {
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
}
