import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { KeptReport } from "../../fleet/drift/evidence";
import { driftReport } from "../../fleet/drift/report-validator.generated";
import { writeWhole } from "../write-whole";
import type { DriftReport } from "./model";

/** A report of ten thousand differences takes 5 MB; what is larger was not written here. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Where the last report of a stack is kept: `<state folder>/drift/<fleet>/<stack>.json`. */
export function reportFile(stateFolder: string, fleet: string, stack: string): string {
  return join(stateFolder, "drift", fleet, `${stack}.json`);
}

/** Keeps a report for `fleet up`, in one step, readable by its user alone. @returns the path of the file */
export function keepReport(stateFolder: string, report: DriftReport): string {
  const file = reportFile(stateFolder, report.fleet, report.stack);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeWhole(file, reportJson(report), 0o600);
  return file;
}

export function reportJson(report: DriftReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** Reads what was kept. Never throws: what can't be read is damaged, and the rule that asks for it closes. */
export function keptReport(stateFolder: string, fleet: string, stack: string): KeptReport {
  let text: string;
  try {
    text = readFileSync(reportFile(stateFolder, fleet, stack), "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOENT"
      ? { state: "missing" }
      : { state: "damaged", why: `not readable (${code ?? "?"})` };
  }
  return parseReport(text);
}

/** @returns the report, or what is wrong with it in a few words */
export function parseReport(text: string): KeptReport {
  if (text.length > MAX_BYTES) return { state: "damaged", why: "too large" };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { state: "damaged", why: "no JSON" };
  }
  const version = (value as { schemaVersion?: unknown } | null)?.schemaVersion;
  if (typeof version === "number" && version !== 1)
    return { state: "damaged", why: `schema version ${version} instead of 1` };
  if (driftReport(value)) return { state: "kept", report: value as DriftReport };
  const [first] = driftReport.errors ?? [];
  const where = first === undefined || first.instancePath === "" ? "the report" : first.instancePath;
  return { state: "damaged", why: `${where} is not as its schema says` };
}
