import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { prometheusConfig } from "../../fleet/render/prometheus-config";
import { prometheusRules } from "../../fleet/render/prometheus-rules";
import { colorsFor } from "../output";
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
  const folder = join(root, "out", checked.plan.stack);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "plan.json"), `${JSON.stringify(checked.plan, null, 2)}\n`);
  writeFileSync(join(folder, "report.json"), jsonReport(checked));
  writeFileSync(join(folder, "report.html"), htmlReporter().htmlReport(checked));
  const rules = prometheusRules(checked.plan.alerts, checked.plan.recordings);
  writeFileSync(join(folder, "alerts.rules.yml"), rules);
  writeFileSync(join(folder, "prometheus.yml"), prometheusConfig(checked.plan));
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
