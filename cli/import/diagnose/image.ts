import { isFloating, readImage } from "../../../policies/read/image";
import type { Note } from "../notes";
import type { ComposeService } from "../service";
import { noteOf } from "./context";

/** What names another content tomorrow, and code that is in no image at all. */
export function image(service: ComposeService): readonly Note[] {
  const notes: Note[] = [];
  const { image: found } = service;
  if (found !== null) {
    const { tag, digest } = readImage(found.value);
    if (digest === null && isFloating(tag))
      notes.push(
        noteOf(service, {
          kind: "broken",
          code: "image-floating",
          place: found.place,
          text: `${found.value} ${tag === null ? "has no tag, which means latest" : "names no version"}: what runs changes without anybody changing it`,
          fix: "name a version; fleet images lock then keeps its digest",
        }),
      );
    else if (digest === null)
      notes.push(
        noteOf(service, {
          kind: "lost",
          code: "image-not-locked",
          place: found.place,
          text: `${found.value} is a tag, which can be moved to other content`,
          fix: "run fleet images lock, which keeps the digest",
        }),
      );
  }
  const code = service.volumes.filter(({ source }) => source !== null && /^[./~]/.test(source));
  const [first] = code;
  if (first !== undefined)
    notes.push(
      noteOf(service, {
        kind: "lost",
        code: "host-folder-mounted",
        place: first.place,
        text: `mounts ${code.length === 1 ? "a folder" : `${code.length} folders`} of the host: what runs is what happens to lie there`,
        fix: "put the code into the image, and data into a volume",
      }),
    );
  return notes;
}
