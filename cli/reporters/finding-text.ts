import { wordFinding } from "../../policies/wording";
import type { Finding } from "../../policies/finding";

/** What a finding says, in one line: `memory 2 GiB -> at most 1 GiB`, or that nobody could look. */
export function findingText(finding: Finding): string {
  const { verdict, statement } = wordFinding(finding);
  return verdict === "not evaluated" ? `${verdict}: ${statement}` : statement;
}

/** How many findings were let through: `2 exempted, 1 in the baseline`; null for none. */
export function exceptionCounts(counts: {
  readonly exempted: number;
  readonly baselined: number;
}): string | null {
  const parts = [
    ...(counts.exempted > 0 ? [`${counts.exempted} exempted`] : []),
    ...(counts.baselined > 0 ? [`${counts.baselined} in the baseline`] : []),
  ];
  return parts.length === 0 ? null : parts.join(", ");
}

/** Whether a finding stops anything: failed, mandatory and not suppressed. */
export function blocks(finding: Finding): boolean {
  return finding.status === "fail" && finding.level === "mandatory" && finding.suppression === null;
}
