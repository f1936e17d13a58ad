/**
 * Text of others for a terminal or a log: control characters must not reach it, nor those that turn the direction of
 * the text, show nothing, or end a line where none ends.
 */
export function printable(text: string): string {
  return text
    .replaceAll("\t", " ")
    .replace(/[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, "?")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "?");
}

/** Every text in a value made printable; our own colours come later. */
export function printableValue<T>(value: T): T {
  if (typeof value === "string") return printable(value) as T;
  if (Array.isArray(value)) return (value as readonly unknown[]).map(printableValue) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [printable(key), printableValue<unknown>(entry)]),
  ) as T;
}
