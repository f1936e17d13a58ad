import { wordFinding } from "../../policies/wording";
import type { Finding } from "../../policies/finding";

/** What a finding says, in one line: `memory 2 GiB -> at most 1 GiB`, or that nobody could look. */
export function findingText(finding: Finding): string {
  const { verdict, statement } = wordFinding(finding);
  return verdict === "not evaluated" ? `${verdict}: ${statement}` : statement;
}

/** Whether a finding stops anything: failed, mandatory and not suppressed. */
export function blocks(finding: Finding): boolean {
  return finding.status === "fail" && finding.level === "mandatory" && finding.suppression === null;
}
