import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { Document, Node, Pair, YAMLMap } from "yaml";
import type { PathStep } from "../../../fleet/source/json";

/** A value that can be written in one place of one line. */
export type Writable = string | number;

/** Sets one key of one mapping of a file. */
export interface KeyEdit {
  /** Leads to the mapping. Its last step may be missing in the file: then it is written too. */
  readonly path: readonly PathStep[];
  readonly key: string;
  readonly value: Writable;
}

interface Splice {
  readonly offset: number;
  readonly remove: number;
  readonly insert: string;
}

/**
 * Sets keys in a YAML text. Only the lines of these keys change: comments, order, quotes and line ends of everything
 * else stay, byte for byte. A key that has the value already is left alone.
 *
 * @throws Error when a path leads to no mapping: paths come from a catalog that was read from the same text
 */
export function setKeys(text: string, edits: readonly KeyEdit[]): string {
  let result = text;
  let pending = edits;
  // A mapping that is not there yet is written with its first key; its other keys need it to be there.
  while (pending.length > 0) {
    const tree = parseDocument(result, { uniqueKeys: false, logLevel: "error", prettyErrors: false });
    const later: KeyEdit[] = [];
    const made = new Set<string>();
    const splices: Splice[] = [];
    for (const edit of pending) {
      const map = tree.getIn(edit.path, true);
      const path = edit.path.join("\0");
      if (!isMap(map) && made.has(path)) later.push(edit);
      else splices.push(...(isMap(map) ? setIn(map, edit, result) : makeMap(tree, edit, result)));
      made.add(path);
    }
    result = splice(result, splices);
    pending = later;
  }
  return result;
}

function splice(text: string, splices: readonly Splice[]): string {
  // From the end to the start, so that offsets hold; what stands at the same place keeps its order.
  const ordered = splices
    .map((each, index) => ({ ...each, index }))
    .sort((a, b) => b.offset - a.offset || b.index - a.index);
  return ordered.reduce(
    (done, { offset, remove, insert }) => done.slice(0, offset) + insert + done.slice(offset + remove),
    text,
  );
}

function makeMap(tree: Document, { path, key, value }: KeyEdit, text: string): Splice[] {
  const parent = tree.getIn(path.slice(0, -1), true);
  const name = path.at(-1);
  if (!isMap(parent) || name === undefined) throw new Error(`nothing to set at ${path.join(".")}`);
  return [insertInto(parent, `${String(name)}: { ${key}: ${scalar(value, true)} }`, text)];
}

function setIn(map: YAMLMap, { key, value }: KeyEdit, text: string): Splice[] {
  const flow = map.flow === true;
  const pair = map.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  const old = pair?.value as Node | null | undefined;
  if (old === undefined) return [insertInto(map, `${key}: ${scalar(value, flow)}`, text)];
  if (old === null || !isScalar(old) || !old.range) throw new Error(`${key} holds no single value`);
  if (old.value === value) return [];
  const [start] = old.range;
  const written = text.slice(start, old.range[1]).trimEnd();
  return [{ offset: start, remove: written.length, insert: scalar(value, flow, written[0]) }];
}

function insertInto(map: YAMLMap, entry: string, text: string): Splice {
  const last = map.items.at(-1) as Pair<Node, Node | null> | undefined;
  if (map.flow === true) {
    if (last !== undefined) return { offset: endOf(last, text), remove: 0, insert: `, ${entry}` };
    return { offset: (map.range?.[0] ?? 0) + 1, remove: 0, insert: ` ${entry} ` };
  }
  const first = map.items[0] as Pair<Node> | undefined;
  const start = first?.key.range?.[0];
  if (last === undefined || start === undefined) throw new Error("a block mapping has a key");
  const indent = " ".repeat(start - (text.lastIndexOf("\n", start - 1) + 1));
  // After the whole line, so that a comment behind the last value stays where it is.
  const end = endOf(last, text);
  const newline = text.indexOf("\n", end);
  const windows = newline > 0 && text[newline - 1] === "\r";
  const offset = newline === -1 ? text.length : windows ? newline - 1 : newline;
  return { offset, remove: 0, insert: `${windows ? "\r\n" : "\n"}${indent}${entry}` };
}

/** Where the text of a pair ends: of its last scalar or bracket, before comments and line ends. */
function endOf(pair: Pair<Node, Node | null>, text: string): number {
  let node: Node = pair.value ?? pair.key;
  for (;;) {
    if ((isMap(node) || isSeq(node)) && node.flow !== true && node.items.length > 0) {
      const last = node.items.at(-1) as Node | Pair<Node, Node | null>;
      node = "key" in last ? (last.value ?? last.key) : last;
      continue;
    }
    const [start, end] = node.range ?? [0, 0];
    return start + text.slice(start, end).trimEnd().length;
  }
}

/** The value as YAML, in the quotes that stood there before, and in quotes where it would be something else. */
function scalar(value: Writable, flow: boolean, quote = ""): string {
  if (typeof value === "number") return String(value);
  if (quote === '"') return JSON.stringify(value);
  if (quote === "'" && !/[\n\r]/.test(value)) return `'${value.replaceAll("'", "''")}'`;
  const probe = parseDocument(flow ? `{ k: ${value}, l: 1 }` : `k: ${value}\nl: 1`, { logLevel: "silent" });
  const plain = probe.errors.length === 0 && probe.get("k") === value && probe.get("l") === 1;
  return plain && /^[A-Za-z0-9]/.test(value) && !value.includes("#") ? value : JSON.stringify(value);
}
