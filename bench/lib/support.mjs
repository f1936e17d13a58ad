// What benches on real servers take from the project and its suites, bundled once. Needs root where no Docker Engine runs.
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../../scripts/lib/project.mjs";

/** Two folders below the root, as the suites' own files are: they find the project from where they stand. */
export const SUPPORT = join(root, ".cache", "bench", "support.cjs");

export async function loadSupport() {
  mkdirSync(join(root, ".cache", "bench"), { recursive: true });
  await build({
    stdin: {
      contents: [
        `import { Fleet } from "./components/fleet";`,
        `export const declareFleet = (plan) => { new Fleet(plan.fleet, { plan }); };`,
        `export { checkStack } from "./cli/pipeline";`,
        `export { ensureStubImage } from "./cli/engine/stub-image";`,
        `export { analyzerFolder } from "./cli/engine/surroundings";`,
        `export { PULUMI } from "./cli/engine/tools/known";`,
        `export { obtainTool } from "./cli/engine/tools/obtain";`,
        `export { startDockerEngine } from "./test/support/docker-engine";`,
        `export { startConsul } from "./test/support/consul-server";`,
        `export { choosePlugins } from "./test/providers/choose";`,
      ].join("\n"),
      resolveDir: root,
      loader: "ts",
    },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    packages: "external",
    logLevel: "error",
    jsx: "automatic",
    jsxImportSource: "preact",
    outfile: SUPPORT,
  });
  return createRequire(import.meta.url)(SUPPORT);
}
