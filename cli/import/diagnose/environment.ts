import type { Note } from "../notes";
import type { ComposeService } from "../service";
import { noteOf } from "./context";

const MOST_NAMED = 8;

/** Variables of a shared block that a service lost by declaring an `environment` of its own. */
export function environment(service: ComposeService): readonly Note[] {
  return service.shadowed.flatMap((shadow): readonly Note[] => {
    const lost =
      shadow.key === "environment"
        ? shadow.lost.filter((name) => !service.environment.has(name))
        : shadow.lost;
    if (lost.length === 0) return [];
    const names = `${lost.slice(0, MOST_NAMED).join(", ")}${lost.length > MOST_NAMED ? ` and ${lost.length - MOST_NAMED} more` : ""}`;
    const merged = `${shadow.merged.file}:${shadow.merged.line}`;
    return [
      noteOf(service, {
        kind: "broken",
        code: "merge-replaced",
        place: shadow.place,
        text: `its own \`${shadow.key}\` replaces the shared one of ${merged} as a whole, because a YAML merge (<<) is shallow: ${names} ${lost.length === 1 ? "is" : "are"} gone`,
        fix: `merge inside of it: write << with an anchor of the shared ${shadow.key} as the first key of \`${shadow.key}\``,
      }),
    ];
  });
}
