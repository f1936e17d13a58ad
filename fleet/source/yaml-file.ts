import { isAlias, isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { Document, Node, Pair, YAMLMap } from "yaml";
import type { Place } from "../place";
import { Problems } from "../problem";
import type { Problem } from "../problem";
import type { Json, PathStep } from "./json";
import { Lines } from "./lines";
import { offsetInItem, readPlainList } from "./plain-list";
import type { SourceText } from "./read";

/** Above this many characters the parsed tree is let go and made again when a place is asked for. */
const KEEP_TREE_BELOW = 1_000_000;
/** A broken file can be wrong in every line; nobody reads more than this. */
const MAX_SYNTAX_PROBLEMS = 20;
/** A catalog is six levels deep. */
const MAX_DEPTH = 64;

/** A YAML file as a plain value, which still knows where everything stands. */
export class YamlFile {
  readonly file: string;
  readonly text: string;
  readonly value: Json;
  readonly lines: Lines;
  private tree: Document | null;
  private readonly listKey: string | null;
  private readonly listOffsets: Uint32Array;
  /** The list was read without a parser. */
  private readonly plain: boolean;

  private constructor(
    source: SourceText,
    tree: Document | null,
    value: Json,
    lines: Lines,
    listKey: string | null,
    listOffsets: Uint32Array,
  ) {
    this.file = source.file;
    this.text = source.text;
    this.value = value;
    this.lines = lines;
    this.tree = source.text.length < KEEP_TREE_BELOW ? tree : null;
    this.listKey = listKey;
    this.listOffsets = listOffsets;
    this.plain = tree === null;
  }

  /**
   * @param listKey a list at the top whose items' places are wanted for all of them: kept as bare offsets
   * @returns null when the file can't be read as YAML; the reasons are in `problems`
   */
  static parse(source: SourceText, problems: Problems, listKey: string | null = null): YamlFile | null {
    const lines = new Lines(source.file, source.text);
    const plain = listKey === null ? null : parsePlain(source, listKey);
    if (plain !== null) return new YamlFile(source, null, plain.value, lines, listKey, plain.offsets);
    const before = problems.count;
    const tree = parse(source, lines, problems);
    if (tree === null) return null;
    const value = toPlain(tree.contents, { lines, problems, depth: 0 });
    if (problems.count > before) return null;
    const offsets = listKey === null ? new Uint32Array() : itemOffsets(tree, listKey);
    return new YamlFile(source, tree, value, lines, listKey, offsets);
  }

  /** The place of the item of the list that `parse` was told of. */
  placeOfItem(index: number): Place {
    return this.lines.place(this.listOffsets[index] ?? 0);
  }

  /** The place of a value, or of the nearest thing above it that exists. `key` asks for its key instead. */
  placeOf(path: readonly PathStep[], want: "key" | "value" = "value"): Place {
    const inItem = this.offsetInPlainItem(path, want);
    if (inItem !== null) return this.lines.place(inItem);
    this.tree ??= parseQuietly(this.text);
    let node = this.tree.contents;
    let offset = node?.range?.[0] ?? 0;
    for (const [depth, step] of path.entries()) {
      const pair = isMap(node) ? findPair(node, step) : null;
      const next =
        pair !== null ? (pair.value as Node | null) : isSeq(node) ? (node.items[Number(step)] as Node) : null;
      const key = pair?.key as Node | undefined;
      const last = depth === path.length - 1;
      const at = last && want === "key" ? (key ?? next) : (next ?? key);
      if (at?.range) offset = at.range[0];
      if (!next) break;
      node = next;
    }
    return this.lines.place(offset);
  }

  /** Inside the long list nothing has to be parsed to find a place, when nothing was to read it. */
  private offsetInPlainItem(
    [key, index, ...path]: readonly PathStep[],
    want: "key" | "value",
  ): number | null {
    if (!this.plain || key !== this.listKey || typeof index !== "number") return null;
    const offset = this.listOffsets[index];
    return offset === undefined ? null : offsetInItem(this.text, offset, path, want);
  }
}

function parseQuietly(text: string): Document {
  return parseDocument(text, { uniqueKeys: false, logLevel: "silent", prettyErrors: false });
}

/** The short way for the file with the long list; null when the parser has to read it all. */
function parsePlain(source: SourceText, listKey: string): { value: Json; offsets: Uint32Array } | null {
  const list = readPlainList(source.text, listKey);
  if (list === null) return null;
  const head = YamlFile.parse({ file: source.file, text: list.head }, new Problems());
  const above = head?.value;
  if (typeof above !== "object" || above === null || Array.isArray(above)) return null;
  if (Object.hasOwn(above, listKey)) return null;
  return { value: { ...above, [listKey]: list.items }, offsets: list.offsets };
}

function parse(source: SourceText, lines: Lines, problems: Problems): Document | null {
  const { file } = source;
  if (source.text.trim() === "") {
    problems.add({
      code: "file-empty",
      message: `${file} is empty`,
      place: { file, line: 1, column: 1 },
      found: "nothing",
      wanted: "a mapping",
      fix: "fill the file, or take it back from version control",
    });
    return null;
  }
  try {
    const tree = parseQuietly(source.text);
    const faults = [...tree.errors, ...tree.warnings];
    for (const fault of faults.slice(0, MAX_SYNTAX_PROBLEMS)) {
      problems.add(
        syntaxProblem(fault.code, fault.message, lines.place(fault.pos[0]), source.text, fault.pos[0]),
      );
    }
    return faults.length > 0 ? null : tree;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.add(tooDeep({ file, line: 1, column: 1 }));
    return null;
  }
}

function syntaxProblem(code: string, message: string, place: Place, text: string, offset: number): Problem {
  if (code === "TAG_RESOLVE_FAILED") {
    return {
      code: "yaml-tag",
      message: "tags are not read here",
      place,
      found: message,
      wanted: "plain values",
      fix: "remove the tag",
    };
  }
  if (code === "BAD_ALIAS") return aliasProblem(place, text.slice(offset).split(/[\s,\]}]/)[0] ?? "*");
  const tab = code === "TAB_AS_INDENT" || text[offset] === "\t";
  return {
    code: "yaml-syntax",
    message: tab ? "a tab is used for indentation" : `not YAML: ${message}`,
    place,
    found: tab ? "a tab" : (text.slice(offset, offset + 30).split("\n")[0] ?? ""),
    wanted: tab ? "spaces" : "valid YAML 1.2",
    fix: tab ? "replace the tab by spaces" : "correct the line, or look at the one above it",
  };
}

