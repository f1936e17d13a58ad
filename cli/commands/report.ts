import { dashboardTexts } from "../../fleet/render/dashboards";
import { prometheusConfig } from "../../fleet/render/prometheus-config";
import { prometheusRules } from "../../fleet/render/prometheus-rules";
import { colorsFor } from "../output";
import { writeOut } from "../out-folder";
import { checkStack } from "../pipeline";
import { htmlReporter } from "../reporters/html-reporter";
import { redactValue } from "../redact";
import { jsonReport } from "../reporters/json";
import { textReport } from "../reporters/text";
import { exitCodeOf } from "../verdict";

export interface ReportOptions {
  readonly root: string;
  readonly stack: string;
  /** Also print the summary and what to try next. */
  readonly summary: boolean;
}

/** `fleet report`: writes the plan, the reports, and what Prometheus and Grafana read, to `out/<stack>/`. */
export function report({ root, stack, summary }: ReportOptions): number {
  const all = checkStack(root, stack);
  // What is written is read by others. The files that Prometheus reads need nothing that is secret.
  const checked = { ...all, plan: redactValue(all.plan) };
  const files = {
    "plan.json": `${JSON.stringify(checked.plan, null, 2)}\n`,
    "report.json": jsonReport(checked),
    "report.html": htmlReporter().htmlReport(checked),
    "alerts.rules.yml": prometheusRules(checked.plan.alerts, checked.plan.recordings),
    "prometheus.yml": prometheusConfig(checked.plan),
    ...Object.fromEntries(
      Object.entries(dashboardTexts(checked.plan)).map(([key, text]) => [`dashboard-${key}.json`, text]),
    ),
  };
  writeOut(root, checked.plan.stack, files);
  if (summary) process.stdout.write(textReport(checked, colorsFor(process.stdout)));
  process.stdout.write(`Written to out/${checked.plan.stack}/: ${Object.keys(files).join(", ")}\n`);
  if (summary) process.stdout.write(nextCommands());
  return exitCodeOf(checked.report);
}

function nextCommands(): string {
  return [
    "",
    "Next:",
    "  npm run fleet -- check --stack staging    the same fleet under stricter rules",
    "  npm run fleet -- check --stack prod --format json",
    "  npm run fleet -- --help",
    "",
  ].join("\n");
}
