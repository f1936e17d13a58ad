import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./project.mjs";

const SOURCES = [
  "cli",
  "fleet",
  "components",
  "policies",
  "stacks",
  "catalog/schemas",
  "index.ts",
  "package.json",
  "scripts/lib/bundle.mjs",
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

/** Bundles the command line into one file, so that it starts at once. Answers whether it had to. */
export async function bundle({ force = false } = {}) {
  if (!force && fresh()) return false;
  const stampTime = newestSource();
  const { build } = await import("esbuild");
  const common = {
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    logLevel: "error",
    absWorkingDir: root,
    jsx: "automatic",
    jsxImportSource: "preact",
  };
  mkdirSync(join(root, "dist"), { recursive: true });
  await build({
    ...common,
    entryPoints: ["cli/main.ts"],
    outfile: "dist/fleet.cjs",
    metafile: false,
    minifySyntax: true,
    minifyWhitespace: true,
    banner: { js: "#!/usr/bin/env node" },
  });
  // What the scripts need to get the programs they run.
  await build({ ...common, entryPoints: ["cli/engine/tools/index.ts"], outfile: "dist/tools.cjs" });
  await build({ ...common, entryPoints: ["index.ts"], outfile: "dist/program.cjs", packages: "external" });
  writeFileSync(join(root, "dist", ".stamp"), String(stampTime));
  return true;
}
