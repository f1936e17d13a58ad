// Unit suites that are run together: jest loads every module anew for each file, which takes more than the small ones do.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./project.mjs";

/** Where the files stand that jest runs; a folder that nobody commits. */
export const TOGETHER = "test/.together";
/** Suites of real servers have processes of their own. */
const OTHERS = /^(engine|services|\.together)\//;
/**
 * What a suite says in its source when it changes modules, clocks or the environment for itself, keeps snapshots by the
 * name of its file, or works long enough to be worth a process.
 */
const ALONE =
  /\bjest\.|toMatch(Inline)?Snapshot|process\.env(\.|\[)[^)\n]*=[^=]|delete process\.env|process\.chdir|process\.exitCode|globalThis\.|@alone\b/;

/**
 * Writes one file for each folder of `test/` with the suites that can be run together, in the order of their names.
 *
 * @returns {string[]} what jest runs in the place of all unit suites, relative to the project
 */
export function unitSuitesTogether() {
  const folder = join(root, TOGETHER);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = readdirSync(join(root, "test"), { recursive: true })
    .filter((name) => /\.test\.tsx?$/.test(name) && !OTHERS.test(name))
    .sort();
  const groups = new Map();
  const alone = [];
  for (const file of files) {
    const [group] = file.split("/");
    if (ALONE.test(readFileSync(join(root, "test", file), "utf8"))) alone.push(join("test", file));
    else groups.set(group, [...(groups.get(group) ?? []), file]);
  }
  const written = [...groups].map(([group, members]) => {
    if (members.length === 1) return join("test", members[0]);
    const lines = members.map((member) => {
      const path = relative(folder, join(root, "test", member)).replace(/\.tsx?$/, "");
      // What a suite sets up before its tests is for its own alone: hooks count inside of `describe`.
      return `describe(${JSON.stringify(join("test", member))}, () => {\n  require(${JSON.stringify(path)});\n});\n`;
    });
    const file = join(TOGETHER, `${group}.test.ts`);
    writeFileSync(join(root, file), lines.join(""));
    return file;
  });
  return [...written, ...alone];
}
