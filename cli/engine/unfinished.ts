import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { WORK_FOLDER } from "./workspace";

/** What a run notes before it changes anything, and takes back when it came to its end. */
export interface Unfinished {
  /** When the first run began that came to no end, ISO 8601. Nothing that is older was made by it. */
  readonly since: string;
  /** The Docker Engine that it worked on, as in DOCKER_HOST. */
  readonly docker: string;
  /** Work folders that nobody removed. */
  readonly folders: readonly string[];
}

function fileOf(folder: string, stack: string): string {
  return join(folder, "unfinished", `${stack}.json`);
}

/** What an earlier run of the stack left unfinished; null when every run came to its end. */
export function readUnfinished(folder: string, stack: string): Unfinished | null {
  const file = fileOf(folder, stack);
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Unfinished;
  } catch {
    // Killed while it wrote this: nothing had been begun.
    return null;
  }
}

/** Notes that a run begins to change things; what an earlier one left stays noted with it. */
export function noteUnfinished(
  folder: string,
  stack: string,
  run: { readonly docker: string; readonly folder: string },
): void {
  const before = readUnfinished(folder, stack);
  // Another Docker Engine than before: what was left there can't be cleared from here, so it is told by its name.
  const since = before?.docker === run.docker ? before.since : new Date().toISOString();
  const note: Unfinished = { since, docker: run.docker, folders: [...(before?.folders ?? []), run.folder] };
  mkdirSync(join(folder, "unfinished"), { recursive: true });
  writeFileSync(fileOf(folder, stack), JSON.stringify(note));
}

export function noteFinished(folder: string, stack: string): void {
  rmSync(fileOf(folder, stack), { force: true });
}

/** Removes the work folders of runs that were killed, and nothing that only looks like one. */
export function removeWorkFolders({ folders }: Unfinished): void {
  for (const path of folders) {
    if (dirname(path) === tmpdir() && basename(path).startsWith(WORK_FOLDER))
      rmSync(path, { recursive: true, force: true });
  }
}
