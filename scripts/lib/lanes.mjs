// Suites that run real servers, several beside each other: they wait more than they work.
import { cpus } from "node:os";
import { isolation } from "./isolation.mjs";
import { runJest } from "./jest.mjs";
import { suitesOf } from "./suites.mjs";

/** One suite may take so long; most take less than one. */
const LIMIT_SECONDS = 600;
/** How many suites run at once, each in a network of its own. */
const AT_ONCE = Number(process.env.FLEET_TEST_LANES ?? cpus().length + 2);

/**
 * Runs every suite as a process of its own: in a network of its own where the machine allows it, else in two lanes.
 * One that fails is run once more, alone, when all others are done: what passes then is counted as passed, and told
 * as UNSTEADY with what it said the first time.
 *
 * @param {object} run
 * @param {NodeJS.ProcessEnv} run.env
 * @param {string[]} run.patterns parts of paths; none means all
 * @param {string[]} run.args what else jest is told
 * @param {number} run.deadline epoch milliseconds; what has not begun by then counts as failed
 * @param {boolean} run.dockerRuns a Docker Engine answers on this machine
 * @returns {Promise<{passed: number, failed: number, skipped: number, unsteady: string[]}>}
 */
export async function runLanes({ env, patterns, args, deadline, dockerRuns }) {
  const suites = suitesOf(patterns);
  if (suites.length === 0) return { passed: 0, failed: 0, skipped: 0, unsteady: [] };
  const started = Date.now();
  const { prefix, reason } = isolation(dockerRuns);
  const lanes = prefix === null ? twoLanes(suites) : Array.from({ length: AT_ONCE }, () => suites);
  console.error(
    prefix === null
      ? `suites of real servers in two lanes: ${reason}`
      : `suites of real servers, ${AT_ONCE} at once, each in a network of its own`,
  );
  const runOne = async (suite) => {
    if (Date.now() > deadline) return notRun(suite);
    const apart = prefix === null || suite.internet ? null : prefix;
    const run = { config: suite.config, files: [suite.file], args, env, limitSeconds: LIMIT_SECONDS };
    const result = await runJest({ ...run, apart, show: false });
    console.error(told(suite, result));
    if (result.failed > 0) console.error(result.output);
    return { suite, ...result };
  };
  const results = [];
  await Promise.all(
    lanes.map(async (lane) => {
      for (let suite = lane.shift(); suite !== undefined; suite = lane.shift())
        results.push(await runOne(suite));
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
  console.error(`${results.length} suites of real servers took ${seconds} s`);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped"), unsteady };
}

/** In one network, Docker Engines get in each other's way (iptables): all that use one go one after the other. */
function twoLanes(suites) {
  return [suites.filter(({ docker }) => docker), suites.filter(({ docker }) => !docker)];
}

function told({ file }, { passed, failed, seconds, busy, cpu }) {
  const usage = [`${seconds.toFixed(0)} s`, `${Math.round(busy * 100)} % busy`];
  if (cpu !== null) usage.push(`${cpu.toFixed(0)} s CPU`);
  const verdict = failed > 0 ? "FAIL" : "ok  ";
  return `${verdict}  ${file}: ${passed} passed, ${failed} failed (${usage.join(", ")})`;
}

function notRun(suite) {
  console.error(`FAIL  ${suite.file}: not run, the time for the whole run was over`);
  return { suite, passed: 0, failed: 1, skipped: 0 };
}
