// One run of jest, as a process of its own that can't outlive its limit.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { secondsInTimes } from "./cpu.mjs";
import { root } from "./project.mjs";

/** Collects garbage less often, which is a sixth of the CPU of what makes much of it; its workers have the same. */
const ROOM_FOR_THE_YOUNG = "--max-semi-space-size=64";

/**
 * @typedef {object} JestResult
 * @property {number} passed
 * @property {number} failed tests, and suites that could not be loaded or did not end
 * @property {number} skipped
 * @property {string[]} failedFiles relative to the project
 * @property {number} seconds
 * @property {number} busy share of all cores that was in use meanwhile, 0 to 1
 * @property {number | null} cpu CPU seconds of a suite that ran apart
 * @property {string} output what jest printed
 */

/**
 * Runs jest with a configuration on some files, or on all of it.
 *
 * @param {object} run
 * @param {string} run.config its file, relative to the project
 * @param {string[]} [run.files] exactly these files
 * @param {string[]} [run.args] what else jest is told
 * @param {NodeJS.ProcessEnv} run.env
 * @param {number} run.limitSeconds the run and all its children are killed after that
 * @param {boolean} run.show its output as it comes; else it is only kept
 * @param {string[] | null} [run.apart] what puts a command in a network and a process tree of its own; it then has
 *   a folder for temporary files and starts Docker Engines of its own, too
 * @returns {Promise<JestResult>}
 */
export async function runJest({ config, files = [], args = [], env, limitSeconds, show, apart = null }) {
  const folder = mkdtempSync(join(tmpdir(), "fleet-test-"));
  const outputFile = join(folder, "jest.json");
  const started = Date.now();
  const before = cpuTimes();
  const jest = [process.execPath, ROOM_FOR_THE_YOUNG, join(root, "node_modules", "jest", "bin", "jest.js")];
  const command = [...(apart ?? []), ...jest, "--config", config];
  // Servers keep sockets open for a while after a suite has ended them; nobody waits for that.
  command.push("--json", `--outputFile=${outputFile}`, "--forceExit", "--passWithNoTests", ...args);
  if (files.length > 0) command.push("--runTestsByPath", ...files);
  const times = join(folder, "times");
  const own = apart === null ? {} : ownOf(folder, times);
  try {
    const { ok, output, late } = await run(command, { env: { ...env, ...own }, limitSeconds, show });
    const result = read(outputFile);
    const seconds = (Date.now() - started) / 1000;
    const usage = { seconds, busy: busySince(before), cpu: secondsInTimes(times), output };
    if (result === null) {
      const why = late ? `did not end within ${limitSeconds} s and was killed` : "ended without a result";
      return {
        ...usage,
        passed: 0,
        failed: 1,
        skipped: 0,
        failedFiles: files,
        output: `${output}\njest ${why}\n`,
      };
    }
    // A suite that can't be loaded counts no test: it must not pass for that.
    const broken = result.testResults.filter(
      (suite) => suite.status === "failed" && suite.assertionResults.length === 0,
    );
    const failed = result.numFailedTests + broken.length;
    const failedFiles = result.testResults
      .filter((suite) => suite.status === "failed")
      .map((suite) => suite.name.slice(root.length + 1));
    return {
      ...usage,
      passed: result.numPassedTests,
      failed: ok ? failed : Math.max(1, failed),
      skipped: result.numPendingTests + result.numTodoTests,
      failedFiles,
    };
  } finally {
    // What was killed may still be going: its files go last.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  }
}

/**
 * What a process tree of its own needs: process ids say nothing there about whose a file is, so it sees no files of
 * others, and what it leaves goes with the folder.
 */
function ownOf(folder, times) {
  const temporary = join(folder, "t");
  mkdirSync(temporary);
  return {
    TMPDIR: temporary,
    FLEET_TEST_DOCKER: process.env.FLEET_TEST_DOCKER === "modern" ? "modern" : "own",
    FLEET_TEST_TIMES: times,
  };
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function run([program, ...args], { env, limitSeconds, show }) {
  return new Promise((resolve) => {
    // A group of its own, so that what hangs can be ended with all its children.
    const child = spawn(program, args, {
      cwd: root,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    let output = "";
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      endGroup(child.pid);
    }, limitSeconds * 1000);
    const stop = () => endGroup(child.pid);
    process.once("exit", stop);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output += chunk;
        if (show) process.stderr.write(chunk);
      });
    }
    const end = (ok) => {
      clearTimeout(timer);
      process.off("exit", stop);
      resolve({ ok, output, late });
    };
    child.on("error", (error) => {
      output += String(error);
      end(false);
    });
    // Not "close": a server that was left behind may hold the pipe for ever.
    child.on("exit", (code) => setTimeout(() => end(code === 0), 200));
  });
}

function endGroup(pid) {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

function cpuTimes() {
  const times = cpus().map((cpu) => cpu.times);
  const idle = times.reduce((sum, time) => sum + time.idle, 0);
  const all = times.reduce((sum, time) => sum + Object.values(time).reduce((a, b) => a + b, 0), 0);
  return { idle, all };
}

function busySince(before) {
  const now = cpuTimes();
  return 1 - (now.idle - before.idle) / Math.max(1, now.all - before.all);
}
