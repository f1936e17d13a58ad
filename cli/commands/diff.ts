import { RULES } from "../../policies/rules";
import type { Day } from "../../fleet/units/day";
import { todayOf } from "../clock";
import { InputError } from "../../fleet/problem";
import { withBase } from "../diff/base";
import { diffAsReport } from "../diff/as-report";
import { diffFleets } from "../diff/compute";
import { EXIT } from "../exit-codes";
import { colorsFor } from "../output";
import { checkStack } from "../pipeline";
import type { Checked } from "../pipeline";
import type { DiffFormat } from "../reporters/formats";
import { diffGithub } from "../reporters/github";
import { gitlabReport } from "../reporters/gitlab";
import { junitReport } from "../reporters/junit";
import type { Run } from "../reporters/run";
import { sarifReport } from "../reporters/sarif";
import { htmlReporter } from "../reporters/html-reporter";
import { diffMarkdown } from "../reporters/diff-markdown";
import { diffText } from "../reporters/diff-text";

const RUN: Run = { command: "diff", failure: null };

export interface DiffOptions {
  readonly root: string;
  readonly stack: string;
  readonly base: string;
  readonly format: DiffFormat;
  /** Where the whole report is, for a comment that had to be cut. */
  readonly reportUrl: string | null;
}

/** `fleet diff`: what the working tree does to the fleet of a commit. Blocks on rules it newly breaks. */
export function diff({ root, stack, base, format, reportUrl }: DiffOptions): number {
  const today = todayOf(process.env);
  const after = checkStack(root, stack, undefined, today);
  const before = withBase(root, base, (folder) => checkBase(folder, stack, base, today));
  const result = diffFleets(before, after, base);
  const changed = () => diffAsReport(result, after.report);
  const print = {
    text: () => diffText(result, colorsFor(process.stdout)),
    json: () => `${JSON.stringify(result, null, 2)}\n`,
    markdown: () => diffMarkdown(result, reportUrl),
    github: () => diffGithub(result),
    sarif: () => sarifReport(changed(), RULES, RUN),
    junit: () => junitReport(changed(), RUN),
    gitlab: () => gitlabReport(changed(), RUN),
    html: () => htmlReporter().diffHtml(result),
  };
  process.stdout.write(print[format]());
  const blocked = result.rules.broken.some(
    (finding) => finding.status === "fail" && finding.level === "mandatory",
  );
  // The first baseline is a decision of its own; from then on it may only shrink.
  const grown = before.exceptions.baseline.size > 0 && result.rules.baselined.length > 0;
  return blocked || grown ? EXIT.blocked : EXIT.fine;
}

/** Problems of the base are told apart from those of the working tree by its name. */
function checkBase(folder: string, stack: string, base: string, today: Day): Checked {
  try {
    return checkStack(folder, stack, undefined, today);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const inBase = error.problems.map(({ place, ...problem }) => ({
      ...problem,
      message: `in ${base}: ${problem.message}`,
      ...(place === undefined ? {} : { place: { ...place, file: `${base}:${place.file}` } }),
    }));
    throw new InputError(inBase);
  }
}
