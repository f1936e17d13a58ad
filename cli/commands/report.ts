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

/** `fleet report`: writes plan.json, report.json, report.html, alerts.rules.yml and prometheus.yml to `out/<stack>/`. */
export function report({ root, stack, summary }: ReportOptions): number {
  const all = checkStack(root, stack);
  // What is written is read by others. The files that Prometheus reads need nothing that is secret.
  const checked = { ...all, plan: redactValue(all.plan) };
  writeOut(root, checked.plan.stack, {
    "plan.json": `${JSON.stringify(checked.plan, null, 2)}\n`,
    "report.json": jsonReport(checked),
    "report.html": htmlReporter().htmlReport(checked),
    "alerts.rules.yml": prometheusRules(checked.plan.alerts, checked.plan.recordings),
    "prometheus.yml": prometheusConfig(checked.plan),
  });
  if (summary) process.stdout.write(textReport(checked, colorsFor(process.stdout)));
  process.stdout.write(
    `Written to out/${checked.plan.stack}/: plan.json, report.json, report.html, alerts.rules.yml, prometheus.yml
`,
  );
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
