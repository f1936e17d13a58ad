import type { EngineResult, EngineStep } from "../../engine/request";
import { kindOf, previewHeadline, stepGroups } from "../preview-lines";
import { failureText } from "../run";
import { Document } from "./document";
import { Findings } from "./findings";
import { Header } from "./header";
import { Line, Section } from "./parts";
import { Rules } from "./rules";
import { Table } from "./table";

/** What the engine would do and what the rules say of it. */
export function PreviewPage(result: EngineResult) {
  const { report, error } = result;
  return (
    <Document title={`${report.fleet} ${report.stack}: preview`}>
      <Header kind="Preview" report={report} />
      <div class="layout alone">
        <main>
          <Section id="steps" title="What the engine would do" lead={previewHeadline(result)}>
            {error === null ? null : (
              <p class="empty">
                <strong>{error.code}</strong> {failureText(error)}
              </p>
            )}
            {stepGroups(result).map(({ op, shown, more }) => (
              <div>
                <h3>
                  {op} <span class="count">{shown.length + more}</span>
                </h3>
                <Table
                  caption={`Resources to ${op}`}
                  columns={[
                    { head: "resource", cell: (step: EngineStep) => `${kindOf(step)} ${step.name}` },
                    { head: "what", cell: (step) => step.changes.join(", ") },
                    { head: "line", cell: (step) => <Line place={step.place} /> },
                  ]}
                  rows={shown}
                />
                {more === 0 ? null : <p class="lead">{`and ${more} more`}</p>}
              </div>
            ))}
          </Section>
          <Findings {...report} />
          <Rules {...report} />
        </main>
      </div>
    </Document>
  );
}
