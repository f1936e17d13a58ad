import type { Level } from "../../fleet/tier";
import { filterReport } from "../filter";
import type { Filter } from "../filter";
import { colorsFor } from "../output";
import { checkStack } from "../pipeline";
import { printReport } from "../reporters";
import type { CheckFormat } from "../reporters/formats";
import { Timings } from "../timings";
import { exitCodeOf } from "../verdict";

export interface CheckOptions {
  readonly root: string;
  readonly stack: string;
  readonly format: CheckFormat;
  readonly filter: Filter;
  /** From which level on a finding makes the command fail. */
  readonly failOn: Level;
  /** Where the whole report is, for a comment that had to be cut. */
  readonly reportUrl: string | null;
  /** Also say on stderr what each step took. */
  readonly timings: boolean;
}

/**
 * `fleet check`: plans the stack, asks every rule, and prints the verdict. Writes nothing.
 *
 * @returns the exit code, of the findings that pass the filter
 */
export function check(options: CheckOptions): number {
  const { root, stack, format, filter, failOn, reportUrl, timings } = options;
  const clock = new Timings();
  const all = checkStack(root, stack, clock);
  const { report, filtered } = filterReport(all.report, filter, all.catalog);
  const checked = { ...all, report };
  const colors = colorsFor(process.stdout);
  const text = clock.step("output", () =>
    printReport(checked, format, { colors, filter: filtered, reportUrl }),
  );
  process.stdout.write(text);
  if (timings) process.stderr.write(clock.text());
  return exitCodeOf(report, failOn);
}
