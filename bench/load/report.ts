import type { Bottleneck } from "./bottleneck";
import { stagesOf } from "./bottleneck";
import type { Fault } from "./faults";
import { milliseconds, percent } from "./kpis";
import type { Verdict } from "./kpis";
import type { Measured } from "./measured";
import type { SearchResult } from "./search";

/** One rate with what was found of it. */
export interface RateReport {
  readonly measured: Measured;
  readonly verdicts: readonly Verdict[];
  readonly bottleneck: Bottleneck;
}

export interface LoadReport {
  readonly schemaVersion: 1;
  readonly machine: string;
  readonly stack: { readonly kind: string; readonly told: readonly string[] };
  readonly agents: number;
  readonly rates: readonly RateReport[];
  readonly search: SearchResult | null;
  readonly faults: { readonly run: RateReport; readonly faults: readonly Fault[] } | null;
  /** What there was no time for, or what went wrong; a sentence each. */
  readonly notes: readonly string[];
}

/** What the tables show, whatever they are written in. */
interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function loadText(report: LoadReport): string {
  const paragraphs = [
    [`${report.machine}; ${report.agents} agents`, ...report.stack.told]
      .map((line) => `  ${line}`)
      .join("\n"),
    ...tablesOf(report).map(({ title, head, rows }) => {
      const widths = head.map((_, column) =>
        Math.max(...[head, ...rows].map((cells) => (cells[column] ?? "").length)),
      );
      const line = (cells: readonly string[]) =>
        `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd();
      return [title, line(head), ...rows.map(line)].join("\n");
    }),
    ...closing(report),
  ];
  return `${paragraphs.join("\n\n")}\n`;
}

/** As docs/performance.md has it. */
export function loadMarkdown(report: LoadReport): string {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const paragraphs = [
    `${report.machine}; ${report.agents} agents; ${report.stack.told.join("; ")}.`,
    ...tablesOf(report).flatMap(({ title, head, rows }) => [
      `${title}:`,
      [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n"),
    ]),
    ...closing(report),
  ];
  return `${paragraphs.join("\n\n")}\n`;
}

function tablesOf({ rates, faults }: LoadReport): readonly Table[] {
  const all = [...rates, ...(faults === null ? [] : [faults.run])];
  const names = [
    ...rates.map(({ measured }) => `${measured.rate}/min`),
    ...(faults === null ? [] : [`${faults.run.measured.rate}/min, with faults`]),
  ];
  const [first] = all;
  if (first === undefined) return [];
  const line = (name: string, of: (rate: RateReport) => string) => [name, ...all.map(of)];
  const time = (name: string, of: (rate: RateReport) => number | null) =>
    line(name, (rate) => milliseconds(of(rate)));
  return [
    {
      title: "Targets",
      head: ["", "target", ...names],
      rows: first.verdicts.map(({ kpi, target }, index) => [
        ...[kpi, target],
        ...all.map(({ verdicts }) => cell(verdicts[index])),
      ]),
    },
    {
      title: "Measured",
      head: ["", ...names],
      rows: [
        time("p50", ({ measured }) => measured.total.times.p50),
        time("p95 over the router", ({ measured }) => measured.router.times.p95),
        time("p95 over the queue", ({ measured }) => measured.queue.times.p95),
        time("p99", ({ measured }) => measured.total.times.p99),
        line("requests sent", ({ measured }) => String(measured.total.sent)),
        line("failed", ({ measured }) => failures(measured)),
        line("fallback answers", ({ measured: { total } }) =>
          percent(total.answered === 0 ? 0 : total.fallbacks / total.answered),
        ),
        line("second answers dropped", ({ measured: { total } }) =>
          secondAnswers(total.doubles, total.redeliveries),
        ),
        line("over the overflow", ({ measured }) => String(measured.total.overflowed)),
        line("dead letters", ({ measured }) => String(measured.deadLetters ?? "not known")),
        line("empty after", ({ measured: { drained } }) =>
          drained === null ? "never" : `${drained.toFixed(1)} s`,
        ),
        line("time of a request", ({ measured }) =>
          stagesOf(measured)
            .map(({ name, time }) => `${name} ${milliseconds(time)}`)
            .join(", "),
        ),
        line("cores", ({ measured }) => coresOf(measured)),
        line("sent late, p99", ({ measured }) => milliseconds(measured.lag)),
        line("bottleneck", ({ bottleneck: { who, why } }) => `${who}: ${why}`),
      ],
    },
    ...(faults === null
      ? []
      : [
          {
            title: "Faults",
            head: ["what was broken", "until", "took"],
            rows: faults.faults.map(({ what, back, recovered }) => [
              ...[what, back],
              recovered === null ? "never" : `${recovered.toFixed(1)} s`,
            ]),
          },
        ]),
  ];
}

function closing({ search, notes }: LoadReport): readonly string[] {
  const found =
    search === null
      ? []
      : [
          search.largest === null
            ? "No rate that was tried kept the targets."
            : `Largest rate that kept the targets: ${search.largest} requests a minute${search.broken === null ? ", with nothing larger tried" : `; ${search.broken} did not`}.`,
        ];
  return [...found, ...notes];
}

function cell(verdict: Verdict | undefined): string {
  if (verdict === undefined) return "";
  if (verdict.kept === null) return verdict.found;
  return `${verdict.found} ${verdict.kept ? "kept" : "MISSED"}`;
}

function failures({ total }: Measured): string {
  const reasons = Object.entries(total.failed).map(([reason, count]) => `${count} ${reason}`);
  return reasons.length === 0 ? "0" : reasons.join(", ");
}

function secondAnswers(doubles: number, redeliveries: number): string {
  return `${doubles} of agents, ${redeliveries} of the broker`;
}

function coresOf({ difference }: Measured): string {
  const parts = difference.parts.filter(({ cores }) => cores >= 0.01);
  const others = difference.otherCores === null ? [] : [`others ${difference.otherCores.toFixed(2)}`];
  return [...parts.map(({ name, cores }) => `${name} ${cores.toFixed(2)}`), ...others].join(", ");
}
