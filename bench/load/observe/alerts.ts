import { WATCHDOG } from "../../../fleet/render/alertmanager/causes";
import type { PrometheusApi } from "./dashboards";

/** An alert that fired, however many series it was about. */
export interface FiredAlert {
  readonly name: string;
  readonly severity: string;
  readonly series: number;
  /** True when all of it had stopped when Prometheus was asked. */
  readonly over: boolean;
}

export interface FiredAlerts {
  /** True when the watchdog fired, as it always does: without it nobody asked the rules. */
  readonly watched: boolean;
  readonly fired: readonly FiredAlert[];
}

type Labels = Readonly<Record<string, string>>;

const FIRING = 'ALERTS{alertstate="firing"}';

/**
 * What fired since, as the stack's own Prometheus has it, sorted by name.
 *
 * @param since milliseconds by `performance.now()`
 */
export async function firedSince(api: PrometheusApi, since: number): Promise<FiredAlerts> {
  const window = Math.max(1, Math.ceil((performance.now() - since) / 1000));
  const ask = async (query: string): Promise<readonly Labels[]> => {
    const { result } = await api<{ result: readonly { metric: Labels }[] }>("/query", { query });
    return result.map(({ metric }) => metric);
  };
  const all = await ask(`max_over_time(${FIRING}[${window}s])`);
  const still = new Set((await ask(FIRING)).map(({ alertname }) => alertname));
  const names = [...new Set(all.map(({ alertname = "" }) => alertname))].sort();
  return {
    watched: names.includes(WATCHDOG),
    fired: names
      .filter((name) => name !== WATCHDOG)
      .map((name) => {
        const series = all.filter(({ alertname }) => alertname === name);
        const [first] = series;
        return {
          name,
          severity: first?.["severity"] ?? "",
          series: series.length,
          over: !still.has(name),
        };
      }),
  };
}
