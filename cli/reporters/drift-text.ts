import type { Colors } from "picocolors/types";
import { formatPlace } from "../../fleet/place";
import { countsAsDrift } from "../drift/model";
import type { Difference, DriftReport } from "../drift/model";
import { bySubject, changeText, classWords, count, headlineOf, letThrough, plain } from "./drift-lines";

/** Drift for a terminal: the verdict, then every agent with what is not as declared. */
export function driftText(report: DriftReport, colors: Colors): string {
  const { fleet, stack, summary, witnesses, notLooked } = report;
  const lines = [`${colors.bold(fleet)}  stack ${colors.bold(stack)}: ${headlineOf(report)}`];
  for (const { witness, ran, seconds, why } of witnesses) {
    const told = ran ? `looked in ${seconds.toFixed(2)} s` : colors.yellow(`did not look: ${why}`);
    lines.push(`  ${witness} witness  ${told}`);
  }
  const shown = report.differences.filter((difference) => difference.class !== "noise");
  for (const [subject, differences] of bySubject(shown)) {
    const [first] = differences;
    const place = first?.subject.place ?? null;
    const vital = first?.subject.vital === true ? colors.dim("  vital") : "";
    lines.push(
      "",
      `  ${colors.bold(subject)}${vital}${place === null ? "" : colors.dim(`  ${formatPlace(place)}`)}`,
    );
    lines.push(...differences.flatMap((difference) => differenceLines(difference, colors)));
  }
  if (summary.classes.noise > 0)
    lines.push(
      "",
      `  ${count(summary.classes.noise, "difference")} in words alone; --format json shows them`,
    );
  for (const { what, why } of notLooked) lines.push(`  ${colors.yellow("not looked at")}  ${what}: ${why}`);
  if (summary.verdict === "drift")
    lines.push("", "  fix  fleet drift --fix revert, or declare what you want to keep");
  return `${lines.join("\n")}\n`;
}

function differenceLines(difference: Difference, colors: Colors): string[] {
  const drift = countsAsDrift(difference);
  const mark = drift ? colors.red("x") : colors.dim("~");
  const kind = classWords(difference);
  const interrupts = drift && difference.interrupts ? ", mending interrupts it" : "";
  const line = `    ${mark} ${changeText(difference)}  ${colors.dim(`${kind}: ${difference.reason}${interrupts}`)}`;
  const by = letThrough(difference);
  return by === null ? [line] : [line, `      let through  ${plain(by)}`];
}
