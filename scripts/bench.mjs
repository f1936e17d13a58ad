// `npm run bench`: how long `fleet check` takes, as a user runs it, of fleets from 69 to 69,000 agents, beside bare
// Node and, when it is on PATH, conftest with the same rules on the same resources. `--small` only tries the bench.
// `--engine`, `--diff` and `--drift` measure other parts instead, each alone or together; `--previews` leaves the `up` of
// `--engine` out.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { ensureInstalled } from "./lib/install.mjs";
import { root } from "./lib/project.mjs";
import { onPath } from "./lib/tools.mjs";

ensureInstalled();
const { bundle } = await import("./lib/bundle.mjs");
await bundle();
const { generateCatalog } = await import("../bench/generate-catalog.mjs");
const { measureOften } = await import("../bench/lib/measure.mjs");
const { SHARED_RULES, breakSome, limitsOf, loadPipeline } = await import("../bench/lib/resources.mjs");
const { stringify } = await import("yaml");

const small = process.argv.includes("--small");
const [engine, diff, drift] = ["--engine", "--diff", "--drift"].map((flag) => process.argv.includes(flag));
const STACK = "dev";
/** How many agents, and how often each is measured. */
const SIZES = small
  ? [
      [69, 2],
      [690, 1],
    ]
  : [
      [69, 15],
      [690, 9],
      [6900, 5],
      [69000, 3],
    ];
/** What check may take: seconds, MiB, and for plan and rules seconds of CPU. */
const BUDGET = { overNode: 0.1, largest: { agents: 69000, wall: 15, peak: 1500, planAndRules: 5 } };
/** Two runs of the same program differ by this much on a shared machine. */
const NOISE = 1.1;
/** Noise that a step from one size to the next, ten times larger, may have on top. */
const LINEAR_SLACK = 1.25;

