import type { Place } from "../../../fleet/place";
import type { Note, NoteKind } from "../notes";
import type { ComposeService } from "../service";

/** Notes something of a service; the place is that of the service where none is given. */
export type Noting = (kind: NoteKind, code: string, text: string, fix: string, place?: Place) => void;

export function notingFor(service: ComposeService, notes: Note[]): Noting {
  return (kind, code, text, fix, place = service.place) => {
    notes.push({ kind, code, service: service.name, place, text, fix });
  };
}

/** Without control characters and what turns the direction of a text. */
export function printed(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]/g,
    " ",
  );
}
