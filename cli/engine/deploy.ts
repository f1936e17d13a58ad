import { createRequire } from "node:module";
import { join } from "node:path";
import { refuseGivenDay } from "../clock";
import { EXIT } from "../exit-codes";
import { colorsFor, isDrawnOn } from "../output";
import { driftEvidence } from "../drift/evidence";
import { checkSources } from "../pipeline";
import type { DriftOf } from "../pipeline";
import { blocks } from "../reporters/finding-text";
import type { CheckFormat } from "../reporters/formats";
import { printPreview } from "../reporters/preview";
import { textReport } from "../reporters/text";
import { exitCodeOf } from "../verdict";
import { CheckedTexts } from "../../fleet/source/checked-texts";
import { sourcesIn } from "../../fleet/source/read";
import { plainFinding } from "../../policies/wording";
import type { runEngine as run } from "./main";
import type { EngineCommand, EngineRequest, EngineResult } from "./request";

export interface DeployOptions {
  readonly root: string;
  readonly stack: string;
  readonly yes: boolean;
  readonly refresh: boolean;
  readonly parallel: number;
  /** More than text and JSON only for previews. */
  readonly format: CheckFormat;
  /** Where the whole report is, for a comment that had to be cut. */
  readonly reportUrl?: string | null;
  /** It puts drift right, which has just been looked at: drift is then no reason against it. @default false */
  readonly mends?: boolean;
  /** As in `EngineRequest`; refused in staging and prod. */
  readonly skipPreview?: boolean;
  /** Only these resources, as in `EngineRequest`. */
  readonly targets?: readonly string[];
}

/**
 * Checks the stack, then hands its plan to the engine. What blocks stops here, before anything is touched: rules
 * across resources would come too late in an engine that skips its preview.
 *
 * @returns the exit code
 * @throws InputError at once, when catalog, tiers or stack can't be used
 */
export function deploy(command: EngineCommand, options: DeployOptions): Promise<number> {
  const { root, stack: name, format, yes, refresh, parallel, reportUrl = null } = options;
  const colors = colorsFor(process.stdout);
  const how = { colors, reportUrl };
  const now = new Date().toISOString();
  // A preview touches nothing: a pull request is looked at whatever the fleet has become meanwhile.
  const asks = command === "up" && options.mends !== true;
  const driftOf: DriftOf | null = asks ? (plan) => driftEvidence(plan, now) : null;
  // The pack is handed what is read here.
  const texts = CheckedTexts.empty();
  const sources = { ...sourcesIn(root), checked: texts };
  const checked = checkSources(sources, name, undefined, undefined, driftOf);
  if (command === "up") refuseGivenDay(checked.stack, process.env);
  const code = command === "destroy" ? EXIT.fine : exitCodeOf(checked.report);
  if (code !== EXIT.fine) {
    const violations = checked.report.findings
      .filter((finding) => blocks(finding) || finding.status === "notEvaluated")
      .map((finding) => ({ rule: finding.rule, level: finding.level, message: plainFinding(finding) }));
    const result: EngineResult = {
      ...{ schemaVersion: 1, command, stack: name, reached: "check", changes: {}, steps: [], violations },
      ...{ report: checked.report, plugins: {}, seconds: process.uptime(), error: null, exitCode: code },
    };
    process.stdout.write(format === "text" ? textReport(checked, colors) : printPreview(result, format, how));
    if (format === "text") process.stderr.write(`${command} stopped by the check: nothing was touched\n`);
    return Promise.resolve(code);
  }
  // From dist/, where the command line is one file and the engine's part is another beside it.
  const file = join(__dirname, "engine.cjs");
  const { runEngine } = createRequire(file)(file) as { readonly runEngine: typeof run };
  const request: EngineRequest = {
    ...{ command, root, yes, refresh, parallel },
    skipPreview: options.skipPreview === true,
    ...(options.targets === undefined ? {} : { targets: options.targets }),
    ...{ home: join(__dirname, ".."), catalog: checked.catalog, stack: checked.stack, plan: checked.plan },
    ...{ today: checked.exceptions.today, report: checked.report, texts },
    live: format === "text" && isDrawnOn(process.stderr, process.env),
  };
  return runEngine(request).then((result) => {
    // What up and destroy did stands on stderr while they do it.
    if (format !== "text" || command === "preview") process.stdout.write(printPreview(result, format, how));
    return result.exitCode;
  });
}
