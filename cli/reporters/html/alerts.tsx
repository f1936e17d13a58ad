import type { AlertPlan } from "../../../fleet/plan/types";
import { anchor, duration } from "./format";
import { Line, PageLink, Section, Tag } from "./parts";
import { Table } from "./table";
import type { Column } from "./table";

/** Prometheus fills in labels and the value when it fires: here stands what they are, not how its templates say so. */
function withPlaceholders(text: string): string {
  return text.replace(/\{\{\s*\$(?:labels\.)?(\w+)[^}]*\}\}/g, "<$1>");
}

const COLUMNS: readonly Column<AlertPlan>[] = [
  {
    head: "alert",
    cell: (alert) => (
      <>
        <span class="name">{alert.name}</span>
        <span class="why">{withPlaceholders(alert.summary)}</span>
        <details>
          <summary>expression</summary>
          <pre>{alert.expr}</pre>
          <p class="why">{withPlaceholders(alert.description)}</p>
        </details>
      </>
    ),
  },
  { head: "severity", cell: (alert) => <Tag>{alert.severity}</Tag> },
  {
    head: "threshold",
    cell: (alert) =>
      alert.threshold === null ? (
        <span class="why">none: any occurrence counts</span>
      ) : (
        <>
          {alert.threshold.value}
          <span class="why">{alert.threshold.why}</span>
          <Line place={alert.threshold.from} />
        </>
      ),
  },
  { head: "for", number: true, cell: (alert) => duration(alert.for) },
  { head: "owner", cell: (alert) => alert.owner },
  { head: "runbook", cell: (alert) => <PageLink page={alert.runbook}>runbook</PageLink> },
];

export function Alerts({ alerts }: { readonly alerts: readonly AlertPlan[] }) {
  return (
    <Section id="alerts" title="Alerts" lead="What Prometheus watches, and what to do when it calls.">
      <Table caption="Alerts" columns={COLUMNS} rows={alerts} id={(alert) => anchor("alert", alert.name)} />
    </Section>
  );
}
