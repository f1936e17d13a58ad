import type { Budget } from "../../../fleet/plan/types";
import type { Json } from "../../../fleet/source/json";
import { formatCpu } from "../../../fleet/units/cpu";
import { prometheusDuration } from "../../../fleet/units/duration";
import type { Seconds } from "../../../fleet/units/duration";
import { formatMemory } from "../../../fleet/units/memory";
import type { Finding } from "../../../policies/finding";
import type { Summary } from "../../../policies/report";
import { exceptionCounts } from "../finding-text";
import type { Level } from "../../../fleet/tier";

/** `1 agent`, `20 agents`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** The amount of a budget in its own unit. */
export function amount(value: number, unit: Budget["unit"]): string {
  return unit === "MiB" ? formatMemory(value) : formatCpu(value);
}

/** A share of 1 in percent, with one digit where it is not whole. */
export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}

/** A length in percent of a drawing's width, rounded so that the bytes never depend on the machine. */
export function width(part: number, whole: number): string {
  return whole > 0 ? `${Math.round(Math.min(1, Math.max(0, part / whole)) * 10_000) / 100}%` : "0%";
}

export function duration(span: Seconds): string {
  return span === 0 ? "at once" : prometheusDuration(span);
}

/** A value as a finding has it: texts as they are, everything else as JSON. */
export function value(found: Json): string {
  if (found === null) return "nothing";
  return typeof found === "string" ? found : JSON.stringify(found);
}

/** A command as one would type it: arguments with spaces in quotes. */
export function commandLine(command: readonly string[]): string {
  return command.map((part) => (/[\s"'\\]/.test(part) ? JSON.stringify(part) : part)).join(" ");
}

/** What a level does to a deployment. */
export function levelWord(level: Level): string {
  return level === "mandatory" ? "blocks" : "advises";
}

/** The chapter a finding belongs to. */
export type Standing = "blocking" | "advisory" | "not-evaluated" | "exempted" | "baseline";

export function standing(finding: Finding): Standing {
  if (finding.suppression !== null) return finding.suppression.kind === "exemption" ? "exempted" : "baseline";
  if (finding.status === "notEvaluated") return "not-evaluated";
  return finding.level === "mandatory" ? "blocking" : "advisory";
}

/** An element's id, and with `#` before it the address to jump to. Names are escaped like any other text. */
export function anchor(kind: string, name: string): string {
  return `${kind}-${name.replace(/[^A-Za-z0-9_.-]/g, "-")}`;
}

/**
 * Where a page of the project is, seen from `out/<stack>/`. Null for what is neither a web address nor a path
 * inside the project, such as `javascript:`.
 */
export function pageAddress(page: string): string | null {
  if (/^https?:\/\/[^\s"'<>]+$/.test(page)) return page;
  return /^[A-Za-z0-9_][A-Za-z0-9_./#-]*$/.test(page) && !page.includes("..") ? `../../${page}` : null;
}

/** What the verdict rests on. What was not evaluated is always said. */
export function outcome({ blocking, advisory, notEvaluated, exempted, baselined }: Summary): string {
  const parts: string[] = [];
  if (blocking > 0) parts.push(`${blocking} blocking`);
  if (advisory > 0) parts.push(`${advisory} advisory`);
  if (notEvaluated > 0) parts.push(`${notEvaluated} not evaluated`);
  const letThrough = exceptionCounts({ exempted, baselined });
  if (letThrough !== null) parts.push(letThrough);
  return parts.length === 0 ? "no findings" : parts.join(", ");
}
