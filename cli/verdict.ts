import type { Report } from "../policies/report";
import { EXIT } from "./exit-codes";

/** The exit code of a report. What was not evaluated only fails where the tier is strict about it. */
export function exitCodeOf(report: Report): number {
  if (report.summary.blocking > 0) return EXIT.blocked;
  const strict = report.tier === "staging" || report.tier === "prod";
  return strict && report.summary.verdict === "not-evaluated" ? EXIT.notEvaluated : EXIT.fine;
}
