import { closeSync, constants, fstatSync, openSync, readFileSync, readdirSync, realpathSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Problem } from "../problem";
import { decode } from "./decode";
import type { CheckedTexts } from "./checked-texts";
import type { SourceText } from "./source-text";

export type { SourceText };

/** A fleet of 69,000 agents takes 9 MB; what is larger than this is a mistake. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;

/** Where the files of a project come from: the disk, or anything else that can name and read them. */
export interface Sources {
  /** @returns the text, or the one reason why there is none */
  read(file: string): SourceText | Problem;
  /** The names of the files in a folder; none when there is no such folder. */
  list(folder: string): readonly string[];
  /** What is known of texts, and is told of those that are found right. @default nothing is remembered */
  readonly checked?: CheckedTexts;
}

/** The files below a folder of the disk. */
export function sourcesIn(root: string): Sources {
  return {
    read: (file) => readSource(root, file),
    list: (folder) => {
      try {
        return readdirSync(join(root, folder)).sort();
      } catch {
        return [];
      }
    },
  };
}

/**
 * Reads one input file of the project.
 *
 * @param root folder of the project
 * @param file path relative to it, with forward slashes
 * @returns the text, or the one reason why there is none
 */
export function readSource(root: string, file: string): SourceText | Problem {
  const bytes = readBytes(root, file);
  return "code" in bytes ? bytes : decode(file, bytes);
}

/** The same before it is decoded. Never waits: a pipe in the place of a file is refused, not read. */
export function readBytes(root: string, file: string): Uint8Array | Problem {
  try {
    const outside = linkOutside(root, file);
    if (outside !== null) return outside;
    // Without O_NONBLOCK, opening a pipe waits for somebody who writes into it.
    const handle = openSync(join(root, file), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      return refusedKind(file, fstatSync(handle)) ?? readFileSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    return readFailure(root, file, error);
  }
}

/** A link that leads out of the project would make a plan from files that no review of it has seen. */
function linkOutside(root: string, file: string): Problem | null {
  const target = relative(realpathSync(root), realpathSync(join(root, file)));
  if (target !== ".." && !target.startsWith(`..${sep}`)) return null;
  return {
    code: "file-outside",
    message: `${file} is a link that leaves the project`,
    place: { file, line: 1, column: 1 },
    found: `a link to ${target}`,
    wanted: "a file inside of the project, so that its history has every change",
    fix: `replace the link by the file itself: cp --remove-destination "$(readlink -f ${file})" ${file}`,
  };
}

function refusedKind(file: string, stat: ReturnType<typeof fstatSync>): Problem | null {
  const place = { file, line: 1, column: 1 };
  if (!stat.isFile()) {
    return {
      code: "file-not-regular",
      message: `${file} is not a file`,
      place,
      found: stat.isDirectory() ? "a directory" : stat.isFIFO() ? "a named pipe" : "a device",
      wanted: "a regular file",
      fix: `move it away and put the file ${file} in its place`,
    };
  }
  if (stat.size <= MAX_FILE_BYTES) return null;
  return {
    code: "file-too-large",
    message: `${file} is too large to be a catalog`,
    place,
    found: `${(Number(stat.size) / 1024 / 1024).toFixed(1)} MiB`,
    wanted: `at most ${MAX_FILE_BYTES / 1024 / 1024} MiB, which is more than 200,000 agents take`,
    fix: "take the file back from version control, or remove what does not belong there",
  };
}

function readFailure(root: string, file: string, error: unknown): Problem {
  const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
  const place = { file, line: 1, column: 1 };
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return {
        code: "file-missing",
        message: `${file} is missing`,
        place,
        found: `no such file in ${root}`,
        wanted: `the file ${file}`,
        fix: `create ${file}, or run the command in the folder of a fleet (or with --dir)`,
      };
    case "ENXIO":
      return {
        code: "file-not-regular",
        message: `${file} is not a file`,
        place,
        found: "a socket or a device",
        wanted: "a regular file",
        fix: `move it away and put the file ${file} in its place`,
      };
    case "EACCES":
    case "EPERM":
      return {
        code: "file-unreadable",
        message: `${file} can't be read: this user may not`,
        place,
        found: code,
        wanted: "a file that this user may read",
        fix: `give the right to read it (chmod u+r ${file}), or run the command as its owner`,
      };
    case "ELOOP":
      return {
        code: "file-unreadable",
        message: `${file} is a link that leads back to itself`,
        place,
        found: code,
        wanted: "a regular file",
        fix: `replace the link by the file itself`,
      };
    default:
      return {
        code: "file-unreadable",
        message: `${file} can't be read`,
        place,
        found: code,
        wanted: "a file that can be read",
        fix: "look at the disk and at the folder: the system's word for it stands under found",
      };
  }
}
