import type { Colors } from "picocolors/types";
import { RULES } from "../../policies/rules";
import type { Filtered } from "../filter";
import type { Checked } from "../pipeline";
import type { CheckFormat } from "./formats";
import { githubReport } from "./github";
import { gitlabReport } from "./gitlab";
import { htmlReporter } from "./html-reporter";
import { jsonReport } from "./json";
import { junitReport } from "./junit";
import { markdownReport } from "./markdown";
import { sarifReport } from "./sarif";
import { textReport } from "./text";

/** What reporters need beside the report. */
export interface PrintOptions {
  readonly colors: Colors;
  readonly filter: Filtered | null;
  readonly reportUrl: string | null;
}

/** The report in a format. */
export function printReport(checked: Checked, format: CheckFormat, options: PrintOptions): string {
  switch (format) {
    case "text":
      return textReport(checked, options.colors, options.filter);
    case "json":
      return jsonReport(checked, options.filter);
    case "markdown":
      return markdownReport(checked, options.reportUrl);
    case "sarif":
      return sarifReport(checked.report, RULES);
    case "junit":
      return junitReport(checked.report);
    case "github":
      return githubReport(checked.report);
    case "gitlab":
      return gitlabReport(checked.report);
    case "html":
      return htmlReporter().htmlReport(checked);
  }
}
