import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Place } from "../../fleet/place";
import type { Problem } from "../../fleet/problem";
import { readSource } from "../../fleet/source/read";
import type { SourceText } from "../../fleet/source/source-text";

/** A hundred services take 100 kB. */
const MOST_BYTES = 2_000_000;

/** Reads what Compose files name. What nobody named on the command line has to be inside of the repository. */
export interface ComposeSources {
  /** @param from the place that names the file, for the problem; null for the command line */
  read(path: string, from: Place | null): SourceText | Problem;
  exists(path: string): boolean;
  /** One name for one file, whatever links lead to it. */
  identity(path: string): string;
}

/**
 * The files of the disk.
 *
 * @param cwd file names in problems are relative to it
 * @param named absolute paths that stand on the command line: these may be anywhere
 */
export function filesOfDisk(cwd: string, named: readonly string[]): ComposeSources {
  const allowed = new Set(named.map(realpath));
  const root = repositoryOf(named[0] ?? cwd);
  return {
    read(path, from) {
      const file = display(cwd, path);
      const real = realpath(path);
      const inside = relative(root, real);
      const outside = inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside);
      if (outside && !allowed.has(real)) return leaves(file, root, from);
      const source = readSource(dirname(real), basename(real));
      if ("code" in source) return { ...source, ...rename(source, file, from) };
      if (source.text.length > MOST_BYTES) return tooLarge(file, source.text.length);
      return { file, text: source.text };
    },
    exists: (path) => existsSync(path),
    identity: realpath,
  };
}

/** The real path, also of what does not exist: then the links on the way to it count. */
function realpath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realpath(parent), basename(path));
  }
}

/** The nearest folder upwards with a .git, else the folder of the first file. */
function repositoryOf(first: string): string {
  const start = dirname(realpath(first));
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (dirname(folder) === folder) return start;
  }
}

function display(cwd: string, path: string): string {
  const short = relative(cwd, resolve(path));
  return short === "" || short.startsWith("..") || isAbsolute(short)
    ? resolve(path)
    : short.split(sep).join("/");
}

/** The reader knows the file by its last name only. */
function rename(problem: Problem, file: string, from: Place | null): Partial<Problem> {
  if (problem.code === "file-missing")
    return {
      message: `${file} is missing`,
      ...(from === null ? {} : { place: from }),
      found: `no file ${file}`,
      wanted: "the file that is named here",
      fix: "correct the name, or create the file",
    };
  const place = problem.place === undefined ? {} : { place: { ...problem.place, file } };
  return { message: problem.message.replace(problem.place?.file ?? file, file), ...place };
}

function leaves(file: string, root: string, from: Place | null): Problem {
  return {
    code: "file-outside",
    message: `${file} lies outside of the repository`,
    ...(from === null ? {} : { place: from }),
    found: file,
    wanted: `a file inside of ${root}, links included`,
    fix: "copy it into the repository, or name it on the command line too",
  };
}

function tooLarge(file: string, found: number): Problem {
  return {
    code: "file-too-large",
    message: `${file} is too large to be a Compose file`,
    place: { file, line: 1, column: 1 },
    found: `${(found / 1e6).toFixed(1)} MB`,
    wanted: `at most ${MOST_BYTES / 1e6} MB`,
    fix: "name the Compose file",
  };
}
