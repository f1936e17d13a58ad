import { createHistogram } from "node:perf_hooks";

/** Milliseconds; null when nothing was recorded. */
export interface Times {
  readonly count: number;
  readonly mean: number | null;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  readonly max: number | null;
}

/** Times in an HDR histogram of Node's own: percentiles are off by less than a thousandth, at any length. */
export class TimeRecorder {
  /** In microseconds. */
  private readonly histogram = createHistogram({ figures: 3 });

  /** @param milliseconds what is shorter than a microsecond counts as one */
  record(milliseconds: number): void {
    this.histogram.record(Math.max(1, Math.round(milliseconds * 1000)));
  }

  times(): Times {
    const { histogram } = this;
    const { count } = histogram;
    if (count === 0) return { count, mean: null, p50: null, p95: null, p99: null, max: null };
    const percentile = (percent: number) => histogram.percentile(percent) / 1000;
    return {
      count,
      mean: histogram.mean / 1000,
      p50: percentile(50),
      p95: percentile(95),
      p99: percentile(99),
      max: histogram.max / 1000,
    };
  }
}
