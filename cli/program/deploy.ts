import { Option } from "commander";
import type { Command } from "commander";
import { POOLS } from "../../fleet/catalog/types";
import { destroy } from "../commands/destroy";
import { drift } from "../commands/drift";
import { preview } from "../commands/preview";
import { up } from "../commands/up";
import { DRIFT_FORMATS } from "../drift/request";
import type { DriftFormat } from "../drift/request";
import { CHECK_FORMATS } from "../reporters/formats";
import type { CheckFormat } from "../reporters/formats";
import { REPORT_URL, common } from "./options";
import type { Common } from "./options";
import { runOnStackLater } from "./run";

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

/** `fleet preview`, `up`, `destroy` and `drift`: the declaration made true. */
export function defineDeploying(fleet: Command): void {
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
}
