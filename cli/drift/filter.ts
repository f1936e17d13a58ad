import type { Catalog } from "../../fleet/catalog/types";
import { namePattern } from "../../fleet/glob";
import { checkAgentName } from "../filter";
import { summarise } from "./model";
import type { DriftReport } from "./model";

export interface DriftFilter {
  readonly agent: string | null;
  readonly pool: string | null;
}

/**
 * The report of the wanted agents alone; without a filter the report itself. What nobody could look at stays: it may
 * have been about them.
 *
 * @throws InputError when no agent has such a name: what can't match would show a drifted fleet as clean
 */
export function filterDrift(report: DriftReport, filter: DriftFilter, catalog: Catalog): DriftReport {
  const { agent, pool } = filter;
  if (agent === null && pool === null) return report;
  if (agent !== null) checkAgentName(agent, catalog);
  const pattern = agent === null ? null : namePattern(agent);
  const differences = report.differences.filter(({ subject }) => {
    if (subject.kind !== "agent") return false;
    if (pattern !== null && !pattern.matches(subject.name)) return false;
    return pool === null || catalog.agentsByName.get(subject.name)?.pool === pool;
  });
  return { ...report, differences, summary: summarise(differences, report.summary.looked, report.notLooked) };
}
