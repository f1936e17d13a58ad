import type { Place } from "../../fleet/place";

/**
 * What an import has to say of a service. `broken`: why it does not run, or does not run safely. `lost`: what the
 * catalog has no place for. `guessed`: what the Compose files don't say and the catalog wants.
 */
export type NoteKind = "broken" | "lost" | "guessed";

export interface Note {
  readonly kind: NoteKind;
  /** One word for all notes of the same sort. */
  readonly code: string;
  /** The service; null for what is of all. */
  readonly service: string | null;
  readonly place: Place;
  readonly text: string;
  readonly fix: string;
}

/** The same note of several services. */
export interface NoteGroup extends Omit<Note, "service" | "place"> {
  readonly services: readonly string[];
  readonly places: readonly Place[];
}

const ORDER: readonly NoteKind[] = ["broken", "lost", "guessed"];

/** Joins notes that say the same; sorted by kind, then by how many they are about, then by code and text. */
export function groupNotes(notes: readonly Note[]): readonly NoteGroup[] {
  const groups = new Map<string, Note[]>();
  for (const note of notes) {
    const key = JSON.stringify([note.kind, note.code, note.text, note.fix]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [note]);
    else known.push(note);
  }
  return [...groups.values()]
    .map((same): NoteGroup => {
      const [first] = same;
      if (first === undefined) throw new Error("a group has a note");
      const { kind, code, text, fix } = first;
      return { kind, code, text, fix, services: namesOf(same), places: placesOf(same) };
    })
    .sort(
      (a, b) =>
        ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
        b.services.length - a.services.length ||
        compare(a.code, b.code) ||
        compare(a.text, b.text),
    );
}

function namesOf(notes: readonly Note[]): readonly string[] {
  return [...new Set(notes.flatMap(({ service }) => service ?? []))];
}

/** Each line once: what stands in a shared block is of many services. */
function placesOf(notes: readonly Note[]): readonly Place[] {
  const byLine = new Map(notes.map(({ place }) => [`${place.file}:${place.line}`, place]));
  return [...byLine.values()];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
