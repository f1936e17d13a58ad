import type { Level } from "../../fleet/tier";
import { filterReport } from "../filter";
import type { Filter } from "../filter";
import { colorsFor } from "../output";
import { checkStack } from "../pipeline";
import { jsonReport } from "../reporters/json";
import { textReport } from "../reporters/text";
import { exitCodeOf } from "../verdict";

export interface CheckOptions {
  readonly root: string;
  readonly stack: string;
  readonly format: "text" | "json";
  readonly filter: Filter;
  /** From which level on a finding makes the command fail. */
  readonly failOn: Level;
}

/**
 * `fleet check`: plans the stack, asks every rule, and prints the verdict. Writes nothing.
 *
 * @returns the exit code, of the findings that pass the filter
 */
export function check({ root, stack, format, filter, failOn }: CheckOptions): number {
  const all = checkStack(root, stack);
  const { report, filtered } = filterReport(all.report, filter, all.catalog);
  const checked = { ...all, report };
  process.stdout.write(
    format === "json"
      ? jsonReport(checked, filtered)
      : textReport(checked, colorsFor(process.stdout), filtered),
  );
  return exitCodeOf(report, failOn);
}
