import type { Bottleneck } from "./bottleneck";
import { stagesOf } from "./bottleneck";
import type { Fault } from "./faults";
import { milliseconds, percent } from "./kpis";
import type { Verdict } from "./kpis";
import type { Measured } from "./measured";
import type { FiredAlerts } from "./observe/alerts";
import type { DashboardQueries } from "./observe/dashboards";
import type { PartLoad } from "./observe/difference";
import type { Notification } from "./stack/receiver";
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
  /** What the dashboards show of it. */
  readonly dashboards: DashboardQueries;
  /** Wanted: none while nothing is broken. */
  readonly alerts: {
    readonly undisturbed: FiredAlerts;
    /** While things were broken; null when nothing was. */
    readonly disturbed: FiredAlerts | null;
  };
  /** What came to the webhooks of the stack. Wanted: that alerts work, and nothing else while nothing is broken. */
  readonly notified: {
    readonly undisturbed: readonly Notification[];
    readonly disturbed: readonly Notification[] | null;
  };
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
        line("sent late, p99", ({ measured }) => milliseconds(measured.lag)),
        line("bottleneck", ({ bottleneck: { who, why } }) => `${who}: ${why}`),
      ],
    },
    {
      title: "Where an average request spent its time",
      head: ["", ...names],
      rows: namesIn(all, stagesOf).map((name) =>
        line(name, ({ measured }) => timeOf(stagesOf(measured), name)),
      ),
    },
    {
      title: "Cores in use",
      head: ["", ...names],
      rows: namesIn(all, partsOf).map((name) =>
        line(name, ({ measured }) => coresOf(partsOf(measured), name)),
      ),
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

function closing({ search, dashboards, alerts, notified, notes }: LoadReport): readonly string[] {
  const found =
    search === null
      ? []
      : [
          search.largest === null
            ? "No rate that was tried kept the targets."
            : `Largest rate that kept the targets: ${search.largest} requests a minute${search.broken === null ? ", with nothing larger tried" : `; ${search.broken} did not`}.`,
        ];
  return [
    ...found,
    shown(dashboards),
    heard("Alerts that fired while nothing was broken", alerts.undisturbed),
    ...(alerts.disturbed === null ? [] : [heard("Alerts that fired while things broke", alerts.disturbed)]),
    told("Notifications while nothing was broken", notified.undisturbed),
    ...(notified.disturbed === null ? [] : [told("Notifications while things broke", notified.disturbed)]),
    ...notes,
  ];
}

function told(when: string, notifications: readonly Notification[]): string {
  const each = notifications.map(
    ({ receiver, status, alerts }) => `${alerts.join(", ")} to ${receiver} (${status})`,
  );
  return `${when}: ${each.length === 0 ? "none" : each.join("; ")}.`;
}

function heard(when: string, { watched, fired }: FiredAlerts): string {
  if (!watched) return `${when}: not known, since not even the watchdog did.`;
  const each = fired.map(
    ({ name, severity, series, over }) =>
      `${name} (${severity}, ${series} series, ${over ? "over" : "not over yet"})`,
  );
  return `${when}: ${each.length === 0 ? "none" : each.join(", ")}.`;
}

/** What Prometheus said to the dashboards, in one sentence each. */
function shown({ asked, answered, elsewhere, empty, refused }: DashboardQueries): string {
  const away = Object.entries(elsewhere).map(
    ([job, count]) => `${count} ask for ${job}, which does not run here`,
  );
  const sentences = [
    `Dashboards: ${asked} queries, ${answered} with data`,
    ...away,
    ...(empty.length === 0 ? [] : [`${empty.length} empty (${empty.join("; ")})`]),
    ...(refused.length === 0 ? ["none refused"] : [`${refused.length} REFUSED (${refused.join("; ")})`]),
  ];
  return `${sentences.join(", ")}.`;
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

/** Every name once, in the order in which it first comes. */
function namesIn(
  rates: readonly RateReport[],
  of: (measured: Measured) => readonly { readonly name: string }[],
): readonly string[] {
  return [...new Set(rates.flatMap(({ measured }) => of(measured).map(({ name }) => name)))];
}

function timeOf(stages: ReturnType<typeof stagesOf>, name: string): string {
  const stage = stages.find((each) => each.name === name);
  return stage === undefined ? "not known" : milliseconds(stage.time);
}

/** With what belongs neither to the fleet nor to this test. */
function partsOf({ difference: { parts, otherCores } }: Measured): readonly PartLoad[] {
  if (otherCores === null) return parts;
  return [...parts, { name: "others on the machine", cores: otherCores, limit: null }];
}

function coresOf(parts: readonly PartLoad[], name: string): string {
  return (parts.find((part) => part.name === name)?.cores ?? 0).toFixed(2);
}
