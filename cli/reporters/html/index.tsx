import type { ComponentChild } from "preact";
import { renderToString } from "preact-render-to-string";
import type { FleetDiff } from "../../diff/model";
import type { DriftReport } from "../../drift/model";
import type { EngineResult } from "../../engine/request";
import type { Checked } from "../../pipeline";
import { DiffPage } from "./diff";
import { DriftPage } from "./drift";
import { redactValue } from "../../redact";
import { Page } from "./page";
import { PreviewPage } from "./preview";

/**
 * The report as one HTML document that needs nothing else: no request, no font, no library. A pure function of
 * the plan and the verdict, escaped by construction.
 */
export function htmlReport(checked: Checked): string {
  return document(<Page {...checked} plan={redactValue(checked.plan)} />);
}

/** The same of what the engine would do. */
export function previewHtml(result: EngineResult): string {
  return document(<PreviewPage {...result} />);
}

/** The same of what a change does. */
export function diffHtml(diff: FleetDiff): string {
  return document(<DiffPage {...diff} />);
}

/** The same of what has drifted. */
export function driftHtml(report: DriftReport): string {
  return document(<DriftPage {...report} />);
}

function document(page: ComponentChild): string {
  return `<!doctype html>\n${renderToString(<>{page}</>)}\n`;
}
