import { lstatSync, mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { InputError } from "../../fleet/problem";
import type { Problem } from "../../fleet/problem";
import type { Template } from "./templates";

/** What became of each file. */
export interface Written {
  readonly created: readonly string[];
  /** Was there before, and is as it was. */
  readonly kept: readonly string[];
}

/** A fleet is already here when one of these is: files of two fleets do not go together. */
const OF_A_FLEET = ["catalog", "stacks", "Pulumi.yaml"];

/**
 * Writes the files of a new fleet. What a project may have for other reasons (package.json, .gitignore) is kept.
 *
 * @throws InputError `target-exists` before anything is written
 */
export function writeNew(folder: string, files: readonly Template[]): Written {
  const taken = OF_A_FLEET.filter((name) => present(join(folder, name)));
  if (taken.length > 0) throw new InputError(taken.map((name) => exists(folder, name)));
  const outside = files.flatMap(({ path }) => leadsOut(folder, path));
  if (outside.length > 0) throw new InputError(outside);
  const created: string[] = [];
  const kept: string[] = [];
  for (const { path, text } of files) {
    if (present(join(folder, path))) {
      kept.push(path);
      continue;
    }
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    // wx: fails on anything that has come between, and follows no link.
    writeFileSync(join(folder, path), text, { flag: "wx" });
    created.push(path);
  }
  return { created, kept };
}

/** True for anything at all: also for a link that leads nowhere. */
function present(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function exists(folder: string, name: string): Problem {
  return {
    code: "target-exists",
    message: `${folder} already has ${name}, so a fleet may be here already`,
    found: join(folder, name),
    wanted: "a folder without catalog, stacks and Pulumi.yaml",
    fix: "name another folder: fleet init FOLDER",
  };
}

/** A folder on the way that is a link to somewhere else would have us write there. */
function leadsOut(folder: string, path: string): Problem[] {
  if (!present(folder)) return [];
  const root = realpathSync(folder);
  for (let parent = dirname(path); parent !== "."; parent = dirname(parent)) {
    if (!present(join(folder, parent))) continue;
    const inside = relative(root, realpathSync(join(folder, parent)));
    if (inside !== ".." && !inside.startsWith(`..${sep}`)) return [];
    return [
      {
        code: "target-exists",
        message: `${parent} is a link that leaves ${folder}`,
        found: `a link to ${inside}`,
        wanted: "a folder, or nothing",
        fix: `move ${parent} away`,
      },
    ];
  }
  return [];
}
