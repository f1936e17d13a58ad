import { mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { InputError } from "../fleet/problem";

/**
 * Writes files into `out/<name>/`, each whole or not at all. Follows no link: a link that somebody put there could
 * make a report overwrite any file of who runs it.
 *
 * @param root folder of the project
 * @param files contents by name
 * @throws InputError `file-outside` when the folder itself leads out of the project
 */
export function writeOut(root: string, name: string, files: Readonly<Record<string, string>>): void {
  const parts = ["out", name];
  let folder = realpathSync(root);
  for (const part of parts) {
    folder = join(folder, part);
    mkdirSync(folder, { recursive: true });
    refuseOutside(root, folder, parts.slice(0, parts.indexOf(part) + 1).join("/"));
  }
  for (const [file, text] of Object.entries(files)) {
    const target = join(folder, file);
    const unfinished = `${target}.${process.pid}.tmp`;
    rmSync(unfinished, { force: true });
    writeFileSync(unfinished, text, { flag: "wx" });
    // Takes the place of a link, and does not write through it.
    renameSync(unfinished, target);
  }
}

function refuseOutside(root: string, folder: string, name: string): void {
  const target = relative(realpathSync(root), realpathSync(folder));
  if (target !== ".." && !target.startsWith(`..${sep}`)) return;
  throw new InputError([
    {
      code: "file-outside",
      message: `${name} is a link that leaves the project`,
      found: `a link to ${target}`,
      wanted: "a folder inside of the project",
      fix: `remove the link and run the command again: rm ${name}`,
    },
  ]);
}
