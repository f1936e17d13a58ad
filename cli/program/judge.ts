import { Option } from "commander";
import type { Command } from "commander";
import { POOLS } from "../../fleet/catalog/types";
import type { Level } from "../../fleet/tier";
import { check } from "../commands/check";
import { diff } from "../commands/diff";
import { report } from "../commands/report";
import { CHECK_FORMATS, DIFF_FORMATS } from "../reporters/formats";
import type { CheckFormat, DiffFormat } from "../reporters/formats";
import { REPORT_URL, common } from "./options";
import type { Common } from "./options";
import { runOnStack } from "./run";

interface CheckFlags extends Common {
  readonly format: CheckFormat;
  readonly reportUrl?: string;
  readonly agent?: string;
  readonly pool?: string;
  readonly rule?: string;
  readonly failOn: Level;
  readonly timings: boolean;
}

interface DiffFlags extends Common {
  readonly base: string;
  readonly format: DiffFormat;
  readonly reportUrl?: string;
}

/** `fleet check`, `report` and `diff`: what the declaration says, without anything that runs. */
export function defineJudging(fleet: Command): void {
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
}
