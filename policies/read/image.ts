import { remember } from "./remember";

/** An image reference taken apart. */
export interface Image {
  /** Name with tag, without digest. */
  readonly reference: string;
  readonly tag: string | null;
  readonly digest: string | null;
}

/** Words that name a line of versions, not a version. */
const FLOATING =
  /^(?:latest(?:[-._].*)?|(?:stable|main|master|trunk|mainline|edge|nightly|dev|devel|develop|development|next|canary|rolling|current|lts|head|snapshot|unstable|testing|beta|alpha|rc|alpine|slim|bookworm|bullseye|buster|trixie)(?:[-.][a-z]+)*|.*[-.](?:latest|nightly|edge|snapshot))$/i;

/** Takes `registry:5000/name:tag@sha256:...` apart. */
export const readImage: (image: string) => Image = remember((image) => {
  const at = image.indexOf("@");
  const reference = at < 0 ? image : image.slice(0, at);
  const colon = reference.indexOf(":", reference.lastIndexOf("/") + 1);
  return {
    reference,
    tag: colon < 0 ? null : reference.slice(colon + 1),
    digest: at < 0 ? null : image.slice(at + 1),
  };
});

/** Whether the tag can mean another image tomorrow: none, `latest` and its like. */
export function isFloating(tag: string | null): boolean {
  return tag === null || tag === "" || FLOATING.test(tag);
}
