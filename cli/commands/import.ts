import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { loadCatalogFrom } from "../../fleet/catalog/load";
import type { Catalog } from "../../fleet/catalog/types";
import { InputError } from "../../fleet/problem";
import type { Problem } from "../../fleet/problem";
import { sourcesIn } from "../../fleet/source/read";
import { writeWhole } from "../write-whole";
import { EXIT } from "../exit-codes";
import { readBytes } from "../import/amounts";
import { filesOfDisk } from "../import/files";
import { catalogName } from "../import/names";
import { shownLine } from "../import/redact";
import { importJson, importMarkdown, importText } from "../import/report";
import { importCompose } from "../import/run";
import type { Imported } from "../import/run";
import { mergeIntoCatalog } from "../import/write/merge";
import { entriesText } from "../import/write/text";
import { colorsFor, readerOf } from "../output";
import { jsonProblems, textProblems } from "../reporters/problems";
import type { ReadText } from "../reporters/problems";

export interface ImportOptions {
  /** The folder of the fleet that entries are for; it may have no catalog yet. */
  readonly root: string;
  /** Names of files are relative to it. */
  readonly cwd: string;
  readonly files: readonly string[];
  readonly envFiles: readonly string[];
  readonly profiles: readonly string[];
  readonly group: string;
  readonly format: "text" | "json" | "markdown";
  /** A new file for the entries; null for stdout. */
  readonly out: string | null;
  /** Show what would change in the catalog of `root`. */
  readonly merge: boolean;
  /** With `merge`: also write it. */
  readonly yes: boolean;
  readonly hostMemory: string | null;
  readonly hostCpu: string | null;
}

/**
 * `fleet import compose`: catalog entries from Compose files, and why these files don't run. Writes nothing but what
 * `out` or `merge` with `yes` ask for, and nothing over what is there.
 *
 * @throws InputError with every problem
 */
function importCommand(options: ImportOptions): number {
  const { root, cwd } = options;
  const absolute = (path: string): string => resolve(cwd, path);
  const files = options.files.map(absolute);
  const envFiles = options.envFiles.map(absolute);
  const hasCatalog = existsSync(join(root, "catalog", "agents.yaml"));
  const catalog = hasCatalog || options.merge ? loadCatalogFrom(sourcesIn(root)) : null;
  const { hostMemory, hostCpu } = hostOf(options);
  const request = {
    ...{ files, envFiles, catalog, hostMemory, hostCpu },
    ...{ profiles: options.profiles, group: catalogName(options.group), environment: process.env },
  };
  const result = importCompose(request, filesOfDisk(cwd, [...files, ...envFiles]));
  const written: string[] = [];
  const diff =
    catalog === null || !options.merge ? null : mergeEntries(root, catalog, result, options.yes, written);
  if (options.out !== null)
    writeNew(absolute(options.out), options.out, entriesText(result.entries), written);
  print(options, result, diff, written);
  return EXIT.fine;
}

/** @returns the difference, for people */
function mergeEntries(
  root: string,
  catalog: Catalog,
  result: Imported,
  yes: boolean,
  written: string[],
): string {
  const merged = mergeIntoCatalog(sourcesIn(root), catalog, result.entries);
  if (yes) {
    for (const { file, text } of merged) {
      writeWhole(join(root, file), text);
      written.push(file);
    }
  }
  return merged.map(({ diff }) => diff).join("");
}

function print(
  options: ImportOptions,
  result: Imported,
  diff: string | null,
  written: readonly string[],
): void {
  if (options.format === "json") process.stdout.write(importJson(result, written));
  else if (options.format === "markdown") process.stdout.write(importMarkdown(result));
  else {
    process.stdout.write(importText(result, colorsFor(process.stdout)));
    if (diff !== null) process.stdout.write(diff === "" ? "the catalog has all of it already\n" : diff);
    else if (options.out === null) process.stdout.write(entriesText(result.entries));
  }
  for (const file of written) process.stderr.write(`wrote ${file}\n`);
  if (diff !== null && diff !== "" && !options.yes)
    process.stderr.write("nothing was written: --merge --yes writes it\n");
}

function writeNew(path: string, shown: string, text: string, written: string[]): void {
  try {
    // wx: neither a file nor a link that is there is written through.
    writeFileSync(path, text, { flag: "wx" });
    written.push(shown);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
    throw new InputError([
      {
        code: "target-exists",
        message: `${shown} can't be written`,
        found: code === "EEXIST" ? "something is there already" : code,
        wanted: "a new file in a folder that is there",
        fix: "name another file with --out",
      },
    ]);
  }
}

function hostOf({ hostMemory, hostCpu }: ImportOptions) {
  const problems: Problem[] = [];
  const memory = hostMemory === null ? null : readBytes(hostMemory);
  if (hostMemory !== null && memory === null)
    problems.push(wrong("--host-memory", hostMemory, "an amount of memory, such as 29GB or 27GiB"));
  const cpu = hostCpu === null ? null : Number(hostCpu);
  if (cpu !== null && !(cpu > 0 && Number.isFinite(cpu)))
    problems.push(wrong("--host-cpu", hostCpu ?? "", "a number of cores, such as 32"));
  if (problems.length > 0) throw new InputError(problems);
  return { hostMemory: memory, hostCpu: cpu };
}

function wrong(option: string, found: string, wanted: string): Problem {
  return {
    code: "wrong-value",
    message: `${option} can't be read`,
    found,
    wanted,
    fix: `write ${option} ${wanted.split("such as ")[1] ?? ""}`,
  };
}

/**
 * The same, with problems printed. Here and not where other commands have it: the importer is a bundle of its own, and
 * an error of one bundle is not known to another.
 *
 * @returns the exit code
 */
export function runImport(options: ImportOptions): number {
  try {
    return importCommand(options);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { problems, omitted } = error;
    const reader = redactedReader(options.cwd);
    if (options.format === "json") process.stdout.write(jsonProblems(problems, omitted, reader));
    else {
      process.stderr.write(textProblems(problems, reader, colorsFor(process.stderr), omitted));
    }
    return EXIT.input;
  }
}

/** Reads files for code frames without showing what is secret in them. */
function redactedReader(cwd: string): ReadText {
  const read = readerOf(cwd);
  return (file) => read(file)?.split("\n").map(shownLine).join("\n") ?? null;
}
