import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./project.mjs";

/**
 * Bundles a module that is given as text, as if it stood in the project's folder, and loads it.
 *
 * @param {string} contents TypeScript
 * @param {string} outfile where the bundle is written, and stays
 * @param {object} [options] of esbuild, beside the common ones
 */
export async function requireText(contents, outfile, options = {}) {
  const { build } = await import("esbuild");
  await build({
    stdin: { contents, resolveDir: root, loader: "ts" },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    logLevel: "error",
    jsx: "automatic",
    jsxImportSource: "preact",
    outfile,
    ...options,
  });
  return createRequire(outfile)(outfile);
}

/** Imports a module of the project that is written in TypeScript. */
export async function importTypeScript(path) {
  const { build } = await import("esbuild");
  const folder = mkdtempSync(join(tmpdir(), "fleet-module-"));
  try {
    const outfile = join(folder, "module.mjs");
    await build({
      entryPoints: [path],
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      logLevel: "error",
      absWorkingDir: root,
      jsx: "automatic",
      jsxImportSource: "preact",
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