if (process.platform !== "linux") {
  console.error("bench measures with bash and /proc, so it needs Linux");
  process.exit(2);
}
const work = mkdtempSync(join(tmpdir(), "fleet-bench-"));
const verdicts = [];
try {
  await run();
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.exitCode = verdicts.every(({ kept }) => kept) ? 0 : 1;

async function run() {
  const [{ model }] = cpus();
  console.log(
    `${cpus().length} x ${model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}\n`,
  );
  header();
  if (engine || diff || drift) return parts();
  const bare = row("node -e 0", await measureOften([process.execPath, "-e", "0"], small ? 2 : 15));

  const checks = new Map();
  const phases = new Map();
  const check = (folder, more = []) => [
    process.execPath,
    join(root, "dist", "fleet.cjs"),
    ...["check", "--stack", STACK, "--dir", folder],
    ...more,
  ];
  for (const [agents, repeat] of SIZES) {
    const folder = join(work, String(agents));
    generateCatalog(folder, agents);
    checks.set(
      agents,
      row(`fleet check, ${label(agents)}`, await measureOften(check(folder), repeat, [0, 1])),
    );
    phases.set(
      agents,
      stepsOf(await measureOften(check(folder, ["--timings"]), Math.min(repeat, 3), [0, 1])),
    );
  }
  const [worst] = small ? [690] : [6900];
  const brokenFolder = join(work, "broken");
  generateCatalog(brokenFolder, worst, { broken: true });
  row(`fleet check, ${label(worst)}, each breaks a rule`, await measureOften(check(brokenFolder), 3, [0, 1]));

  const rival = await conftest();

  console.log(`\nsteps, seconds of CPU${" ".repeat(10)}${[...phases.keys()].map(cell).join("")}`);
  for (const name of Object.keys(phases.get(SIZES[0][0]))) {
    const values = [...phases.values()].map((steps) => cell(steps[name].toFixed(3)));
    console.log(`  ${name.padEnd(29)}${values.join("")}`);
  }
  judge(bare, checks, phases, rival);
}

/** What was asked for by name. Nothing here is judged against a budget: the figures and their ratios are printed. */
async function parts() {
  if (diff) await (await import("../bench/diff.mjs")).benchDiff(work, row);
  if (!engine && !drift) return;
  const { benchDeployed } = await import("../bench/deployed.mjs");
  const onlyPreviews = process.argv.includes("--previews");
  await benchDeployed({ engine, drift, onlyPreviews, repeat: small ? 1 : 5 }, row);
}

/** conftest on the same resources, as YAML and as JSON; null when there is none. */
async function conftest() {
  if (onPath("conftest") === undefined) {
    console.log("conftest is not on PATH: not compared");
    return null;
  }
  const { checkStack, evaluate, RULES } = await loadPipeline(work);
  const policy = join(work, "policy");
  const data = join(work, "data");
  for (const folder of [policy, data]) mkdirSync(folder);
  const rego = join(root, "bench", "conftest");
  const results = new Map();
  const command = (file) => ["conftest", "test", file, "-p", rego, "-d", data, "--no-color", "-o", "json"];

  for (const [agents, repeat] of SIZES) {
    const checked = checkStack(join(work, String(agents)), STACK);
    const limits = limitsOf(checked);
    writeFileSync(join(data, "limits.json"), JSON.stringify(limits));
    if (agents === SIZES[0][0]) await sameVerdict(checked, limits, evaluate, RULES, command);
    const document = { resources: checked.resources };
    // conftest reads YAML 1.1, where a bare `no` is false.
    for (const [format, text] of [
      ["YAML", () => stringify(document, { aliasDuplicateObjects: false, lineWidth: 0, version: "1.1" })],
      ["JSON", () => JSON.stringify(document)],
    ]) {
      const file = join(work, `resources.${format.toLowerCase()}`);
      writeFileSync(file, text());
      const result = await measureOften(command(file), Math.min(repeat, agents > 6900 ? 1 : 5));
      results.set(`${agents} ${format}`, row(`conftest on ${format}, ${label(agents)}`, result));
    }
  }
  return results;
}

/** Stops when conftest and our rules do not find the same in resources where each rule is broken. */
async function sameVerdict(checked, limits, evaluate, rules, command) {
  const { catalog, stack, resources } = checked;
  const { broken, wanted } = breakSome(resources, catalog.agentsByName, limits);
  const file = join(work, "broken.json");
  writeFileSync(file, JSON.stringify({ resources: broken }));
  const result = await measureOften(command(file), 1, [1]);
  const theirs = Object.fromEntries(SHARED_RULES.map((rule) => [rule, 0]));
  for (const { failures = [] } of JSON.parse(result.runs[0].out)) {
    for (const failure of failures) theirs[failure.metadata.rule] += 1;
  }
  const ours = rules.filter(({ id }) => SHARED_RULES.includes(id));
  const report = evaluate(broken, { catalog, stack, alerts: null }, ours);
  const differences = SHARED_RULES.flatMap((rule) => {
    const mine = report.rules.find(({ id }) => id === rule);
    const found = [theirs[rule], ...(mine === undefined ? [] : [mine.failed])];
    return found.every((count) => count === wanted[rule])
      ? []
      : [`${rule}: ${wanted[rule]} broken, found ${found}`];
  });
  if (differences.length > 0) throw new Error(`not the same rules:\n  ${differences.join("\n  ")}`);
  const total = Object.values(wanted).reduce((sum, count) => sum + count);
  console.log(
    `conftest: ${SHARED_RULES.length} rules, finds the ${total} violations of a broken sample, as ${ours.length} rules of ours`,
  );
}

function stepsOf({ runs }) {
  const best = {};
  for (const { err } of runs) {
    for (const [, name, cpu] of err.matchAll(/^timing {2}(\S+) .* ([\d.]+) ms CPU$/gm)) {
      best[name] = Math.min(best[name] ?? Infinity, Number(cpu) / 1000);
    }
  }
  return best;
}

function judge(bare, checks, phases, rival) {
  const [[first]] = SIZES;
  want(
    `${label(first)}: at most ${BUDGET.overNode} s more than bare Node`,
    undisturbed(checks.get(first)) - undisturbed(bare),
    BUDGET.overNode,
  );
  for (const agents of [690, 6900]) {
    const theirs = rival?.get(`${agents} YAML`);
    if (theirs === undefined || !checks.has(agents)) continue;
    want(
      `${label(agents)}: no slower than conftest on YAML, a tenth for noise`,
      undisturbed(checks.get(agents)),
      undisturbed(theirs) * NOISE,
    );
  }
  const { largest } = BUDGET;
  const largestCheck = checks.get(largest.agents);
  if (largestCheck !== undefined) {
    const steps = phases.get(largest.agents);
    want(`${label(largest.agents)}: seconds`, largestCheck.median, largest.wall);
    want(`${label(largest.agents)}: peak MiB`, largestCheck.peak, largest.peak);
    want(
      `${label(largest.agents)}: plan, resources and rules, seconds of CPU`,
      steps.plan + steps.resources + steps.rules,
      largest.planAndRules,
    );
  }
  // What starting costs does not grow: it is left out on both sides.
  const sizes = [...checks.keys()].slice(1);
  for (const [index, agents] of sizes.entries()) {
    const next = sizes[index + 1];
    if (next === undefined) continue;
    const grown = (checks.get(next).cpu - bare.cpu) / (checks.get(agents).cpu - bare.cpu);
    want(`${label(agents)} to ${next}: CPU grows at most in step`, grown, (next / agents) * LINEAR_SLACK);
  }
  console.log("");
  for (const { what, found, limit, kept } of verdicts) {
    console.log(`${kept ? "kept  " : "BROKEN"}  ${what}: ${round(found)} of at most ${round(limit)}`);
  }
}

/**
 * What a run takes on a machine that does nothing else. Other processes only stretch the wall clock, other threads
 * only add to the CPU, so the lesser of both is nearest.
 */
function undisturbed({ min, cpu }) {
  return Math.min(min, cpu);
}

function want(what, found, limit) {
  verdicts.push({ what, found, limit, kept: found <= limit });
}

function header() {
  console.log(`${"".padEnd(46)}${["median", "min", "max", "CPU", "peak"].map(cell).join("")}`);
}

function row(name, result) {
  const { median, min, max, cpu, peak } = result;
  const seconds = [median, min, max, cpu].map((value) => cell(`${value.toFixed(3)} s`));
  console.log(`${name.padEnd(46)}${seconds.join("")}${cell(`${peak.toFixed(0)} MiB`)}`);
  return result;
}

function label(agents) {
  return `${agents.toLocaleString("en")} agents`;
}

function cell(text) {
  return String(text).padStart(10);
}

function round(value) {
  return value >= 100 ? value.toFixed(0) : value.toFixed(3);
}
