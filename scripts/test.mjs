// `npm test`: every suite, with what it needs. The last line counts: N passed, N failed, N skipped.
import { spawn, spawnSync } from "node:child_process";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { cpuSeconds } from "./lib/cpu.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { runJest } from "./lib/jest.mjs";
import { runLanes } from "./lib/lanes.mjs";
import { root } from "./lib/project.mjs";
import { unitSuitesTogether } from "./lib/together.mjs";
import { obtainPythonTools } from "./lib/python-tools.mjs";
import { bundledTools, ensureTools, obtainTools } from "./lib/tools.mjs";

const started = Date.now();
ensureInstalled();

const TOOLS = [
  "promtool",
  "chromium",
  "busybox",
  "docker-registry",
  "skopeo",
  "haproxy",
  "rabbitmqctl",
  "curl",
  "jq",
  "g++",
  "/usr/include/nlohmann/json.hpp",
  "/usr/include/stb/stb_image.h",
];
/** What the suites start a Docker Engine of their own with, when none runs. */
const DOCKER_TOOLS = ["dockerd", "iptables", "ip"];
/** What has releases and Go modules of its own. */
const OWN_TOOLS = ["pulumi", "consul"];
/** Some suites need these; without one of them they skip. */
const SERVICE_TOOLS = ["prometheus", "alertmanager", "ollama", "cadvisor"];
/** What lints the workflows of CI, besides what is installed with Python. */
const LINT_TOOLS = ["actionlint"];
/** Without these no suite of real servers can run. */
const SERVERS_NEED = [...OWN_TOOLS, ...DOCKER_TOOLS, "busybox", "curl", "jq"];
const UNIT_LIMIT_SECONDS = 1500;
/** After so many minutes no further suite is begun: CI systems end a run without a word. */
const MINUTES = Number(process.env.FLEET_TEST_MINUTES ?? 70);
const bin = (name) => join(root, "node_modules", ".bin", name);
/** The bundle has to be made before. */
const checks = () => [
  {
    name: "generated files are fresh",
    command: [process.execPath, join(root, "scripts/generate.mjs"), "--check"],
  },
  {
    name: "format",
    // A file of the same content at the same place is not formatted once more.
    command: [
      bin("prettier"),
      ...["--check", "--log-level=warn", "."],
      ...[
        "--cache",
        "--cache-strategy=content",
        `--cache-location=${join(bundledTools().cacheFolder(), "prettier.json")}`,
      ],
    ],
  },
  { name: "types and lint", command: [bin("oxlint"), "."] },
  {
    name: "module boundaries",
    command: [
      bin("depcruise"),
      "--config",
      ".dependency-cruiser.cjs",
      "index.ts",
      "library.ts",
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
  for (const { name, command } of checks()) {
    const started = Date.now();
    const { ok, output } = await run(command);
    console.error(`${ok ? "ok  " : "FAIL"}  ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    if (!ok) console.error(output);
    count[ok ? "passed" : "failed"] += 1;
  }
  return count;
}

/** All unit suites in one run, or those that were named; files that fail are run once more, as in the lanes. */
async function unitSuites(env, args, patterns) {
  const files = patterns.length === 0 ? unitSuitesTogether() : [];
  const run = {
    config: "jest.config.cjs",
    files,
    args: [...args, ...patterns],
    env,
    limitSeconds: UNIT_LIMIT_SECONDS,
    show: true,
  };
  const first = await runJest(run);
  if (first.failed === 0 || first.failedFiles.length === 0) return { ...first, unsteady: [] };
  console.error(`running ${first.failedFiles.length} files with failures once more ...`);
  const again = await runJest({ ...run, files: first.failedFiles, args: [] });
  const mended = first.failedFiles.filter((file) => !again.failedFiles.includes(file));
  const { failed, skipped } = again;
  const passed = first.passed + (first.failed - failed);
  return { passed, failed, skipped: Math.max(first.skipped, skipped), unsteady: mended };
}

const { bundle } = await import("./lib/bundle.mjs");
await bundle();
const dockerRuns = spawnSync("docker", ["info"], { stdio: "ignore", timeout: 10_000 }).status === 0;
const wanted = dockerRuns ? TOOLS : [...TOOLS, ...DOCKER_TOOLS];
// Debian's first: others are built with what they bring.
const debian = ensureTools(wanted);
const [own, python] = await Promise.all([
  obtainTools([...OWN_TOOLS, ...LINT_TOOLS, ...SERVICE_TOOLS]),
  obtainPythonTools(),
]);
const tools = [...debian, ...own, ...python];
for (const { program, path, from } of tools) {
  if (path !== null && from !== undefined) console.error(`${program}: ${path} (${from})`);
}
const missing = tools.filter((tool) => tool.path === null);
const pulumi = tools.find((tool) => tool.program === "pulumi")?.path;
const env = {
  ...process.env,
  // Tools that can't be had are named to the suites, so that they skip and nothing else does.
  FLEET_MISSING_TOOLS: missing.map((tool) => tool.program).join(","),
  ...(pulumi ? { FLEET_PULUMI: dirname(pulumi) } : {}),
};
const given = process.argv.slice(2);
const patterns = given.filter((arg) => !arg.startsWith("-"));
const args = given.filter((arg) => arg.startsWith("-"));
const deadline = started + MINUTES * 60_000;
// The checks use one core each; beside the unit suites no core waits for them.
const counts = await Promise.all([staticChecks(), unitSuites(env, args, patterns)]);
if (!missing.some((tool) => SERVERS_NEED.includes(tool.program)))
  counts.push(await runLanes({ env, patterns, args, deadline, dockerRuns }));
for (const file of counts.flatMap((count) => count.unsteady ?? []))
  console.error(`UNSTEADY  ${file}: failed, and passed when it was run again; what it said stands above`);
const [wall, cpu] = [(Date.now() - started) / 1000, cpuSeconds()];
if (cpu !== null)
  console.error(
    `took ${wall.toFixed(0)} s and ${cpu.toFixed(0)} s of CPU: at least ${(cpu / cpus().length).toFixed(0)} s on ${cpus().length} cores`,
  );
const sum = (key) => counts.reduce((total, count) => total + (count[key] ?? 0), 0);
const strict = process.env.CI === "true" && missing.length > 0;
for (const tool of missing) console.log(`${strict ? "FAIL" : "skipped"}  ${tool.program}: ${tool.reason}`);
const failed = sum("failed") + (strict ? missing.length : 0);
console.log(
  `${sum("passed")} passed, ${failed} failed, ${sum("skipped") + (strict ? 0 : missing.length)} skipped`,
);
process.exitCode = failed === 0 ? 0 : 1;
