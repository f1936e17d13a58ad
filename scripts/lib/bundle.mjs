import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { writeLaunched } from "./launched.mjs";
import { lazySsh } from "./lazy-ssh.mjs";
import { root } from "./project.mjs";
import { pulumiInBundle } from "./pulumi-in-bundle.mjs";

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
  "scripts/lib/launched.mjs",
  "scripts/lib/launcher.cjs",
  "scripts/lib/lazy-ssh.mjs",
  "scripts/lib/pulumi-in-bundle.mjs",
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
    lazySsh(build);
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

/**
 * A program as one text in ASCII, with every package in it.
 *
 * @param entry a file, or its `contents` and where it would stand
 */
export async function textOf(entry, ...plugins) {
  const { build } = await import("esbuild");
  const from = typeof entry === "string" ? { entryPoints: [entry] } : { stdin: { ...entry, loader: "ts" } };
  const options = { ...COMMON, write: false, minifySyntax: true, minifyWhitespace: true, charset: "ascii" };
  const { outputFiles } = await build({ ...options, ...from, plugins });
  return outputFiles[0].text;
}

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
  writeLaunched("fleet", await textOf("cli/main.ts", lazyBuiltins), {
    warmUp: { args: ["check", "--stack", "dev", "--dir", root], cwd: root },
    short: true,
  });
  // What the scripts need to get the programs they run.
  await build({ ...COMMON, entryPoints: ["cli/engine/tools/index.ts"], outfile: "dist/tools.cjs" });
  await build({ ...COMMON, entryPoints: ["index.ts"], outfile: "dist/program.cjs", packages: "external" });
  // Loaded by the commands that run the engine, and by nothing else: even so, @pulumi costs tenths of a second.
  writeLaunched("engine", await textOf("cli/engine/main.ts", pulumiInBundle(root)), {
    warmUp: { args: [], cwd: root },
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
  // Loaded by `fleet port-forward`, and by `fleet queue` where it finds the broker itself.
  await build({
    ...COMMON,
    entryPoints: ["cli/engine/forward/main.ts"],
    outfile: "dist/forward.cjs",
    plugins: [lazyPackages],
  });
  await build({
    ...COMMON,
    entryPoints: ["policies/index.ts"],
    outfile: "dist/policies.cjs",
    packages: "external",
  });
  // The same pack for the engine that the command line runs: no installation of Pulumi starts it, so it starts at once.
  writeLaunched("pack", await textOf("policies/index.ts", pulumiInBundle(root, { policies: true })), {
    warmUp: { args: [], cwd: join(root, "policies") },
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
