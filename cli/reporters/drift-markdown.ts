import { formatPlace } from "../../fleet/place";
import { countsAsDrift, isDrift } from "../drift/model";
import type { Difference, DriftReport } from "../drift/model";
import { bySubject, changeText, classWords, headlineOf, letThrough } from "./drift-lines";
import { markdownText as code } from "./markdown-text";

/** Drift for an issue or a comment: drift first, then what may move. */
export function driftMarkdown(report: DriftReport): string {
  const lines = [`## Drift of ${code(report.stack)}`, "", `${headlineOf(report)}.`, ""];
  const drift = report.differences.filter(countsAsDrift);
  const others = report.differences.filter((one) => !isDrift(one) && one.class !== "noise");
  const exempted = report.differences.filter(({ exempted: by }) => by !== undefined);
  lines.push(...table(drift));
  if (exempted.length > 0) lines.push("### Exempted", "", ...table(exempted));
  if (others.length > 0) lines.push("### No drift", "", ...table(others));
  if (report.notLooked.length > 0) {
    lines.push("### Not looked at", "");
    lines.push(...report.notLooked.map(({ what, why }) => `- ${code(what)}: ${code(why)}`), "");
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

function table(differences: readonly Difference[]): string[] {
  if (differences.length === 0) return [];
  const rows = [...bySubject(differences)].flatMap(([subject, group]) =>
    group.map((one) => {
      const place = one.subject.place === null ? "" : ` ${code(formatPlace(one.subject.place))}`;
      const why = `${classWords(one)}: ${letThrough(one) ?? one.reason}`;
      return `| ${code(subject)}${place} | ${code(changeText(one))} | ${code(why)} |`;
    }),
  );
  return ["| what | declared -> found | |", "| --- | --- | --- |", ...rows, ""];
}
