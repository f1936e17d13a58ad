import type { Adoption } from "../drift/adopt/model";
import type { Difference, DriftReport } from "../drift/model";
import { changeText } from "./drift-lines";
import { markdownText as text } from "./markdown-text";

/** The body of a pull request that declares what was found. */
export function adoptMarkdown(adoption: Adoption<Difference>, report: DriftReport): string {
  const { adopted, refused, alsoChanges, breaks } = adoption;
  const who = ({ subject }: Difference): string => `${subject.kind} ${text(subject.name)}`;
  const lines = [
    `## Adopt drift of ${text(report.stack)}`,
    "",
    `What runs in stack ${text(report.stack)} was changed by hand. This declares ${adopted.length} of ` +
      `${adopted.length + refused.length} differences; merge it when the change was right, and run ` +
      "`fleet drift --fix revert` when it was not. The catalog is shared: it changes every stack.",
    "",
  ];
  if (adopted.length > 0) {
    lines.push("| what | declared -> found | key | place |", "| --- | --- | --- | --- |");
    for (const { difference, key, value, place, follows } of adopted) {
      const set = `${key}: ${String(value)}${follows ? " (follows)" : ""}`;
      lines.push(`| ${who(difference)} | ${text(changeText(difference))} | ${text(set)} | ${text(place)} |`);
    }
    lines.push("");
  }
  if (breaks.length > 0) {
    lines.push("### Rules that it would break", "");
    for (const { rule, level, subject, property, wanted } of breaks)
      lines.push(`- ${text(subject)} ${text(property)} → ${text(wanted ?? "")} (${rule}, ${level})`);
    lines.push("");
  }
  if (alsoChanges.length > 0) {
    lines.push("### Also changed by the same keys", "");
    lines.push(...alsoChanges.map((each) => `- ${text(each)}`), "");
  }
  if (refused.length > 0) {
    lines.push("### Left as they are", "");
    for (const { difference, reason } of refused)
      lines.push(`- ${who(difference)} ${text(changeText(difference))}: ${text(reason)}`);
  }
  return `${lines.join("\n").trimEnd()}\n`;
}
