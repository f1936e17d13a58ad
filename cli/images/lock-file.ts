import { isMap, isScalar, parseDocument } from "yaml";

/**
 * The text of the lock file with these digests: sorted by image, and with every comment where it was.
 *
 * @param digests all digests the file shall have
 */
export function lockText(before: string, digests: ReadonlyMap<string, string>): string {
  const document = parseDocument(before);
  const images = document.get("images");
  if (!isMap(images)) throw new Error("a checked lock file has a mapping of images");
  const nameOf = (key: unknown): string => String(isScalar(key) ? key.value : key);
  images.items = images.items.filter(({ key }) => digests.has(nameOf(key)));
  for (const [reference, digest] of digests) {
    if (images.get(reference) !== digest) images.set(reference, digest);
  }
  images.items.sort((a, b) => (nameOf(a.key) < nameOf(b.key) ? -1 : 1));
  images.flow = digests.size === 0;
  return document.toString({ lineWidth: 0 });
}
