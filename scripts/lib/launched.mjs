// Bundles that start from bytecode: <name>.cjs is what is run or required, <name>-<hash of the content>.cjs the program.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./project.mjs";

/** Lets functions run eight times longer before V8 optimises them (docs/performance.md has what that gives). */
const OPTIMISE_LATER = "--interrupt-budget=1000000";

/** The flag where this Node knows it, else nothing. */
function knownFlag() {
  const run = spawnSync(process.execPath, [OPTIMISE_LATER, "-e", "0"], { stdio: "ignore" });
  return run.status === 0 ? OPTIMISE_LATER : "";
}

/**
 * Writes a program under a name that says its content, its launcher, and the bytecode of a run of it. Without the
 * bytecode everything works, only slower.
 *
 * @param name of the launcher, such as `fleet`
 * @param code the program, in ASCII: the launcher reads it as one byte a letter
 * @param warmUp.args what the program is run with, once, to be compiled
 * @param warmUp.cwd where
 * @param folder where to
 * @param short true for a program whose runs are over before optimised code is used again
 */
export function writeLaunched(
  name,
  code,
  { warmUp: { args, cwd }, short = false, folder = join(root, "dist") },
) {
  const hash = createHash("sha256").update(code).digest("hex").slice(0, 16);
  const main = `${name}-${hash}`;
  const launcher = readFileSync(join(root, "scripts", "lib", "launcher.cjs"), "utf8");
  writeFileSync(join(folder, `${main}.cjs`), code);
  writeFileSync(
    join(folder, `${name}.cjs`),
    launcher
      .replace("__MAIN__", main)
      .replace("__V8_FLAG__", short ? knownFlag() : "")
      .replace("__NODE__", process.version),
  );
  const run = spawnSync(process.execPath, [join(folder, `${name}.cjs`), ...args], {
    cwd,
    env: { ...process.env, FLEET_WRITE_BYTECODE: main },
    stdio: "ignore",
  });
  if (run.error) console.error(`no bytecode, so starts are slower: ${run.error.message}`);
  // Last, so that a run beside this build finds all of its own.
  const others = new RegExp(`^${name}-[0-9a-f]{16}\\.`);
  for (const file of readdirSync(folder)) {
    if (others.test(file) && !file.startsWith(main)) rmSync(join(folder, file));
  }
}
