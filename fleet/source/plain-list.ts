import type { Json, PathStep } from "./json";

/** A file whose last key is a long list of flat entries, taken apart without a YAML parser. */
export interface PlainList {
  /** The text above the list: a document of its own, for the parser. */
  readonly head: string;
  readonly items: readonly Json[];
  /** Where the first key of every item starts, in UTF-16 units. */
  readonly offsets: Uint32Array;
}

/** Words YAML reads as something else than text. Also keys that are no plain text. */
const NOT_TEXT = /^(?:null|Null|NULL|true|True|TRUE|false|False|FALSE)$/;
const WORD = "[A-Za-z][A-Za-z0-9_./-]*";
/** A key with a value of one line, then perhaps a comment. Groups: dash, key, text, number, size, quoted, list. */
const ENTRY = new RegExp(
  "( *)(- )?([a-z][A-Za-z]*): +(?:" +
    [
      `(${WORD}(?: [A-Za-z0-9][A-Za-z0-9_./-]*)*)`,
      "((?:0|[1-9][0-9]{0,8})(?:\\.[0-9]{1,8})?)",
      "([1-9][0-9]*[MG]i?B?)",
      `"([^"\\\\\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ufeff]*)"`,
      `\\[((?:${WORD}(?:, ${WORD})*)?)\\]`,
    ].join("|") +
    ") *(?: #[\\x20-\\x7e]*)?(?:\\n|$)",
  "y",
);
/** A blank line, or one with nothing but a comment. */
const BLANK = / *(?:#[\x20-\x7e]*)?(?:\n|$)/y;

/**
 * Reads the list that ends a catalog: most of its bytes, and in nearly every catalog nothing but plain words and
 * numbers, one on a line. A YAML parser takes ten times as long for it.
 *
 * Answers null at the first line that is anything else (anchors, several lines, odd indentation, a key twice, a
 * broken line, ...): then the parser reads the whole file and says what is wrong. What is answered is what the
 * parser would say, which the tests hold against it. Linear in the text.
 */
export function readPlainList(text: string, key: string): PlainList | null {
  const start = findKey(text, key);
  if (start === null) return null;
  const head = text.slice(0, start.line);
  // Directives and document marks change what the rest means.
  if (/^(?:%|---|\.\.\.)/m.test(head)) return null;

  const items: Record<string, Json>[] = [];
  const offsets: number[] = [];
  let item: Record<string, Json> | null = null;
  let indent = -1;
  let at = start.body;
  while (at < text.length) {
    BLANK.lastIndex = at;
    if (BLANK.test(text)) {
      at = BLANK.lastIndex;
      continue;
    }
    ENTRY.lastIndex = at;
    const match = ENTRY.exec(text);
    if (match === null) return null;
    const spaces = match[1]?.length ?? 0;
    const name = match[3] ?? "";
    if (match[2] !== undefined) {
      if (indent === -1) indent = spaces;
      if (spaces !== indent) return null;
      item = {};
      items.push(item);
      offsets.push(at + spaces + 2);
    } else if (item === null || spaces !== indent + 2 || Object.hasOwn(item, name)) {
      return null;
    }
    const value = valueOf(match);
    if (value === undefined || NOT_TEXT.test(name)) return null;
    item[name] = value;
    at = ENTRY.lastIndex;
  }
  return items.length === 0 ? null : { head, items, offsets: Uint32Array.from(offsets) };
}

/**
 * Where a part of an item stands: the key or value at `path`, or the nearest thing above it that exists.
 *
 * @param text a text that `readPlainList` has read
 * @param start the item's offset, as `readPlainList` gave it
 * @returns the offset in UTF-16 units
 */
export function offsetInItem(
  text: string,
  start: number,
  [key, position]: readonly PathStep[],
  want: "key" | "value",
): number {
  let at = text.lastIndexOf("\n", start) + 1;
  while (key !== undefined && at < text.length) {
    BLANK.lastIndex = at;
    if (BLANK.test(text)) {
      at = BLANK.lastIndex;
      continue;
    }
    ENTRY.lastIndex = at;
    const match = ENTRY.exec(text);
    if (match === null) break;
    const own = at + (match[1]?.length ?? 0) + (match[2]?.length ?? 0);
    // The next dash is the next item.
    if (match[2] !== undefined && own !== start) break;
    if (match[3] === String(key)) {
      if (want === "key" && position === undefined) return own;
      const afterColon = own + String(key).length + 1;
      const value = afterColon + text.slice(afterColon, ENTRY.lastIndex).search(/[^ ]/);
      return value + (match[8] === undefined ? 0 : offsetInList(match[8], position));
    }
    at = ENTRY.lastIndex;
  }
  return start;
}

/** How far the word at `position` is from the bracket; 0 where there is none. */
function offsetInList(list: string, position: PathStep | undefined): number {
  const words = list.split(", ");
  const index = Number(position);
  if (list === "" || words[index] === undefined) return 0;
  return words.slice(0, index).reduce((sum, word) => sum + word.length + ", ".length, "[".length);
}

function valueOf(match: RegExpExecArray): Json | undefined {
  const [, , , , words, number, size, quoted, list] = match;
  if (words !== undefined) return NOT_TEXT.test(words) ? undefined : words;
  if (number !== undefined) return Number(number);
  if (list === undefined) return size ?? quoted;
  const parts = list === "" ? [] : list.split(", ");
  return parts.some((part) => NOT_TEXT.test(part)) ? undefined : parts;
}

/** The one line at the left margin that is `key:`; null when there is none, or more than one. */
function findKey(text: string, key: string): { readonly line: number; readonly body: number } | null {
  const mark = `\n${key}:\n`;
  const found = text.indexOf(mark);
  if (found === -1 || text.indexOf(mark, found + 1) !== -1) return null;
  return { line: found + 1, body: found + mark.length };
}
