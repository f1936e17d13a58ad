import { isStrict } from "../fleet/tier";
import type { Level } from "../fleet/tier";
import type { Report } from "../policies/report";
import { EXIT } from "./exit-codes";

/**
 * The exit code of a report. What was not evaluated only fails where the tier is strict about it.
 *
 * @param failOn from which level on a finding fails: `advisory` makes every finding fail
 */
export function exitCodeOf(report: Report, failOn: Level = "mandatory"): number {
  const { blocking, advisory, verdict } = report.summary;
  if (blocking > 0 || (failOn === "advisory" && advisory > 0)) return EXIT.blocked;
  return isStrict(report.tier) && verdict === "not-evaluated" ? EXIT.notEvaluated : EXIT.fine;
}
