import { formatPlace } from "../fleet/place";
import type { Json } from "../fleet/source/json";
import type { Finding, Suppression } from "./finding";

/** What a finding says, in parts: whoever shows it chooses colours and layout, never the words. */
export interface Wording {
  /** Whom it is about, and where that stands. */
  readonly subject: string;
  readonly place: string | null;
  readonly verdict: "blocks" | "advises" | "not evaluated" | "exempted" | "baseline";
  /** What was found and what is wanted, in one line. */
  readonly statement: string;
  readonly why: string;
  /** What to do; null where nothing is known to be wrong. */
  readonly fix: string | null;
  /** Why it does not count, and where that was decided; null when it counts. */
  readonly exception: string | null;
}

/** A found value as people read it; strings without quotes. */
export function foundText(found: Json): string {
  return typeof found === "string" ? found : JSON.stringify(found);
}

export function wordFinding(finding: Finding): Wording {
  const common = {
    subject: `${finding.subject.kind} ${finding.subject.name}`,
    place: finding.place === null ? null : formatPlace(finding.place),
    why: finding.why,
  };
  if (finding.status === "notEvaluated") {
    const statement = `${finding.property} is not known yet`;
    return { ...common, verdict: "not evaluated", statement, fix: null, exception: null };
  }
  return {
    ...common,
    verdict: verdictOf(finding),
    statement: `${finding.property} ${foundText(finding.found)} -> ${finding.wanted ?? ""}`,
    fix: finding.fix,
    exception: finding.suppression === null ? null : exceptionText(finding.suppression),
  };
}

function verdictOf({ suppression, level }: Finding): Wording["verdict"] {
  if (suppression !== null) return suppression.kind === "exemption" ? "exempted" : "baseline";
  return level === "mandatory" ? "blocks" : "advises";
}

/** `until 2026-12-31, FLEET-12, approved by security: the reason (catalog/exemptions.yaml:3:5)`. */
export function exceptionText({ reason, place, ticket, approver, expires }: Suppression): string {
  const parts = [
    ...(expires === null ? [] : [`until ${expires}`]),
    ...(ticket === null ? [] : [ticket]),
    ...(approver === null ? [] : [`approved by ${approver}`]),
  ];
  const terms = parts.length === 0 ? "" : `${parts.join(", ")}: `;
  return `${terms}${reason} (${formatPlace(place)})`;
}

/** A finding as plain text of several lines, for places that show nothing but a message. */
export function plainFinding(finding: Finding): string {
  const { subject, place, verdict, statement, why, fix, exception } = wordFinding(finding);
  return [
    `${subject}${place === null ? "" : `  ${place}`}`,
    `  ${verdict}  ${statement} [${finding.rule}]`,
    `    why  ${why}`,
    ...(fix === null ? [] : [`    fix  ${fix}`]),
    ...(exception === null ? [] : [`    let through  ${exception}`]),
  ].join("\n");
}
