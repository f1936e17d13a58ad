import type { Colors } from "picocolors/types";
import { RULES } from "../../policies/rules";
import type { EngineResult } from "../engine/request";
import type { CheckFormat } from "./formats";
import { githubReport } from "./github";
import { gitlabReport } from "./gitlab";
import { htmlReporter } from "./html-reporter";
import { junitReport } from "./junit";
import { previewMarkdown } from "./preview-markdown";
import { previewText } from "./preview-text";
import { sarifReport } from "./sarif";

/** A preview in a format. */
export function printPreview(
  result: EngineResult,
  format: CheckFormat,
  { colors, reportUrl }: { readonly colors: Colors; readonly reportUrl: string | null },
): string {
  const { report, command, error: failure } = result;
  const run = { command, failure };
  switch (format) {
    case "text":
      return previewText(result, colors);
    case "json":
      return `${JSON.stringify(result, null, 2)}\n`;
    case "markdown":
      return previewMarkdown(result, reportUrl);
    case "sarif":
      return sarifReport(report, RULES, run);
    case "junit":
      return junitReport(report, run);
    case "github":
      return githubReport(report, run);
    case "gitlab":
      return gitlabReport(report, run);
    case "html":
      return htmlReporter().previewHtml(result);
  }
}
