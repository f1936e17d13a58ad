import type { Profiles } from "../../fleet/catalog/types";
import type { Measured } from "./measured";
import type { Peak } from "./goals";

/** One line of the table. */
export interface Verdict {
  readonly kpi: string;
  readonly target: string;
  readonly found: string;
  /** Null: nothing to judge at this rate. */
  readonly kept: boolean | null;
  /** True when it says whether the fleet bears the rate; others tell of how it is declared. */
  readonly bears: boolean;
}

/** The last requests of a minute are answered after it. */
const NEARLY_ALL = 0.95;

/** Holds what was measured against the catalog's targets. */
export function verdictsOf(measured: Measured, kpis: Profiles["kpis"], peak: Peak): readonly Verdict[] {
  const { rate, total, runningAgents, memory, memoryLimit, resident, queueDepth } = measured;
  const { activeAgents } = measured.difference;
  const p95 = total.times.p95;
  const errors = total.sent === 0 ? 0 : total.errors / total.sent;
  const active = runningAgents === 0 ? 0 : activeAgents / runningAgents;
  const ofLimit = (used: number) => (memoryLimit === 0 ? 0 : used / memoryLimit);
  const slow = kpis.responseTime * 1000;
  return [
    row(
      "response time, p95",
      `< ${kpis.responseTime} s`,
      milliseconds(p95),
      p95 !== null && p95 < slow,
      true,
    ),
    row("errors", `< ${percent(kpis.errors)}`, percent(errors), errors < kpis.errors, true),
    row(
      "throughput",
      `> ${kpis.throughput} requests/min`,
      `${Math.round(measured.throughput)} of ${rate}`,
      // What is not asked for can't be answered.
      rate > kpis.throughput ? measured.throughput > kpis.throughput : null,
      true,
    ),
    row(
      "keeps up with the rate",
      `> ${percent(NEARLY_ALL)} of it`,
      percent(measured.throughput / rate),
      measured.throughput > NEARLY_ALL * rate,
      true,
    ),
    row(
      "queue after the run",
      "empty",
      queueDepth.end === null ? "not known" : `${queueDepth.end} waiting, at most ${queueDepth.most}`,
      queueDepth.end === 0,
      true,
    ),
    row("accepted and lost", "0", String(total.open.length), total.open.length === 0, true),
    row(
      "agent utilisation",
      `> ${percent(kpis.agentUtilisation)}`,
      `${percent(active)} (${activeAgents} of ${runningAgents})`,
      active > kpis.agentUtilisation,
      false,
    ),
    row(
      "agents active",
      `all ${measured.agents}`,
      String(activeAgents),
      rate < peak.rate ? null : activeAgents === measured.agents,
      false,
    ),
    row(
      "memory of all agents",
      `< ${peak.agentMemory / 1024} GiB`,
      `${Math.round(memory)} MiB`,
      memory < peak.agentMemory,
      true,
    ),
    row(
      "memory efficiency",
      `> ${percent(kpis.memoryEfficiency)}`,
      `${percent(ofLimit(resident))} (charged ${percent(ofLimit(memory))})`,
      // By processes, as the alert has it too: pages that agents share are charged to one of them alone.
      ofLimit(resident) > kpis.memoryEfficiency,
      false,
    ),
    row(
      "health checks passing",
      `> ${percent(kpis.healthChecksPassing)}`,
      measured.healthPassing === null ? "not known" : percent(measured.healthPassing),
      measured.healthPassing !== null && measured.healthPassing > kpis.healthChecksPassing,
      false,
    ),
  ];
}

/** Whether the fleet bears the rate. */
export const bears = (verdicts: readonly Verdict[]): boolean =>
  verdicts.every((verdict) => !verdict.bears || verdict.kept !== false);

export const percent = (share: number): string => `${(100 * share).toFixed(share > 0.1 ? 0 : 2)} %`;

export function milliseconds(time: number | null): string {
  if (time === null) return "no answer";
  return time < 1000 ? `${time.toFixed(0)} ms` : `${(time / 1000).toFixed(2)} s`;
}

function row(kpi: string, target: string, found: string, kept: boolean | null, bears: boolean): Verdict {
  return { kpi, target, found, kept, bears };
}
