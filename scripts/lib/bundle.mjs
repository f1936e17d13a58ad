import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "./project.mjs";

const SOURCES = [
  "agent",
  "cli",
  "fleet",
  "components",
  "policies",
  "stacks",
  "catalog/schemas",
  "index.ts",
  "library.ts",
  "package.json",
  "scripts/lib/bundle.mjs",
  "scripts/lib/launcher.cjs",
];

/** The newest change among the sources, in milliseconds. */
function newestSource(path = null) {
  if (path === null) return Math.max(...SOURCES.map((entry) => newestSource(join(root, entry))));
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((entry) => newestSource(join(path, entry))));
}

/** True when dist was made from the sources as they are. */
function fresh() {
  const stamp = join(root, "dist", ".stamp");
  return existsSync(stamp) && Number(readFileSync(stamp, "utf8")) >= newestSource();
}

/** Parts of Node that take milliseconds to load and that few runs need. */
const LAZY = ["node:child_process", "node:crypto"];

/** Loads them when something of theirs is first used. */
const lazyBuiltins = {
  name: "lazy-builtins",
  setup(build) {
    build.onResolve({ filter: /^node:/ }, ({ path, namespace }) =>
      LAZY.includes(path) && namespace !== "lazy" ? { path, namespace: "lazy" } : { path, external: true },
    );
    build.onLoad({ filter: /.*/, namespace: "lazy" }, ({ path }) => {
      const from = `require(${JSON.stringify(path)})`;
      const names = Object.keys(createRequire(import.meta.url)(path));
      const getters = names.map((name) => `get ${name}() { return ${from}.${name}; }`);
      return { contents: `module.exports = { ${getters.join(", ")} };`, loader: "js" };
    });
  },
};

/** Parts of Docker's client that nothing here uses: sessions of its builder, and SSH. Together they load for 0.2 s. */
const UNUSED = ["@grpc/grpc-js", "@grpc/proto-loader", "protobufjs", "ssh2"];

/** Loads them from where they are installed, when something of theirs is first used. */
const lazyPackages = {
  name: "lazy-packages",
  setup(build) {
    build.onResolve({ filter: /^[@a-z]/ }, ({ path, namespace }) =>
      UNUSED.includes(path) && namespace !== "lazy-package" ? { path, namespace: "lazy-package" } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "lazy-package" }, ({ path }) => {
      // Not named to the bundler, so that it stays outside.
      const name = JSON.stringify(path);
      const contents = `const name = ${name}; module.exports = new Proxy({}, { get: (_, key) => require(name)[key] });`;
      return { contents, loader: "js" };
    });
  },
};

/** Lets functions run eight times longer before V8 optimises them (docs/performance.md has what that gives). */
const OPTIMISE_LATER = "--interrupt-budget=1000000";

/** The flag where this Node knows it, else nothing. */
function knownFlag() {
  const run = spawnSync(process.execPath, [OPTIMISE_LATER, "-e", "0"], { stdio: "ignore" });
  return run.status === 0 ? OPTIMISE_LATER : "";
}

/**
 * Writes the command line under a name that says its content, its launcher, and the bytecode of a run of `check`.
 * Without the bytecode everything works, only slower.
 */
function writeCommandLine(code) {
  const dist = join(root, "dist");
  const name = `fleet-${createHash("sha256").update(code).digest("hex").slice(0, 16)}`;
  const launcher = readFileSync(join(root, "scripts", "lib", "launcher.cjs"), "utf8");
  writeFileSync(join(dist, `${name}.cjs`), code);
  writeFileSync(
    join(dist, "fleet.cjs"),
    launcher
      .replace("__MAIN__", name)
      .replace("__V8_FLAG__", knownFlag())
      .replace("__NODE__", process.version),
  );
  const run = spawnSync(
    process.execPath,
    [join(dist, "fleet.cjs"), "check", "--stack", "dev", "--dir", root],
    { env: { ...process.env, FLEET_WRITE_BYTECODE: name }, stdio: "ignore" },
  );
  if (run.error) console.error(`no bytecode, so starts are slower: ${run.error.message}`);
  // Last, so that a run beside this build finds all of its own.
  for (const file of readdirSync(dist)) {
    if (/^fleet-/.test(file) && !file.startsWith(name)) rmSync(join(dist, file));
  }
}

/** How every bundle is made. */
const COMMON = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  logLevel: "error",
  absWorkingDir: root,
  jsx: "automatic",
  jsxImportSource: "preact",
};

/** Bundles the reference agent, with everything in one file: its image holds Node and this. */
export async function bundleAgent(outfile = "dist/agent.cjs") {
  const { build } = await import("esbuild");
  await build({ ...COMMON, entryPoints: ["agent/main.ts"], outfile, minifySyntax: true });
}

/** Bundles the command line into one file, so that it starts at once. Answers whether it had to. */
export async function bundle({ force = false } = {}) {
  if (!force && fresh()) return false;
  const stampTime = newestSource();
  const { build } = await import("esbuild");
  mkdirSync(join(root, "dist"), { recursive: true });
  const {
    outputFiles: [commandLine],
  } = await build({
    ...COMMON,
    entryPoints: ["cli/main.ts"],
    write: false,
    minifySyntax: true,
    minifyWhitespace: true,
    // The launcher reads it as one byte a letter.
    charset: "ascii",
    plugins: [lazyBuiltins],
  });
  writeCommandLine(commandLine.text);
  // What the scripts need to get the programs they run.
  await build({ ...COMMON, entryPoints: ["cli/engine/tools/index.ts"], outfile: "dist/tools.cjs" });
  await build({ ...COMMON, entryPoints: ["index.ts"], outfile: "dist/program.cjs", packages: "external" });
  // Loaded by the commands that run the engine, and by nothing else: loading @pulumi costs most of a second.
  await build({
    ...COMMON,
    entryPoints: ["cli/engine/main.ts"],
    outfile: "dist/engine.cjs",
    packages: "external",
  });
  // Loaded where stderr is a terminal that is drawn on, and by nothing else.
  await build({
    ...COMMON,
    entryPoints: ["cli/engine/progress/live.ts"],
    outfile: "dist/live.cjs",
    minifySyntax: true,
    minifyWhitespace: true,
  });
  // Loaded by `fleet drift` alone.
  await build({
    ...COMMON,
    entryPoints: ["cli/drift/main.ts"],
    outfile: "dist/drift.cjs",
    minifySyntax: true,
    minifyWhitespace: true,
    plugins: [lazyPackages],
  });
  // Loaded by `fleet doctor` alone.
  await build({
    ...COMMON,
    entryPoints: ["cli/engine/doctor/main.ts"],
    outfile: "dist/doctor.cjs",
    packages: "external",
  });
  await build({
    ...COMMON,
    entryPoints: ["policies/index.ts"],
    outfile: "dist/policies.cjs",
    packages: "external",
  });
  await build({ ...COMMON, entryPoints: ["cli/commands/import.ts"], outfile: "dist/import.cjs" });
  await build({
    ...COMMON,
    entryPoints: ["library.ts"],
    outfile: "dist/library.cjs",
    packages: "external",
  });
  await bundleAgent();
  writeFileSync(join(root, "dist", ".stamp"), String(stampTime));
  return true;
}
