import { resolve } from "node:path";
import type { Problem } from "../../fleet/problem";
import { decode } from "../../fleet/source/decode";
import type { ComposeSources } from "../../cli/import/files";
import { importCompose } from "../../cli/import/run";
import type { ImportRequest, Imported } from "../../cli/import/run";
import type { NoteGroup } from "../../cli/import/notes";

/** Files of no disk, below `/repo`. */
export function filesOf(texts: Readonly<Record<string, string>>): ComposeSources {
  const known = new Map(Object.entries(texts).map(([name, text]) => [resolve("/repo", name), text]));
  return {
    read(path, from) {
      const file = path.startsWith("/repo/") ? path.slice("/repo/".length) : path;
      const text = known.get(path);
      if (text !== undefined) return decode(file, new TextEncoder().encode(text));
      const place = from === null ? {} : { place: from };
      return {
        code: "file-missing",
        message: `${file} is missing`,
        ...place,
        found: file,
        wanted: "a file",
        fix: "make it",
      };
    },
    exists: (path) => known.has(path),
    identity: (path) => path,
  };
}

const NOTHING: ImportRequest = {
  files: [],
  envFiles: [],
  environment: {},
  profiles: [],
  group: "imported",
  catalog: null,
  hostMemory: null,
  hostCpu: null,
};

/** Imports files of no disk: all that begin with `compose`, in their order, where none are named. */
export function importTexts(
  texts: Readonly<Record<string, string>>,
  more: Partial<ImportRequest> = {},
): Imported {
  const files = more.files ?? Object.keys(texts).filter((name) => /^compose[^/]*$/.test(name));
  const absolute = files.map((name) => resolve("/repo", name));
  return importCompose({ ...NOTHING, ...more, files: absolute }, filesOf(texts));
}

/** The notes with a code; `codes` lists all there are when one is missing. */
export function notesOf(imported: Imported, code: string): readonly NoteGroup[] {
  return imported.notes.filter((note) => note.code === code);
}

/** `file:line` of a problem. */
export function lineOf({ place }: Problem): string {
  return place === undefined ? "nowhere" : `${place.file}:${place.line}`;
}
