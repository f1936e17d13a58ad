import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadFile } from "../../fleet/catalog/load";
import type { BaselineFile } from "../../fleet/catalog/schema.generated";
import { InputError, Problems } from "../../fleet/problem";
import { sourcesIn } from "../../fleet/source/read";
import { BASELINE_FILE } from "../../policies/exceptions/read";
import type { Finding } from "../../policies/finding";
import { RULES } from "../../policies/rules";
import { baselineText, toEntry } from "../baseline/file";
import { EXIT } from "../exit-codes";
import { checkStack } from "../pipeline";
import { exitCodeOf } from "../verdict";

export interface BaselineOptions {
  readonly root: string;
  readonly stack: string;
}

/** Rules that no baseline covers. */
const ALWAYS = new Set(RULES.filter(({ exemptible }) => exemptible === false).map(({ id }) => id));

/**
 * `fleet baseline write`: takes in everything that is found today, once.
 *
 * @throws InputError when the stack has a baseline already: it may only shrink
 */
export function writeBaseline({ root, stack }: BaselineOptions): number {
  const { report, exceptions } = checkStack(root, stack);
  const stacks = readStacks(root);
  if (Object.hasOwn(stacks, stack))
    throw new InputError([
      {
        code: "baseline-exists",
        message: `stack ${stack} has a baseline already`,
        place: [...exceptions.baseline.values()][0]?.place ?? { file: BASELINE_FILE, line: 1, column: 1 },
        found: `${exceptions.baseline.size} known findings`,
        wanted: "no baseline: one may only shrink",
        fix: `take out what is mended with fleet baseline update --stack ${stack}; for what is new, see docs/exemptions.md`,
      },
    ]);
  const counting = report.findings.filter(counts);
  const taken = counting.filter(({ rule }) => !ALWAYS.has(rule));
  save(root, { ...stacks, [stack]: taken.map(toEntry) });
  process.stdout.write(`${BASELINE_FILE}: ${findings(taken.length)} of stack ${stack}\n`);
  const left = counting.length - taken.length;
  if (left > 0)
    process.stderr.write(
      `${findings(left)} of rules without exceptions not taken in: fleet check shows them\n`,
    );
  return EXIT.fine;
}

/**
 * `fleet baseline update`: takes out what is no longer found, and takes nothing in.
 *
 * @returns the exit code of a check with what is left
 * @throws InputError when the stack has no baseline
 */
export function updateBaseline({ root, stack }: BaselineOptions): number {
  const { report, exceptions } = checkStack(root, stack);
  const stacks = readStacks(root);
  if (!Object.hasOwn(stacks, stack))
    throw new InputError([
      {
        code: "baseline-missing",
        message: `stack ${stack} has no baseline`,
        place: { file: BASELINE_FILE, line: 1, column: 1 },
        found: "none",
        wanted: "a baseline to take something out of",
        fix: `write one with fleet baseline write --stack ${stack}`,
      },
    ]);
  const idle = new Set(
    report.findings.filter(({ rule }) => rule === "baseline-unused").map(({ property }) => property),
  );
  const kept = (stacks[stack] ?? []).filter(({ fingerprint }) => !idle.has(fingerprint));
  const gone = exceptions.baseline.size - kept.length;
  if (gone > 0) save(root, { ...stacks, [stack]: kept });
  process.stdout.write(`${BASELINE_FILE}: ${findings(gone)} taken out, ${kept.length} left\n`);
  const refused = report.findings.filter(counts).length;
  if (refused > 0)
    process.stderr.write(
      `${findings(refused)} not taken in: a baseline may only shrink. fleet check shows them\n`,
    );
  return exitCodeOf(report);
}

/** Failures that nothing lets through, of rules about the fleet. */
function counts({ status, suppression, category }: Finding): boolean {
  return status === "fail" && suppression === null && category !== "exceptions";
}

function findings(count: number): string {
  return count === 1 ? "1 finding" : `${count} findings`;
}

/** What the file has for all stacks; the check has found it to be right, or not there. */
function readStacks(root: string): BaselineFile["stacks"] {
  return loadFile(sourcesIn(root), BASELINE_FILE, "baseline", new Problems())?.data?.stacks ?? {};
}

function save(root: string, stacks: BaselineFile["stacks"]): void {
  writeFileSync(join(root, BASELINE_FILE), baselineText(stacks));
}
