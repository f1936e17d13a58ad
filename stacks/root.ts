import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** The folder of the fleet: the nearest one upwards that has a `catalog` folder; else where we are. */
export function findRoot(start: string): string {
  let folder = resolve(start);
  for (;;) {
    if (existsSync(join(folder, "catalog"))) return folder;
    const parent = dirname(folder);
    if (parent === folder) return resolve(start);
    folder = parent;
  }
}
