// Suites that run real servers, in two lanes beside each other: they wait more than they work. All that use a
// Docker Engine are in one lane, as two engines of one machine get in each other's way (iptables).
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { runJest } from "./jest.mjs";
import { root } from "./project.mjs";

/** One suite may take so long; most take less than one. */
const LIMIT_SECONDS = 600;
export const LANES = [
  { name: "engine", folder: "test/engine", config: "jest.engine.config.cjs" },
  { name: "services", folder: "test/services", config: "jest.services.config.cjs" },
];
/** What a suite says in its source when it starts a Docker Engine. */
const USES_DOCKER = /support\/docker-engine/;

/**
 * Runs every suite as a process of its own. One that fails is run once more, alone, when all others are done: what
 * passes then is counted as passed, and told as UNSTEADY with what it said the first time.
 *
 * @param {object} run
 * @param {NodeJS.ProcessEnv} run.env
 * @param {string[]} run.patterns parts of paths; none means all
 * @param {string[]} run.args what else jest is told
 * @param {number} run.deadline epoch milliseconds; what has not begun by then counts as failed
 * @returns {Promise<{passed: number, failed: number, skipped: number, unsteady: string[]}>}
 */
export async function runLanes({ env, patterns, args, deadline }) {
  const lanes = lanesOf(patterns);
  const started = Date.now();
  const results = [];
  const runOne = async (suite) => {
    if (Date.now() > deadline) return notRun(suite);
    const run = { config: suite.config, files: [suite.file], args, env, limitSeconds: LIMIT_SECONDS };
    const result = await runJest({ ...run, show: false });
    const { seconds, busy, passed, failed } = result;
    const verdict = failed > 0 ? "FAIL" : "ok  ";
    console.error(
      `${verdict}  ${suite.file}: ${passed} passed, ${failed} failed (${seconds.toFixed(0)} s, ${Math.round(busy * 100)} % busy)`,
    );
    if (failed > 0) console.error(result.output);
    return { suite, ...result };
  };
  await Promise.all(
    lanes.map(async (suites) => {
      for (const suite of suites) results.push(await runOne(suite));
    }),
  );
  const unsteady = [];
  for (const [index, result] of results.entries()) {
    if (result.failed === 0 || Date.now() > deadline) continue;
    console.error(`running ${result.suite.file} once more, alone ...`);
    const again = await runOne(result.suite);
    if (again.failed === 0) unsteady.push(result.suite.file);
    results[index] = again;
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  if (results.length > 0) console.error(`${results.length} suites of real servers took ${seconds} s`);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped"), unsteady };
}

/** The suites of each lane, in the order of their paths. */
function lanesOf(patterns) {
  const withDocker = [];
  const without = [];
  for (const { folder, config } of LANES) {
    for (const file of testsIn(folder)) {
      if (patterns.length > 0 && !patterns.some((pattern) => file.includes(pattern))) continue;
      const source = readFileSync(join(root, file), "utf8");
      const lane = folder === "test/engine" || USES_DOCKER.test(source) ? withDocker : without;
      lane.push({ file, config });
    }
  }
  return [withDocker, without];
}

function testsIn(folder) {
  try {
    return readdirSync(join(root, folder), { recursive: true })
      .filter((name) => name.endsWith(".test.ts"))
      .map((name) => join(folder, name))
      .sort();
  } catch {
    return [];
  }
}

function notRun(suite) {
  console.error(`FAIL  ${suite.file}: not run, the time for the whole run was over`);
  return { suite, passed: 0, failed: 1, skipped: 0 };
}
