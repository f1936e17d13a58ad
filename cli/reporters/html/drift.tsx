import { countsAsDrift, DRIFT } from "../../drift/model";
import type { Difference, DriftReport } from "../../drift/model";
import { changeText, classWords, headlineOf, letThrough, plain } from "../drift-lines";
import { Document } from "./document";
import { Badge, Line, Section } from "./parts";
import { Table } from "./table";

/** What runs against what is declared. */
export function DriftPage(report: DriftReport) {
  const { fleet, stack, tier, at, differences, notLooked, witnesses } = report;
  const drift = differences.filter(countsAsDrift);
  const exempted = differences.filter(({ exempted: by }) => by !== undefined);
  const rest = differences.filter(({ class: kind }) => !DRIFT.has(kind));
  return (
    <Document title={`${fleet} ${stack}: drift`}>
      <header class="top">
        <div class="title">
          <div>
            <p class="eyebrow">Fleet drift</p>
            <h1>{fleet}</h1>
            <p class="where">
              stack <strong>{stack}</strong>, tier <strong>{tier}</strong>, looked at <strong>{at}</strong>
            </p>
          </div>
        </div>
      </header>
      <div class="layout alone">
        <main>
          <Section id="drift" title="Drift" lead={headlineOf(report)}>
            <Differences caption="Drift" rows={drift} />
          </Section>
          {exempted.length === 0 ? null : (
            <Section id="exempted" title="Exempted" lead="Drift that was approved, and until when.">
              <Differences caption="Exempted" rows={exempted} />
            </Section>
          )}
          {notLooked.length === 0 ? null : (
            <Section id="not-looked" title="Not looked at" lead="Nobody knows whether this is as declared.">
              <ul>
                {notLooked.map(({ what, why }) => (
                  <li>
                    <Badge tone="unknown">not looked at</Badge> {plain(what)}: {plain(why)}
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <Section
            id="no-drift"
            title="No drift"
            lead="Pending changes, what may move at run time, and two ways to say the same."
          >
            <Differences caption="No drift" rows={rest} />
          </Section>
          <Section id="witnesses" title="Who looked">
            <ul>
              {witnesses.map(({ witness, ran, seconds, why }) => (
                <li>
                  {witness}: {ran ? `${seconds.toFixed(1)} s` : `did not look: ${plain(why)}`}
                </li>
              ))}
            </ul>
          </Section>
        </main>
      </div>
    </Document>
  );
}

function Differences({ caption, rows }: { readonly caption: string; readonly rows: readonly Difference[] }) {
  if (rows.length === 0) return <p class="empty">Nothing.</p>;
  return (
    <Table
      caption={caption}
      columns={[
        {
          head: "subject",
          cell: ({ subject }: Difference) => `${subject.kind} ${plain(subject.name)}`,
        },
        {
          head: "is",
          cell: (difference) => (
            <Badge tone={countsAsDrift(difference) ? "bad" : "plain"}>{classWords(difference)}</Badge>
          ),
        },
        { head: "declared and found", cell: (difference) => changeText(difference) },
        { head: "why", cell: (difference) => plain(letThrough(difference) ?? difference.reason) },
        { head: "mending", cell: ({ interrupts }) => (interrupts ? "interrupts it" : "interrupts nothing") },
        { head: "seen by", cell: ({ witnesses }) => witnesses.join(" and ") },
        { head: "line", cell: ({ subject }) => <Line place={subject.place} /> },
      ]}
      rows={rows}
    />
  );
}
