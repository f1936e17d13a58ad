import type { Colors } from "picocolors/types";
import { formatPlace } from "../../fleet/place";
import { markdownText } from "../reporters/markdown-text";
import { printed } from "./entries/noting";
import type { NoteGroup, NoteKind } from "./notes";
import type { Imported } from "./run";

const TITLES: Readonly<Record<NoteKind, string>> = {
  broken: "Broken: why it does not run, or not safely",
  lost: "Lost: what the fleet does in another way, or not at all",
  guessed: "Guessed: what the Compose files don't say",
};
const KINDS: readonly NoteKind[] = ["broken", "lost", "guessed"];
const MOST_NAMES = 4;

/** The report for people: a summary, then every note with its line and fix. */
export function importText(result: Imported, colors: Colors): string {
  const lines = [...summary(result), ""];
  for (const kind of KINDS) {
    const notes = result.notes.filter((note) => note.kind === kind);
    if (notes.length === 0) continue;
    lines.push(colors.bold(TITLES[kind]), "");
    for (const note of notes) {
      lines.push(
        `  ${kind === "broken" ? colors.red(note.code) : colors.yellow(note.code)}  ${who(note)}  ${colors.dim(where(note))}`,
        `    ${printed(note.text)}`,
        `    fix  ${printed(note.fix)}`,
        "",
      );
    }
  }
  return `${lines.join("\n")}\n`;
}

function summary({ services, entries, notes }: Imported): readonly string[] {
  const count = (kind: NoteKind): number => notes.filter((note) => note.kind === kind).length;
  return [
    `${services.length} services read: ${entries.agents.length} agents, ${entries.services.size} services of the fleet, ${services.length - entries.agents.length - entries.services.size} left out`,
    `${count("broken")} broken, ${count("lost")} lost, ${count("guessed")} guessed`,
  ];
}

function who({ services }: NoteGroup): string {
  if (services.length === 0) return "all";
  const named = services.slice(0, MOST_NAMES).join(", ");
  const more = services.length - MOST_NAMES;
  return more > 0 ? `${services.length} services: ${named} and ${more} more` : named;
}

function where({ places }: NoteGroup): string {
  const [first] = places;
  if (first === undefined) return "";
  const more = places.length - 1;
  return `${formatPlace(first)}${more > 0 ? ` and ${more} more ${more === 1 ? "line" : "lines"}` : ""}`;
}

/** The same for a comment. */
export function importMarkdown(result: Imported): string {
  const lines = ["### Import of Compose files", "", ...summary(result).map((line) => `${line}  `), ""];
  lines.push("| | what | of | where | why | fix |", "| --- | --- | --- | --- | --- | --- |");
  for (const note of result.notes) {
    const cells = [note.kind, note.code, who(note), where(note), note.text, note.fix]
      .map(printed)
      .map(markdownText);
    lines.push(`| ${cells.join(" | ")} |`);
  }
  return `${lines.join("\n")}\n`;
}

/** The same for programs, with the entries as data. Schema version 1. */
export function importJson(result: Imported, written: readonly string[]): string {
  const { services, entries, notes } = result;
  const plain = {
    images: Object.fromEntries(entries.images),
    groups: Object.fromEntries(entries.groups),
    agents: entries.agents,
    services: Object.fromEntries(entries.services),
  };
  return `${JSON.stringify({ schemaVersion: 1, services, entries: plain, notes, written }, null, 2)}\n`;
}
