import type { Finding } from "../../../policies/finding";
import { wordFinding } from "../../../policies/wording";
import type { FleetDiff, MembersDiff } from "../../diff/model";
import { EFFECT_WORDS, formatAmount, headline, memberNames } from "../diff-lines";
import { Document } from "./document";
import { Line, PageLink, Section } from "./parts";
import { Table } from "./table";

/** What a change does to the fleet. */
export function DiffPage(diff: FleetDiff) {
  const { rules } = diff;
  return (
    <Document title={`${diff.fleet} ${diff.stack}: changes against ${diff.base}`}>
      <header class="top">
        <div class="title">
          <div>
            <p class="eyebrow">Fleet diff</p>
            <h1>{diff.fleet}</h1>
            <p class="where">
              stack <strong>{diff.stack}</strong>, against <strong>{diff.base}</strong>
            </p>
          </div>
        </div>
      </header>
      <div class="layout alone">
        <main>
          <Section id="findings" title="Findings" lead={headline(diff)}>
            <FindingTable title="Newly broken" findings={rules.broken} />
            <FindingTable title="Newly exempted" findings={rules.exempted} />
            <FindingTable title="Newly in the baseline" findings={rules.baselined} />
            <FindingTable title="Newly fixed" findings={rules.fixed} />
          </Section>
          <Section id="agents" title="Agents">
            <Members kind="agent" {...diff.agents} />
          </Section>
          <Section id="services" title="Services">
            <Members kind="service" {...diff.services} />
          </Section>
          <Section id="budgets" title="Budgets">
            <Table
              caption="Budgets"
              columns={[
                { head: "budget", cell: (budget: FleetDiff["budgets"][number]) => budget.title },
                {
                  head: "headroom before",
                  cell: (budget) => formatAmount(budget.headroom.before, budget.unit),
                },
                { head: "after", cell: (budget) => formatAmount(budget.headroom.after, budget.unit) },
                { head: "limit", cell: (budget) => formatAmount(budget.limit.after, budget.unit) },
              ]}
              rows={diff.budgets}
            />
          </Section>
        </main>
      </div>
    </Document>
  );
}

function FindingTable({
  title,
  findings,
}: {
  readonly title: string;
  readonly findings: readonly Finding[];
}) {
  if (findings.length === 0) return null;
  return (
    <div>
      <h3>
        {title} <span class="count">{findings.length}</span>
      </h3>
      <Table
        caption={title}
        columns={[
          { head: "subject", cell: (finding: Finding) => wordFinding(finding).subject },
          { head: "level", cell: (finding) => wordFinding(finding).verdict },
          { head: "what", cell: (finding) => wordFinding(finding).statement },
          { head: "fix", cell: (finding) => wordFinding(finding).exception ?? finding.fix },
          {
            head: "rule",
            cell: ({ rule }) => <PageLink page={`docs/rules/${rule}.md`}>{rule}</PageLink>,
          },
          { head: "line", cell: ({ place }) => <Line place={place} /> },
        ]}
        rows={findings}
      />
    </div>
  );
}

interface Row {
  readonly name: string;
  readonly what: string;
  readonly effect: string;
}

function Members({ kind, added, removed, renamed, changed }: MembersDiff & { readonly kind: string }) {
  const rows: readonly Row[] = [
    ...added.map(({ name, summary }) => ({ name, what: `added: ${summary}`, effect: "new container" })),
    ...removed.map(({ name, summary }) => ({
      name,
      what: `removed: ${summary}`,
      effect: "container removed",
    })),
    ...renamed.map(({ from, to, why }) => ({
      name: `${from} → ${to}`,
      what: `renamed: ${why}`,
      effect: EFFECT_WORDS.replace,
    })),
    ...changed.map((group) => ({
      name: memberNames(group, kind),
      what: group.changes
        .map(({ property, before, after }) => `${property} ${before ?? "nothing"} → ${after ?? "nothing"}`)
        .join("; "),
      effect: EFFECT_WORDS[group.effect],
    })),
  ];
  if (rows.length === 0) return <p class="empty">No change.</p>;
  return (
    <Table
      caption={`Changes of ${kind}s`}
      columns={[
        { head: "name", cell: (row: Row) => row.name },
        { head: "what", cell: (row) => row.what },
        { head: "effect", cell: (row) => row.effect },
      ]}
      rows={rows}
    />
  );
}
