import type { Alerting, Catalog } from "../../catalog/types";
import { prometheusDuration } from "../../units/duration";
import type { RecordingPlan } from "../types";
import { AGENT_LABELS, QUEUES } from "./metrics";
import type { Metrics } from "./metrics";
import { usageOf } from "./usage";

/**
 * Series that several alerts and the dashboards read. The error budget looks back for days: over one recorded
 * series that costs nothing, over every agent's counters it would be read again each minute.
 */
export interface RecordingNames {
  readonly requests: string;
  readonly errors: string;
  readonly responseTime: string;
  readonly queueReady: string;
  readonly checksPassing: string;
  readonly memoryEfficiency: string;
  readonly agentsAtWork: string;
}

export function recordingNames({
  rateWindow,
  quantile,
}: Pick<Alerting, "rateWindow" | "quantile">): RecordingNames {
  const rate = prometheusDuration(rateWindow);
  return {
    requests: `fleet:requests:rate${rate}`,
    errors: `fleet:request_errors:rate${rate}`,
    responseTime: `fleet:request_duration_seconds:p${String(quantile * 100).replace(".", "_")}`,
    queueReady: "fleet:queue_ready:sum",
    checksPassing: "fleet:health_checks_passing:ratio",
    memoryEfficiency: "fleet:memory_used:ratio",
    agentsAtWork: "fleet:agents_at_work:ratio",
  };
}

export function planRecordings(catalog: Catalog, metrics: Metrics): RecordingPlan[] {
  const names = recordingNames(catalog.profiles.alerting);
  const { rateWindow, quantile } = catalog.profiles.alerting;
  const rate = prometheusDuration(rateWindow);
  const requests = `sum(rate(${metrics.agent("fleet_agent_requests_total")}[${rate}]))`;
  const errors = `sum(rate(${metrics.agent("fleet_agent_requests_total", 'outcome="error"')}[${rate}]))`;
  const buckets = metrics.agent("fleet_agent_request_duration_seconds_bucket");
  const passing = (pool: string): string => metrics.check("passing", pool);
  const { started, memory, memoryLimit } = usageOf(metrics);
  return [
    { name: names.requests, expr: requests, why: "requests a second, all agents together" },
    {
      name: names.errors,
      // Without a single error the counter does not exist, and no error is a number too.
      expr: `${errors} or 0 * ${requests}`,
      why: "failed requests a second",
    },
    {
      name: names.responseTime,
      expr: `histogram_quantile(${quantile}, sum by (le) (rate(${buckets}[${rate}])))`,
      why: "seconds within which this share of the requests is answered",
    },
    {
      name: names.queueReady,
      expr: `sum(${metrics.queue("rabbitmq_detailed_queue_messages_ready", QUEUES.work)})`,
      why: "messages that wait",
    },
    {
      name: names.checksPassing,
      // An agent of another pool only has to pass while it runs.
      expr: `avg(${passing('pool="hot"')} or (${passing('pool!="hot"')} and on (agent) ${started}))`,
      why: "share of the agents that should pass their check and do",
    },
    {
      name: names.memoryEfficiency,
      expr: `sum(${memory} and ${memoryLimit} > 0) / sum(${memoryLimit} > 0)`,
      why: "share of the memory given to running agents that they use",
    },
    {
      name: names.agentsAtWork,
      expr: `avg(max by (${AGENT_LABELS.join(", ")}) (max_over_time(${metrics.agent("fleet_agent_in_flight")}[${rate}])) > bool 0)`,
      why: "share of the running agents that had a request in the window",
    },
  ];
}
