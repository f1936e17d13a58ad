import type { Colors } from "picocolors/types";
import { DRIFT_RULES, driftAsReport } from "../drift/as-report";
import type { DriftReport } from "../drift/model";
import type { DriftFormat } from "../drift/request";
import { driftMarkdown } from "./drift-markdown";
import { driftText } from "./drift-text";
import { githubReport } from "./github";
import { gitlabReport } from "./gitlab";
import { htmlReporter } from "./html-reporter";
import { junitReport } from "./junit";
import type { Run } from "./run";
import { sarifReport } from "./sarif";

const RUN: Run = { command: "drift", failure: null };

/** A drift report in a format. */
export function printDrift(report: DriftReport, format: DriftFormat, colors: Colors): string {
  switch (format) {
    case "text":
      return driftText(report, colors);
    case "json":
      return `${JSON.stringify(report, null, 2)}\n`;
    case "markdown":
      return driftMarkdown(report);
    case "sarif":
      return sarifReport(driftAsReport(report), DRIFT_RULES, RUN);
    case "junit":
      return junitReport(driftAsReport(report), RUN);
    case "github":
      return githubReport(driftAsReport(report), RUN);
    case "gitlab":
      return gitlabReport(driftAsReport(report), RUN);
    case "html":
      return htmlReporter().driftHtml(report);
  }
}
