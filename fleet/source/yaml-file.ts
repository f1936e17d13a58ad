import { isAlias, isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { Document, Node, Pair, YAMLError, YAMLMap } from "yaml";
import type { Place } from "../place";
import type { Problem, Problems } from "../problem";
import type { Json, PathStep } from "./json";
import { Lines } from "./lines";
import type { SourceText } from "./source-text";

/** What is shorter than this many characters keeps its tree. */
const KEEP_TREE_BELOW = 1_000_000;
/** A broken file can be wrong in every line; nobody reads more than this. */
const MAX_SYNTAX_PROBLEMS = 20;
/** Double keys are told by the walk, and errors in our own words. */
const PARSE_OPTIONS = { uniqueKeys: false, logLevel: "error", prettyErrors: false } as const;
/** A catalog is six levels deep. */
const MAX_DEPTH = 64;

/**
 * Stands where a value was refused. It has been reported, so nobody complains about what it is not: whoever
 * validates the rest leaves it out.
 */
export const HOLE: Json = Object.freeze({});

/** A YAML file as a plain value, which still knows where everything stands. */
export class YamlFile {
  readonly file: string;
  readonly text: string;
  readonly value: Json;
  readonly lines: Lines;
  /** True when single values were refused: something in `value` is missing or a hole. */
  readonly hasHoles: boolean;
  private tree: Document | null;
  private listOffsets: Uint32Array | null = null;

  private constructor(
    source: SourceText,
    tree: Document | null,
    value: Json,
    lines: Lines,
    hasHoles: boolean,
    private readonly listKey: string | null,
  ) {
    this.file = source.file;
    this.text = source.text;
    this.value = value;
    this.lines = lines;
    this.hasHoles = hasHoles;
    this.tree = tree;
  }

  /** A text of which is known what it says: it is only parsed when a place is asked for. */
  static known(source: SourceText, value: Json, listKey: string | null = null): YamlFile {
    return new YamlFile(source, null, value, new Lines(source.file, source.text), false, listKey);
  }

  /**
   * @param listKey a list at the top whose items' places are wanted for all of them: kept as bare offsets
   * @returns null when the file can't be read as YAML; the reasons are in `problems`. Where single values were
   *   refused (aliases, tags, double keys) the rest is there, so that they hide no other mistake
   */
  static parse(source: SourceText, problems: Problems, listKey: string | null = null): YamlFile | null {
    const lines = new Lines(source.file, source.text);
    const atStart = problems.count;
    const tree = parse(source, lines, problems);
    if (tree === null) return null;
    const before = problems.count;
    const value = toPlain(tree.contents, { lines, problems, depth: 0 });
    const alias = tree.errors.find((error) => error.code === "BAD_ALIAS");
    if (alias !== undefined && problems.count === before) {
      problems.add(aliasProblem(lines.place(alias.pos[0]), alias.message));
    }
    return new YamlFile(source, tree, value, lines, problems.count > atStart, listKey);
  }

  /** Lets the parsed tree of a large file go; it is made again when a place is asked for. */
  forgetTree(): void {
    if (!this.isLarge || this.tree === null) return;
    this.listOffsets = this.offsetsIn(this.tree);
    this.tree = null;
  }

  /** True when its tree is not kept. */
  get isLarge(): boolean {
    return this.text.length >= KEEP_TREE_BELOW;
  }

  /** The place of the item of the list that `parse` was told of. */
  placeOfItem(index: number): Place {
    this.listOffsets ??= this.offsetsIn(this.parsed());
    return this.lines.place(this.listOffsets[index] ?? 0);
  }

  /** The place of a value, or of the nearest thing above it that exists. `key` asks for its key instead. */
  placeOf(path: readonly PathStep[], want: "key" | "value" = "value"): Place {
    let node = this.parsed().contents;
    let offset = node?.range?.[0] ?? 0;
    for (const [depth, step] of path.entries()) {
      const pair = isMap(node) ? findPair(node, step) : null;
      const next = pair !== null ? pair.value : isSeq(node) ? (node.items[Number(step)] as Node) : null;
      const key = pair?.key;
      const last = depth === path.length - 1;
      const at = last && want === "key" ? (key ?? next) : (next ?? key);
      if (at?.range) offset = at.range[0];
      if (!next) break;
      node = next;
    }
    return this.lines.place(offset);
  }

  private parsed(): Document {
    this.tree ??= parseDocument(this.text, PARSE_OPTIONS);
    return this.tree;
  }

  private offsetsIn(tree: Document): Uint32Array {
    return this.listKey === null ? new Uint32Array() : itemOffsets(tree, this.listKey);
  }
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
  let tree: Document;
  try {
    tree = parseDocument(source.text, PARSE_OPTIONS);
  } catch (error) {
    // The parser calls itself for every level, so a file of brackets can use up its stack.
    if (!(error instanceof RangeError)) throw error;
    problems.add(tooDeep({ file, line: 1, column: 1 }));
    return null;
  }
  // An alias without anchor is refused with all others, in the walk.
  const errors = tree.errors.filter((error) => error.code !== "BAD_ALIAS");
  const faults = [...withoutEchoes(errors, lines), ...tree.warnings];
  for (const fault of faults.slice(0, MAX_SYNTAX_PROBLEMS)) {
    const offset = fault.pos[0];
    problems.add(() => syntaxProblem(fault.code, fault.message, lines.place(offset), source.text, offset));
  }
  problems.addOmitted(Math.max(0, faults.length - MAX_SYNTAX_PROBLEMS));
  return errors.length > 0 ? null : tree;
}

/** The parser stumbles on over the same mistake: what it says of the same line and of the next one is an echo. */
function withoutEchoes(errors: readonly YAMLError[], lines: Lines): readonly YAMLError[] {
  let last = -1;
  return [...errors]
    .sort((a, b) => a.pos[0] - b.pos[0])
    .filter((error) => {
      const { line } = lines.place(error.pos[0]);
      const echo = last !== -1 && line <= last + 1 && error.code !== "MULTIPLE_DOCS";
      last = line;
      return !echo;
    });
}

function syntaxProblem(code: string, message: string, place: Place, text: string, offset: number): Problem {
  const found = (text.slice(offset, offset + 30).split(/\r?\n/)[0] ?? "").trim();
  if (code === "TAG_RESOLVE_FAILED") return tagProblem(place, message);
  if (code === "MULTIPLE_DOCS") {
    return {
      code: "yaml-documents",
      message: "a second document begins here, and only the first would be read",
      place,
      found: found === "" ? "---" : found,
      wanted: "one document in a file",
      fix: "remove the line ---, or move what follows into the file it belongs to",
    };
  }
  const tab = code === "TAB_AS_INDENT" || text[offset] === "\t";
  const advice = tab ? null : SYNTAX_ADVICE[code];
  return {
    code: "yaml-syntax",
    message: tab ? "a tab is used for indentation" : `not YAML: ${lowerFirst(message)}`,
    place,
    found: tab ? "a tab" : found === "" ? "the end of the line or file" : found,
    wanted: tab ? "spaces" : (advice?.wanted ?? "valid YAML 1.2"),
    fix: tab
      ? "replace the tab by two spaces for each level"
      : (advice?.fix ?? "correct the line, or look at the one above it"),
  };
}

/** What to do about what the parser stumbled over, where its own words don't say it. */
const SYNTAX_ADVICE: Readonly<Record<string, { readonly wanted: string; readonly fix: string }>> = {
  BAD_INDENT: {
    wanted: "the same indentation for all keys of a mapping, and more for what is inside of it",
    fix: "give the line as many spaces as its neighbours have",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    wanted: "one key and one value in a line",
    fix: 'put the value in quotes when it has ": " inside, or move the second key to a line of its own',
  },
  MISSING_CHAR: {
    wanted: "a closing quote or bracket, and : after a key",
    fix: "close what was opened in this line or above it, or write `key: value`",
  },
  MULTILINE_IMPLICIT_KEY: {
    wanted: "a key in one line, followed by :",
    fix: "write `key: value` in one line, or indent the line to continue the text above it",
  },
  UNEXPECTED_TOKEN: {
    wanted: "a key, a value or the end of the line",
    fix: "remove it, or put the text in quotes",
  },
  BAD_DQ_ESCAPE: {
    wanted: "escapes that YAML knows, such as \\n or \\\\",
    fix: "use single quotes, in which a backslash is nothing special",
  },
  BAD_SCALAR_START: {
    wanted: "text that begins with a letter or a digit",
    fix: "put the text in quotes",
  },
};

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

function aliasProblem(place: Place, found: string): Problem {
  return {
    code: "yaml-alias",
    message:
      "anchors and aliases are not read here: every value has to stand where its line says, and a few nested aliases can multiply into gigabytes",
    place,
    found,
    wanted: "the value itself",
    fix: "write the value where it is used, or once for many agents under `defaults` or their group",
  };
}

function tagProblem(place: Place, found: string): Problem {
  return {
    code: "yaml-tag",
    message: "tags are not read here: a value is what its line says",
    place,
    found,
    wanted: "plain values",
    fix: "remove the tag, and write the value itself",
  };
}

function mergeProblem(place: Place): Problem {
  return {
    code: "yaml-merge",
    message: "merge keys are not read here: every value has to stand where its line says",
    place,
    found: "<<",
    wanted: "the keys themselves",
    fix: "write the keys out, or once for many agents under `defaults` or their group",
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
    walk.problems.add(() => aliasProblem(walk.lines.place(offset), `*${node.source}`));
    return HOLE;
  }
  if (walk.depth > MAX_DEPTH) {
    walk.problems.add(() => tooDeep(walk.lines.place(offset)));
    return HOLE;
  }
  const { anchor, tag } = node as { readonly anchor?: string; readonly tag?: string };
  if (anchor !== undefined) {
    walk.problems.add(() => aliasProblem(walk.lines.place(offset), `&${anchor}`));
  }
  const below = { ...walk, depth: walk.depth + 1 };
  if (isSeq(node)) return node.items.map((item) => toPlain(item as Node, below));
  if (isMap(node)) return mapToPlain(node, below);
  // The one that only says "as it is" is no mistake to the parser, and makes a text of nothing.
  if (tag === "!") walk.problems.add(() => tagProblem(walk.lines.place(offset), "!"));
  // A tag the parser does not know has been reported by it, and leaves a text where no text was meant.
  if (tag !== undefined && !tag.startsWith("tag:yaml.org,2002:")) return HOLE;
  return isScalar(node) ? scalarToPlain(node.value) : null;
}

function scalarToPlain(value: unknown): Json {
  if (typeof value === "string" || typeof value === "boolean" || typeof value === "number") return value;
  return typeof value === "bigint" ? value.toString() : null;
}

function mapToPlain(map: YAMLMap, walk: Walk): Json {
  const plain: Record<string, Json> = {};
  for (const pair of map.items as Pair<Node | null, Node | null>[]) {
    const key = keyOf(pair.key, map, walk);
    if (key === null) continue;
    if (Object.hasOwn(plain, key)) {
      walk.problems.add(() => ({
        code: "duplicate-key",
        message: `the key ${key} stands twice in the same mapping`,
        place: walk.lines.place(pair.key?.range?.[0] ?? 0),
        found: `${key}, first in line ${walk.lines.place(findPair(map, key)?.key.range?.[0] ?? 0).line}`,
        wanted: "each key once",
        fix: "remove one of the two",
      }));
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

/** The text of a key; null for what can't be one, which is reported. */
function keyOf(key: Node | null, map: YAMLMap, walk: Walk): string | null {
  const offset = key?.range?.[0] ?? map.range?.[0] ?? 0;
  if (isScalar(key) && key.value === "<<" && key.type === "PLAIN") {
    walk.problems.add(() => mergeProblem(walk.lines.place(offset)));
    return null;
  }
  if (isAlias(key)) {
    walk.problems.add(() => aliasProblem(walk.lines.place(offset), `*${key.source}`));
    return null;
  }
  const value = isScalar(key) ? scalarToPlain(key.value) : null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return String(value);
  walk.problems.add(() => ({
    code: "yaml-key",
    message: "a key is not a text",
    place: walk.lines.place(offset),
    found: key === null || isScalar(key) ? "no key" : isMap(key) ? "a mapping" : "a list",
    wanted: "a key of letters, such as name",
    fix: "write `key: value`; a value that begins with { or [ or ? needs quotes to be text",
  }));
  return null;
}

function findPair(map: YAMLMap, step: PathStep): Pair<Node, Node | null> | null {
  const pair = map.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
  return (pair as Pair<Node, Node | null> | undefined) ?? null;
}

function itemOffsets(tree: Document, listKey: string): Uint32Array {
  const list = isMap(tree.contents) ? tree.contents.get(listKey, true) : null;
  if (!isSeq(list)) return new Uint32Array();
  return Uint32Array.from(list.items, (item) => (item as Node | null)?.range?.[0] ?? 0);
}