function aliasProblem(place: Place, found: string): Problem {
  return {
    code: "yaml-alias",
    message: "anchors and aliases are not read here",
    place,
    found,
    wanted: "the value itself",
    fix: "write the value, or put it under `defaults` or the group",
  };
}

function tooDeep(place: Place): Problem {
  return {
    code: "yaml-too-deep",
    message: "values are nested too deeply",
    place,
    found: `more than ${MAX_DEPTH} levels`,
    wanted: `at most ${MAX_DEPTH} levels`,
    fix: "remove the nesting: a catalog is six levels deep",
  };
}

interface Walk {
  readonly lines: Lines;
  readonly problems: Problems;
  readonly depth: number;
}

/**
 * Own walk instead of `toJS`: it reports double keys in linear time, refuses aliases (so that every value
 * stands where its line says, and none can multiply) and makes only plain objects.
 */
function toPlain(node: Node | null, walk: Walk): Json {
  if (node === null) return null;
  const offset = node.range?.[0] ?? 0;
  if (isAlias(node)) {
    walk.problems.add(aliasProblem(walk.lines.place(offset), `*${node.source}`));
    return null;
  }
  if (walk.depth > MAX_DEPTH) {
    walk.problems.add(tooDeep(walk.lines.place(offset)));
    return null;
  }
  const below = { ...walk, depth: walk.depth + 1 };
  if (isSeq(node)) return node.items.map((item) => toPlain(item as Node, below));
  if (isMap(node)) return mapToPlain(node, below);
  return isScalar(node) ? scalarToPlain(node.value) : null;
}

function scalarToPlain(value: unknown): Json {
  if (typeof value === "string" || typeof value === "boolean" || typeof value === "number") return value;
  return typeof value === "bigint" ? value.toString() : null;
}

function mapToPlain(map: YAMLMap, walk: Walk): Json {
  const plain: Record<string, Json> = {};
  for (const pair of map.items as Pair<Node, Node | null>[]) {
    const key = isScalar(pair.key) ? String(pair.key.value) : "";
    if (Object.hasOwn(plain, key)) {
      walk.problems.add({
        code: "duplicate-key",
        message: `the key ${key} stands twice`,
        place: walk.lines.place(pair.key.range?.[0] ?? 0),
        found: key,
        wanted: "each key once",
        fix: "remove one of the two",
      });
      continue;
    }
    const value = toPlain(pair.value, walk);
    if (key === "__proto__") {
      // Plain assignment would set the prototype; as an own property the schema refuses it like any other key.
      Object.defineProperty(plain, key, { value, enumerable: true, configurable: true, writable: true });
    } else {
      plain[key] = value;
    }
  }
  return plain;
}

function findPair(map: YAMLMap, step: PathStep): Pair | null {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(step)) ?? null;
}

function itemOffsets(tree: Document, listKey: string): Uint32Array {
  const list = isMap(tree.contents) ? tree.contents.get(listKey, true) : null;
  if (!isSeq(list)) return new Uint32Array();
  return Uint32Array.from(list.items, (item) => (item as Node).range?.[0] ?? 0);
}
