// What benches on real servers take from the project and its suites, bundled once. Needs root where no Docker Engine runs.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { textOf } from "../../scripts/lib/bundle.mjs";
import { writeLaunched } from "../../scripts/lib/launched.mjs";
import { root } from "../../scripts/lib/project.mjs";
import { pulumiInBundle } from "../../scripts/lib/pulumi-in-bundle.mjs";
import { requireText } from "../../scripts/lib/typescript.mjs";

/** Two folders below the root, as the suites' own files are: they find the project from where they stand. */
export const SUPPORT = join(root, ".cache", "bench", "support.cjs");

/** The fleet's own program without the policy pack, which the command line never leaves out; made as that is made. */
export async function bundleOurs() {
  const contents = [
    `import { checkStack } from "./cli/pipeline";`,
    `import { Fleet } from "./components/fleet";`,
    `import { preview } from "./bench/engine/preview.cjs";`,
    `if (process.env.FLEET_WRITE_BYTECODE === undefined) {`,
    `  Error.stackTraceLimit = 0;`,
    `  const { plan } = checkStack(process.env.BENCH_PROJECT, "local");`,
    `  const program = () => { new Fleet(plan.fleet, { plan, dockerApi: process.env.BENCH_DOCKER_API }); return Promise.resolve(); };`,
    `  preview(program, { parallel: 64 });`,
    `}`,
  ].join("\n");
  const folder = join(root, ".cache", "bench");
  mkdirSync(folder, { recursive: true });
  const code = await textOf({ contents, resolveDir: root }, pulumiInBundle(root));
  writeLaunched("ours", code, { warmUp: { args: [], cwd: root }, folder });
  return join(folder, "ours.cjs");
}

export async function loadSupport() {
  mkdirSync(join(root, ".cache", "bench"), { recursive: true });
  const contents = [
    `export { checkStack } from "./cli/pipeline";`,
    `import { knownTo } from "./components/docker-api";`,
    `export const asSent = (resource, api) =>`,
    `  resource.properties.healthcheck ? { ...resource, properties: knownTo(api, resource.properties) } : resource;`,
    `export { ensureStubImage } from "./cli/engine/stub-image";`,
    `export { analyzerFolder } from "./cli/engine/surroundings";`,
    `export { PULUMI } from "./cli/engine/tools/known";`,
    `export { obtainTool } from "./cli/engine/tools/obtain";`,
    `export { startDockerEngine } from "./test/support/docker-engine";`,
    `export { startConsul } from "./test/support/consul-server";`,
    `export { choosePlugins } from "./test/providers/choose";`,
  ].join("\n");
  return requireText(contents, SUPPORT, { packages: "external" });
}
