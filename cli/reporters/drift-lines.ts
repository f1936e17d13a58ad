import { formatMemory } from "../../fleet/units/memory";
import { exceptionText } from "../../policies/wording";
import { suppressionOf } from "../drift/as-report";
import { countsAsDrift } from "../drift/model";
import type { Difference, DriftClass, DriftReport, Value } from "../drift/model";

export const CLASS_WORDS: Readonly<Record<DriftClass, string>> = {
  drifted: "drifted",
  pending: "pending",
  both: "drifted and pending",
  unmanaged: "unmanaged",
  noise: "noise",
  "in-envelope": "in envelope",
};

/** `memory 128 MiB -> 256 MiB`: what is declared, and what was found. */
export function changeText({ property, declared, found, unit }: Difference): string {
  if (property === "exists") {
    if (declared === null) return `nobody declared it: ${valueText(found, unit)}`;
    return "is missing";
  }
  return `${plain(property)} ${valueText(declared, unit)} -> ${valueText(found, unit)}`;
}

function valueText(value: Value, unit: Difference["unit"]): string {
  if (value === null) return "nothing";
  if (unit === "MiB" && typeof value === "number") return formatMemory(value);
  if (typeof value === "string") return plain(value);
  if (Array.isArray(value))
    return value.length === 0 ? "none" : value.map((item: Value) => valueText(item, unit)).join(", ");
  return JSON.stringify(value);
}

/** What was found is somebody else's text: it can't move the cursor or start a line. */
export function plain(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, "?");
}

/** Differences of one subject stand together, in the order of the report. */
export function bySubject(differences: readonly Difference[]): ReadonlyMap<string, readonly Difference[]> {
  const groups = new Map<string, Difference[]>();
  for (const difference of differences) {
    const { kind, name } = difference.subject;
    const key = kind === name ? kind : `${kind} ${plain(name)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [difference]);
    else group.push(difference);
  }
  return groups;
}

/** `drifted`, or that it was let through; whatever else it is. */
export function classWords(difference: Difference): string {
  return difference.exempted === undefined ? CLASS_WORDS[difference.class] : "exempted";
}

/** By whom and until when it was let through; null for drift that counts. */
export function letThrough(difference: Difference): string | null {
  const suppression = suppressionOf(difference);
  return suppression === null ? null : exceptionText(suppression);
}

/** The verdict in one line. */
export function headlineOf({ summary, differences }: DriftReport): string {
  const { containers, services, keys } = summary.looked;
  const exempted = summary.exempted === undefined ? "" : `; ${summary.exempted} exempted`;
  const looked = `${count(containers, "container")}, ${count(services, "registration")} and ${count(keys, "key")} looked at${exempted}`;
  if (summary.verdict === "drift") {
    const drift = differences.filter(countsAsDrift);
    const subjects = bySubject(drift).size;
    return `drift: ${count(drift.length, "difference")} of ${count(subjects, "subject")}; ${looked}`;
  }
  return summary.verdict === "clean" ? `no drift; ${looked}` : `not everything was looked at; ${looked}`;
}

export function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
