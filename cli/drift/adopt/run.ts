import { sourcesIn } from "../../../fleet/source/read";
import { adoptMarkdown } from "../../reporters/adopt-markdown";
import { adoptText } from "../../reporters/adopt-text";
import { isDrift } from "../model";
import type { Difference, DriftReport } from "../model";
import type { DriftRequest } from "../request";
import { adopt } from "./adopt";
import type { Adoption } from "./model";
import { unifiedDiff, writePatched } from "./patch";

export type DriftAdoption = Adoption<Difference>;

/**
 * Turns drift into a change of the catalog. The patch goes to stdout, ready for `git apply` (or the body of a pull
 * request, with `--format markdown`), what was left out and why to stderr; `--write` writes the catalog itself.
 *
 * @returns true when the catalog now declares everything that had drifted
 * @throws InputError when the catalog can't be used, or was changed meanwhile
 */
export function runAdopt(
  { root, stack, format, write }: DriftRequest,
  report: DriftReport,
  say: (line: string) => void,
): boolean {
  const adoption = adoptDrift(root, stack, report);
  if (format === "markdown") process.stdout.write(adoptMarkdown(adoption, report));
  else if (format === "json") process.stdout.write(adoptionJson(adoption));
  else process.stdout.write(unifiedDiff(adoption.files));
  for (const line of adoptText(adoption)) say(line);
  if (!write) return false;
  writePatched(root, adoption.files);
  for (const { file } of adoption.files) say(`wrote ${file}`);
  return adoption.refused.length === 0;
}

/** The texts of whole files are in nobody's interest: the patch says what changes. */
function adoptionJson({ files, ...rest }: DriftAdoption): string {
  return `${JSON.stringify({ schemaVersion: 1, patch: unifiedDiff(files), ...rest }, null, 2)}\n`;
}

/** Where both changed, adopting would take back what somebody declared: that is for people to decide. */
export function adoptDrift(root: string, stack: string, report: DriftReport): DriftAdoption {
  const drift = report.differences.filter(isDrift);
  const contested = drift.filter((each) => each.class === "both");
  const adoption = adopt(
    sourcesIn(root),
    stack,
    drift.filter((each) => each.class !== "both"),
  );
  const reason = "the declaration changed as well, and adopting would take that back: decide by hand";
  return {
    ...adoption,
    refused: [...adoption.refused, ...contested.map((difference) => ({ difference, reason }))],
  };
}
