import { formatDay } from "../../fleet/units/day";
import type { Suppression } from "../finding";
import type { RuleMetadata, Subject } from "../rule";
import { patternFor, stateOf } from "./exemption";
import type { Exceptions, Exemption } from "./exemption";

/** What decides whether an exception covers something that a rule found. */
export interface Judged {
  readonly rule: Pick<RuleMetadata, "id" | "exemptible">;
  readonly subject: Subject;
  readonly fingerprint: string;
  /** What was found as an amount in the rule's unit; undefined where it is none. */
  readonly measured?: number;
}

/**
 * Why a failure does not count, or null when it does. Whoever judges asks here: the pack, the command line, the engine
 * and whoever looks for drift.
 */
export function suppressionOf(judged: Judged, exceptions: Exceptions): Suppression | null {
  if (judged.rule.exemptible === false) return null;
  const { exemptions, baseline, today } = exceptions;
  const exemption = exemptions.find(
    (candidate) =>
      stateOf(candidate, today) === "active" && concerns(candidate, judged) && fits(candidate, judged),
  );
  if (exemption !== undefined) {
    const { reason, ticket, owner, approver, expires } = exemption;
    const expiry = formatDay(expires);
    return { kind: "exemption", reason, place: exemption.place(), ticket, owner, approver, expires: expiry };
  }
  const known = baseline.get(judged.fingerprint);
  if (known === undefined || known.rule !== judged.rule.id) return null;
  const nobody = { ticket: null, owner: null, approver: null, expires: null };
  return {
    kind: "baseline",
    reason: "it was there when the baseline was written",
    place: known.place,
    ...nobody,
  };
}

/** Whether an exemption is about this rule and subject, whatever the amount and the day. */
export function concerns(exemption: Exemption, { rule, subject }: Pick<Judged, "rule" | "subject">): boolean {
  return exemption.rule === rule.id && patternFor(exemption, subject) !== null;
}

/** Whether what was found stays within the cap. What is no amount, such as no limit at all, is above every cap. */
export function fits({ cap }: Exemption, { measured }: Pick<Judged, "measured">): boolean {
  return cap === null || (measured !== undefined && measured <= cap.amount);
}
