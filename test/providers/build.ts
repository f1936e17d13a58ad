import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { ROOT } from "../support/project";

const PROVIDERS = ["docker", "consul"];

/**
 * Bundles the stand-ins to executables named as the engine looks for them, each in a folder of its own, and
 * answers the folder of all. Takes a fraction of a second, so it is done for every suite. Suites run beside each other,
 * and an engine of one must never start what another has half written: only what changed is put there, as a whole.
 */
export async function buildStandIns(): Promise<string> {
  const folder = join(ROOT, ".cache", "stand-ins");
  await Promise.all(
    PROVIDERS.map(async (name) => {
      const outfile = join(folder, name, `pulumi-resource-${name}`);
      mkdirSync(join(folder, name), { recursive: true });
      const { outputFiles } = await build({
        entryPoints: [join(ROOT, "test", "providers", name, "main.ts")],
        outfile,
        write: false,
        bundle: true,
        platform: "node",
        target: "node20",
        format: "cjs",
        logLevel: "error",
        banner: { js: "#!/usr/bin/env node" },
        // Docker over SSH is not used here, and is compiled code.
        external: ["ssh2", "cpu-features"],
      });
      const [bundle] = outputFiles;
      if (bundle === undefined) throw new Error(`no bundle of ${name}`);
      if (!existsSync(outfile) || readFileSync(outfile, "utf8") !== bundle.text) {
        // Not named by the process: suites have process ids of their own, which may be the same.
        const unfinished = `${outfile}.${randomUUID()}`;
        writeFileSync(unfinished, bundle.text, { mode: 0o755 });
        renameSync(unfinished, outfile);
      }
    }),
  );
  return folder;
}
