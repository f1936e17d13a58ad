// What the steps of a workflow left in a folder, as the sections of a comment.
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fenced, folded } from "./markdown.mjs";

/** What can't be used shows its first lines: the rest is more of the same. */
const MAX_PROBLEM = 6_000;

/**
 * The sections of the folders, the most important first: `{ title, markdown, detail }`.
 * Known files: drift.md, diff.md, check.md, each with .err, and preview.json. Missing ones are left out. What a
 * later stack would only repeat is said in one line.
 */
export function sectionsOf(...folders) {
  const said = new Map();
  return folders.flatMap((folder) => {
    const name = basename(folder).replace(/^fleet-/, "");
    return sectionsIn(folder, name).flatMap((section) => {
      const key = `${section.part} ${section.markdown.replaceAll(name, "")}`;
      const first = said.get(key);
      said.set(key, first ?? name);
      if (first === undefined) return [section];
      return section.detail ? [] : [{ ...section, markdown: `Stack ${name}: the same as ${first}.` }];
    });
  });
}

function sectionsIn(folder, name) {
  const read = (file) => {
    const path = join(folder, file);
    return existsSync(path) ? readFileSync(path, "utf8").trim() : "";
  };
  const sections = [];
  const problems = new Set();
  for (const part of ["drift", "diff", "check"]) {
    const title = `${part} of ${name}`;
    const text = read(`${part}.md`);
    const problem = text === "" ? read(`${part}.err`) : "";
    if (text !== "") sections.push({ part, title, markdown: text, detail: part === "check" });
    // Diff and check read the same catalog: what is wrong with it is said once.
    else if (problem !== "" && !problems.has(problem)) {
      problems.add(problem);
      const markdown = `### Stack ${name}: ${part} could not be done\n\n${fenced(cut(problem))}`;
      sections.push({ part, title, markdown, detail: false });
    }
  }
  const preview = read("preview.json");
  if (preview !== "") {
    sections.push({ part: "preview", title: "preview", markdown: previewMarkdown(preview), detail: false });
  }
  return sections;
}

function cut(text) {
  if (text.length <= MAX_PROBLEM) return text;
  return `${text.slice(0, text.lastIndexOf("\n", MAX_PROBLEM))}\n...`;
}

/** The result of `fleet preview --format json`, schema version 1. */
function previewMarkdown(text) {
  let result;
  try {
    result = JSON.parse(text);
  } catch {
    return `### Preview: not to be read\n\n${fenced(cut(text))}`;
  }
  const counts = Object.entries(result.changes ?? {}).map(([op, count]) => `${Number(count)} ${word(op)}`);
  const lines = (result.steps ?? []).map(({ op, urn }) => `${String(op).padEnd(8)} ${urn}`);
  const failed = (result.violations ?? []).map(({ level, message }) => `${level}: ${message}`);
  if (result.error) failed.push(`${result.error.code}: ${result.error.message}; ${result.error.fix}`);
  const head = `### Preview of stack ${word(result.stack)}: ${counts.join(", ") || "nothing was planned"}`;
  return [
    head,
    ...(failed.length === 0 ? [] : [fenced(cut(failed.join("\n")))]),
    ...(lines.length === 0 ? [] : [folded(`${lines.length} steps of the engine`, fenced(lines.join("\n")))]),
  ].join("\n\n");
}

/** A word of ours; anything else is not shown. */
function word(value) {
  return /^[a-z][a-z0-9-]{0,60}$/.test(String(value)) ? value : "?";
}
