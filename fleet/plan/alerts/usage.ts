import { AGENT_LABELS } from "./metrics";
import type { Metrics } from "./metrics";

const BY_AGENT = `(${AGENT_LABELS.join(", ")})`;

/**
 * What each running agent uses and may use, one series an agent. cAdvisor says it as the kernel counts it, where it
 * knows the names of containers; of every other agent its own metrics do, so that nobody is blind without cAdvisor.
 */
export interface Usage {
  /** When it was started, in seconds since 1970. One that does not run has none. */
  readonly started: string;
  /** Bytes. */
  readonly memory: string;
  /** Bytes; 0 without a limit. */
  readonly memoryLimit: string;
  /** How often it was started within a window. */
  readonly starts: (window: string) => string;
  /** Bytes that it will use after so many seconds, if it goes on as within a window. */
  readonly memoryAhead: (window: string, seconds: number) => string;
  /** Cores, over a window. */
  readonly cpu: (rate: string) => string;
  /** Cores; 0 without a limit. */
  readonly cpuLimit: string;
}

export function usageOf(metrics: Metrics, ...matchers: readonly string[]): Usage {
  const container = (metric: string) => metrics.container(metric, ...matchers);
  const own = (metric: string) => metrics.agent(metric, ...matchers);
  const either = (aggregate: "sum" | "max", counted: string, told: string): string =>
    `(${aggregate} by ${BY_AGENT} (${counted}) or ${aggregate} by ${BY_AGENT} (${told}))`;
  const started = [container("container_start_time_seconds"), own("process_start_time_seconds")] as const;
  const memory = [
    container("container_memory_working_set_bytes"),
    own("process_resident_memory_bytes"),
  ] as const;
  const cpu = [container("container_cpu_usage_seconds_total"), own("process_cpu_seconds_total")] as const;
  const quota = `sum by ${BY_AGENT} (${container("container_spec_cpu_quota")})`;
  const period = `sum by ${BY_AGENT} (${container("container_spec_cpu_period")})`;
  return {
    started: either("max", ...started),
    memory: either("sum", ...memory),
    memoryLimit: either(
      "sum",
      container("container_spec_memory_limit_bytes"),
      own("fleet_agent_memory_limit_bytes"),
    ),
    starts: (window) =>
      either("max", `changes(${started[0]}[${window}])`, `changes(${started[1]}[${window}])`),
    memoryAhead: (window, seconds) =>
      either(
        "sum",
        `predict_linear(${memory[0]}[${window}], ${seconds})`,
        `predict_linear(${memory[1]}[${window}], ${seconds})`,
      ),
    cpu: (rate) => either("sum", `rate(${cpu[0]}[${rate}])`, `rate(${cpu[1]}[${rate}])`),
    cpuLimit: `(${quota} / ${period} or sum by ${BY_AGENT} (${own("fleet_agent_cpu_limit_cores")}))`,
  };
}
