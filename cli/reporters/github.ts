import { formatPlace } from "../../fleet/place";
import type { Finding } from "../../policies/finding";
import { wordFinding } from "../../policies/wording";
import type { FleetDiff } from "../diff/model";
import type { Report } from "../../policies/report";
import { CHECK, failureText } from "./run";
import type { Run, RunFailure } from "./run";
import { blocks, findingText } from "./finding-text";

type Level = "error" | "warning" | "notice";

/** GitHub shows at most ten annotations of a level for each step; the tenth tells of the rest. */
const LIMIT = 10;

/** Workflow commands that annotate the lines of the catalog in a pull request: what was let through as notices. */
export function githubReport(report: Report, run: Run = CHECK): string {
  return annotate(report.findings, run);
}

/** The same for what a change newly breaks, and newly lets through. */
export function diffGithub({ rules }: FleetDiff): string {
  return annotate([...rules.broken, ...rules.exempted, ...rules.baselined], CHECK);
}

function annotate(findings: readonly Finding[], run: Run): string {
  const counted = findings.filter((finding) => finding.suppression === null);
  const letThrough = findings.filter((finding) => finding.suppression !== null);
  const lines = [
    ...(run.failure === null ? [] : [failedRun(run.failure)]),
    ...annotations("error", counted.filter(blocks)),
    ...annotations(
      "warning",
      counted.filter((finding) => !blocks(finding)),
    ),
    ...annotations("notice", letThrough),
  ];
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

function failedRun(failure: RunFailure): string {
  return `::error title=${property(failure.code)}::${message(failureText(failure))}`;
}

function annotations(level: Level, findings: readonly Finding[]): string[] {
  if (findings.length <= LIMIT) return findings.map((finding) => annotation(level, finding));
  const shown = findings.slice(0, LIMIT - 1).map((finding) => annotation(level, finding));
  const rest = findings.slice(LIMIT - 1);
  const list = rest.map((finding) => {
    const place = finding.place === null ? "" : ` (${formatPlace(finding.place)})`;
    return `${finding.subject.name}: ${findingText(finding)} [${finding.rule}]${place}`;
  });
  return [...shown, `::${level} title=${property(`${rest.length} more`)}::${message(list.join("\n"))}`];
}

function annotation(level: Level, finding: Finding): string {
  const { place } = finding;
  const where = place === null ? "" : `file=${property(place.file)},line=${place.line},col=${place.column},`;
  const { verdict, exception } = wordFinding(finding);
  const said = `${finding.subject.kind} ${finding.subject.name}: ${findingText(finding)}`;
  const text =
    exception === null ? `${said}\n${finding.why}\nFix: ${finding.fix}` : `${said}\n${verdict} ${exception}`;
  return `::${level} ${where}title=${property(finding.rule)}::${message(text)}`;
}

/** Escapes as the runner's toolkit does: nothing in a message can start a command of its own. */
function message(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function property(text: string): string {
  return message(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
