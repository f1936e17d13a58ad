// Bundles the stand-ins of the provider plugins, where they are not there yet, and prints the folder of all.
import { createHash, randomUUID } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/lib/project.mjs";

const PROVIDERS = ["docker", "consul"];
const folder = join(root, ".cache", "stand-ins");
/** Which build is of the sources as they are: its folder, and what of each source it was made from. */
const stamp = join(folder, "stamp.json");
/** A build that is older than this is in nobody's way. */
const OLD_MILLISECONDS = 24 * 60 * 60 * 1000;
/** What makes the bundles, beside their sources. */
const MAKERS = [
  "test/providers/bundle.mjs",
  "package-lock.json",
  ...["bundle.mjs", "launched.mjs", "launcher.cjs", "lazy-ssh.mjs", "pulumi-in-bundle.mjs"].map(
    (file) => `scripts/lib/${file}`,
  ),
];

/** The folder of a build of the sources as they are; null when there is none. */
function freshBuild() {
  try {
    const { made, node, sources } = JSON.parse(readFileSync(stamp, "utf8"));
    const same = Object.entries(sources).every(([file, version]) => versionOf(file) === version);
    return same && node === process.version && existsSync(made) ? made : null;
  } catch {
    return null;
  }
}

function versionOf(file) {
  const { mtimeMs, size } = statSync(join(root, file));
  return `${mtimeMs} ${size}`;
}

/**
 * Suites run beside each other, and an engine of one must never start what another has half written: every build is
 * made aside, and put in a place of its own as a whole.
 */
async function build() {
  const { textOf } = await import("../../scripts/lib/bundle.mjs");
  const { writeLaunched } = await import("../../scripts/lib/launched.mjs");
  const { pulumiInBundle } = await import("../../scripts/lib/pulumi-in-bundle.mjs");
  const aside = join(folder, `unfinished-${randomUUID()}`);
  const sources = new Set(MAKERS);
  const hash = createHash("sha256").update(process.version);
  for (const name of PROVIDERS) {
    const program = `pulumi-resource-${name}`;
    const at = join(aside, name);
    mkdirSync(at, { recursive: true });
    const entry = join("test", "providers", name, "main.ts");
    const code = await textOf(entry, pulumiInBundle(root), noting(sources));
    writeLaunched(program, code, { warmUp: { args: [], cwd: root }, short: true, folder: at });
    chmodSync(join(at, `${program}.cjs`), 0o755);
    symlinkSync(`${program}.cjs`, join(at, program));
    hash.update(code).update(readFileSync(join(at, `${program}.cjs`)));
  }
  const made = join(folder, hash.digest("hex").slice(0, 16));
  try {
    renameSync(aside, made);
  } catch (error) {
    // Another suite was first, with the same.
    if (!existsSync(made)) throw error;
    rmSync(aside, { recursive: true });
  }
  const versions = Object.fromEntries([...sources].map((file) => [file, versionOf(file)]));
  const unfinished = `${stamp}.${randomUUID()}`;
  writeFileSync(unfinished, JSON.stringify({ made, node: process.version, sources: versions }));
  renameSync(unfinished, stamp);
  return made;
}

/** Notes every file that a bundle is made of, relative to the project. */
function noting(sources) {
  return {
    name: "noting-sources",
    setup(build) {
      build.initialOptions.metafile = true;
      build.onEnd(({ metafile }) => {
        for (const file of Object.keys(metafile.inputs)) if (existsSync(join(root, file))) sources.add(file);
      });
    },
  };
}

function sweep(made) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    try {
      if (path === made || path === stamp || Date.now() - statSync(path).mtimeMs < OLD_MILLISECONDS) continue;
      rmSync(path, { recursive: true, force: true });
    } catch {
      // Another suite was first.
    }
  }
}

let made = freshBuild();
if (made === null) {
  made = await build();
  sweep(made);
}
console.log(made);
