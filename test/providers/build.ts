import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { ROOT } from "../support/project";

const PROVIDERS = ["docker", "consul"];

/**
 * Bundles the stand-ins to executables named as the engine looks for them, each in a folder of its own, and
 * answers the folder of all. Takes a fraction of a second, so it is done for every suite.
 */
export async function buildStandIns(): Promise<string> {
  const folder = join(ROOT, ".cache", "stand-ins");
  await Promise.all(
    PROVIDERS.map(async (name) => {
      const outfile = join(folder, name, `pulumi-resource-${name}`);
      mkdirSync(join(folder, name), { recursive: true });
      await build({
        entryPoints: [join(ROOT, "test", "providers", name, "main.ts")],
        outfile,
        bundle: true,
        platform: "node",
        target: "node20",
        format: "cjs",
        logLevel: "error",
        banner: { js: "#!/usr/bin/env node" },
        // Docker over SSH is not used here, and is compiled code.
        external: ["ssh2", "cpu-features"],
      });
      chmodSync(outfile, 0o755);
    }),
  );
  return folder;
}
