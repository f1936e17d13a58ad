// `npm run load`: brings the whole fleet up and loads it through router and queue, at the pace of real requests.
// Needs a Docker Engine, or root to start one. docs/load.md tells the rest.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensureInstalled } from "./lib/install.mjs";
import { root } from "./lib/project.mjs";

const OPTIONS = {
  rate: { type: "string" },
  seconds: { type: "string" },
  agents: { type: "string" },
  minutes: { type: "string", default: "12" },
  faults: { type: "boolean", default: false },
  search: { type: "boolean", default: false },
  short: { type: "boolean", default: false },
  json: { type: "string" },
  markdown: { type: "boolean", default: false },
};
/** Requests a minute while things break, unless there is only one rate. */
const FAULTS_AT = 800;
const USAGE = `usage: npm run load -- [--short] [--rate N,N] [--seconds N] [--faults] [--search] [--agents N]
                      [--minutes N] [--json FILE] [--markdown]`;

function refuse(message) {
  console.error(`${message}\n${USAGE}`);
  process.exit(2);
}

function given() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    return refuse(error.message);
  }
}

const values = given();
const whole = (name) => {
  const text = values[name];
  if (text === undefined) return null;
  if (!/^[1-9]\d*$/.test(text)) refuse(`--${name}: found ${text}, wanted a whole number from 1 on`);
  return Number(text);
};
const rates = values.rate?.split(",").map(Number) ?? (values.short ? [400] : null);
if (rates?.some((rate) => !Number.isInteger(rate) || rate < 1))
  refuse(`--rate: found ${values.rate}, wanted requests a minute, such as 400,800`);
// What was asked for by name is all that is done.
const everything = values.rate === undefined && !values.short;

ensureInstalled();
const { bundle } = await import("./lib/bundle.mjs");
await bundle();
const { requireText } = await import("./lib/typescript.mjs");
mkdirSync(join(root, ".cache", "bench"), { recursive: true });
const contents = [
  `export { load } from "./bench/load/load";`,
  `export { bears } from "./bench/load/kpis";`,
  `export { loadMarkdown, loadText } from "./bench/load/report";`,
].join("\n");
// Two folders below the root, as the suites' own files are: they find the project from where they stand.
const { bears, load, loadMarkdown, loadText } = await requireText(
  contents,
  join(root, ".cache", "bench", "load.cjs"),
  { packages: "external" },
);
const started = Date.now();
const report = await load({
  rates,
  seconds: whole("seconds") ?? (values.short ? 20 : 60),
  faultsAt: everything || values.faults || values.short ? (rates?.length === 1 ? rates[0] : FAULTS_AT) : null,
  modelAway: values.short ? 10 : 30,
  search: everything || values.search,
  agents: whole("agents") ?? (values.short ? 10 : null),
  minutes: whole("minutes"),
  say: (line) => console.error(`${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${line}`),
});
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
process.stdout.write(values.markdown ? loadMarkdown(report) : loadText(report));
const { watched, fired } = report.alerts.undisturbed;
// Who is woken for nothing soon looks no more.
const { undisturbed: told } = report.notified;
const quiet = watched && fired.length === 0 && told.every(({ receiver }) => receiver === "watchdog");
process.exitCode = quiet && report.rates.every(({ verdicts }) => bears(verdicts)) ? 0 : 1;
