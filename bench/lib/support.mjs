// What benches on real servers take from the project and its suites, bundled once. Needs root where no Docker Engine runs.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/lib/project.mjs";
import { requireText } from "../../scripts/lib/typescript.mjs";

/** Two folders below the root, as the suites' own files are: they find the project from where they stand. */
export const SUPPORT = join(root, ".cache", "bench", "support.cjs");

export async function loadSupport() {
  mkdirSync(join(root, ".cache", "bench"), { recursive: true });
  const contents = [
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
  ].join("\n");
  return requireText(contents, SUPPORT, { packages: "external" });
}
