// `npm test`: every suite, with what it needs. The last line counts: N passed, N failed, N skipped.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ensureInstalled } from "./lib/install.mjs";
import { root } from "./lib/project.mjs";
import { ensureTools, obtainTools } from "./lib/tools.mjs";

ensureInstalled();

const TOOLS = ["promtool", "chromium", "busybox", "docker-registry", "skopeo"];
/** What the suites start a Docker Engine of their own with, when none runs. */
const DOCKER_TOOLS = ["dockerd", "iptables", "ip"];
/** What has releases and Go modules of its own. */
const OWN_TOOLS = ["pulumi", "consul"];
/** The unit suites, and those that run the real engine. */
const CONFIGS = [
  { file: "jest.config.cjs", needs: [] },
  { file: "jest.engine.config.cjs", needs: [...OWN_TOOLS, ...DOCKER_TOOLS, "busybox"] },
];
const bin = (name) => join(root, "node_modules", ".bin", name);
const CHECKS = [
  {
    name: "generated files are fresh",
    command: [process.execPath, join(root, "scripts/generate.mjs"), "--check"],
  },
  { name: "format", command: [bin("prettier"), "--check", "--log-level=warn", "."] },
  { name: "types", command: [bin("tsc"), "--noEmit"] },
  { name: "lint", command: [bin("eslint"), "."] },
  {
    name: "module boundaries",
    command: [
      bin("depcruise"),
      "--config",
      ".dependency-cruiser.cjs",
      "index.ts",
      "agent",
      "fleet",
      "components",
      "policies",
      "stacks",
      "cli",
    ],
  },
];

/** Runs a command; its output is only shown when it failed, or always with `show`. */
function run([program, ...args], { env = process.env, show = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output += chunk;
        if (show) process.stderr.write(chunk);
      });
    }
    child.on("error", (error) => resolve({ ok: false, output: String(error) }));
    child.on("close", (code) => resolve({ ok: code === 0, output }));
  });
}

async function staticChecks() {
  const count = { passed: 0, failed: 0 };
  for (const { name, command } of CHECKS) {
    const started = Date.now();
    const { ok, output } = await run(command);
    console.error(`${ok ? "ok  " : "FAIL"}  ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    if (!ok) console.error(output);
    count[ok ? "passed" : "failed"] += 1;
  }
  return count;
}

/** The suites themselves. Tools that can't be had are named to them, so that they skip and nothing else does. */
async function suites(config, missing) {
  const folder = mkdtempSync(join(tmpdir(), "fleet-test-"));
  const outputFile = join(folder, "jest.json");
  const pulumi = tools.find((tool) => tool.program === "pulumi")?.path;
  const env = {
    ...process.env,
    FLEET_MISSING_TOOLS: missing.map((tool) => tool.program).join(","),
    ...(pulumi ? { FLEET_PULUMI: dirname(pulumi) } : {}),
  };
  try {
    const args = [bin("jest"), "--config", config, "--json", `--outputFile=${outputFile}`];
    // With a pattern one of the configurations may have nothing to run.
    args.push("--passWithNoTests", ...process.argv.slice(2));
    const { ok } = await run(args, { env, show: true });
    const results = JSON.parse(readFileSync(outputFile, "utf8"));
    // A suite that can't be loaded counts no test: it must not pass for that.
    const broken = results.testResults.filter(
      (suite) => suite.status === "failed" && suite.assertionResults.length === 0,
    );
    const failed = results.numFailedTests + broken.length;
    return {
      passed: results.numPassedTests,
      failed: ok ? failed : Math.max(1, failed),
      skipped: results.numPendingTests + results.numTodoTests,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const { bundle } = await import("./lib/bundle.mjs");
await bundle();
const dockerRuns = spawnSync("docker", ["info"], { stdio: "ignore", timeout: 10_000 }).status === 0;
const wanted = dockerRuns ? TOOLS : [...TOOLS, ...DOCKER_TOOLS];
const tools = [...ensureTools(wanted), ...(await obtainTools(OWN_TOOLS))];
for (const { program, path, from } of tools) {
  if (path !== null && from !== undefined) console.error(`${program}: ${path} (${from})`);
}
const missing = tools.filter((tool) => tool.path === null);
const counts = [await staticChecks()];
for (const { file, needs } of CONFIGS) {
  if (!missing.some((tool) => needs.includes(tool.program))) counts.push(await suites(file, missing));
}
const sum = (key) => counts.reduce((total, count) => total + (count[key] ?? 0), 0);
const strict = process.env.CI === "true" && missing.length > 0;
for (const tool of missing) console.log(`${strict ? "FAIL" : "skipped"}  ${tool.program}: ${tool.reason}`);
const failed = sum("failed") + (strict ? missing.length : 0);
console.log(
  `${sum("passed")} passed, ${failed} failed, ${sum("skipped") + (strict ? 0 : missing.length)} skipped`,
);
process.exitCode = failed === 0 ? 0 : 1;
