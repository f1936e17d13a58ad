import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./project.mjs";

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
