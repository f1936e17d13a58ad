import { isAlias, isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { Document, Node, Pair, YAMLMap } from "yaml";
import type { Place } from "../../fleet/place";
import type { Problems } from "../../fleet/problem";
import { Lines } from "../../fleet/source/lines";
import type { SourceText } from "../../fleet/source/source-text";
import { SubstitutionError, interpolate } from "./interpolate";
import type { Lookup } from "./interpolate";
import { list, mapping, textOf } from "./tree";
import type { Entry, Mapping, Shadowed, Tree } from "./tree";

/** A Compose file of a hundred services has some thousand values; a few nested aliases can make gigabytes. */
const MOST_VALUES = 100_000;
const DEEPEST = 64;
const MOST_SYNTAX_PROBLEMS = 20;

/** A variable that has no value and no default. */
export interface Unset {
  readonly name: string;
  readonly place: Place;
}

export interface Parsed {
  readonly tree: Mapping;
  readonly unset: readonly Unset[];
}

/** Reads a Compose file: aliases and merges are followed, variables put in. Null when it can't be; see `problems`. */
export function parseCompose(source: SourceText, lookup: Lookup, problems: Problems): Parsed | null {
  const before = problems.count;
  const document = parseYaml(source, problems);
  if (document === null) return null;
  const walk = new Walk(source, lookup, problems);
  const tree = document.contents === null ? null : walk.node(document.contents, 0);
  const place = { file: source.file, line: 1, column: 1 };
  if (tree === null || tree.kind !== "mapping") {
    if (problems.count === before)
      problems.add({
        code: "wrong-type",
        message: `${source.file} is no Compose file`,
        place,
        found: tree === null ? "nothing" : `a ${tree.kind}`,
        wanted: "a mapping with services",
        fix: "name the Compose file, such as compose.yaml",
      });
    return null;
  }
  return problems.count > before ? null : { tree, unset: walk.unset };
}

function parseYaml(source: SourceText, problems: Problems): Document | null {
  const lines = new Lines(source.file, source.text);
  try {
    const document = parseDocument(source.text, {
      uniqueKeys: false,
      logLevel: "error",
      prettyErrors: false,
    });
    for (const { pos, message } of document.errors.slice(0, MOST_SYNTAX_PROBLEMS)) {
      problems.add({
        code: "yaml-syntax",
        message: `this is not YAML: ${message}`,
        place: lines.place(pos[0]),
        found: (source.text.slice(pos[0], pos[0] + 30).split(/\r?\n/)[0] ?? "").trim() || "nothing",
        wanted: "YAML",
        fix: "mend the line: mostly an indent, a quote or a colon is wrong",
      });
    }
    return document.errors.length > 0 ? null : document;
  } catch (error) {
    // The parser calls itself for every level, so a file of brackets can use up its stack.
    if (!(error instanceof RangeError)) throw error;
    problems.add(tooDeep({ file: source.file, line: 1, column: 1 }));
    return null;
  }
}

function tooDeep(place: Place) {
  return {
    code: "yaml-too-deep",
    message: "values are nested too deeply",
    place,
    found: `more than ${DEEPEST} levels`,
    wanted: `at most ${DEEPEST} levels`,
    fix: "remove the nesting: a Compose file is eight levels deep",
  } as const;
}

class Walk {
  readonly unset: Unset[] = [];
  private readonly anchors = new Map<string, Tree | "open">();
  private readonly lines: Lines;
  private stopped = false;

  constructor(
    source: SourceText,
    private readonly lookup: Lookup,
    private readonly problems: Problems,
  ) {
    this.lines = new Lines(source.file, source.text);
  }

  /** @returns null for what was refused, which is reported */
  node(node: Node, depth: number): Tree | null {
    if (this.stopped) return null;
    const place = this.lines.place(node.range?.[0] ?? 0);
    if (depth > DEEPEST) return this.refuse(tooDeep(place));
    if (isAlias(node)) return this.alias(node.source, place);
    const { anchor } = node as { readonly anchor?: string };
    if (anchor !== undefined) this.anchors.set(anchor, "open");
    const tree = this.value(node, place, depth);
    if (anchor !== undefined) {
      if (tree === null) this.anchors.delete(anchor);
      else this.anchors.set(anchor, tree);
    }
    if (tree !== null && tree.size > MOST_VALUES) {
      this.stopped = true;
      return this.refuse({
        code: "compose-too-large",
        message: "with every alias written out this file is too large",
        place,
        found: `more than ${MOST_VALUES} values`,
        wanted: `at most ${MOST_VALUES}`,
        fix: "remove aliases that hold aliases that hold aliases",
      });
    }
    return tree;
  }

  private refuse(problem: Parameters<Problems["add"]>[0]): null {
    this.problems.add(problem);
    return null;
  }

  private alias(name: string, place: Place): Tree | null {
    const tree = this.anchors.get(name);
    if (tree === "open")
      return this.refuse({
        code: "compose-cycle",
        message: `the alias ${name} stands inside of what it stands for`,
        place,
        found: `*${name} inside of &${name}`,
        wanted: "an alias of something that is complete",
        fix: "write out what is meant",
      });
    if (tree !== undefined) return tree;
    return this.refuse({
      code: "yaml-alias",
      message: `there is no anchor ${name} before this alias`,
      place,
      found: `*${name}`,
      wanted: `an anchor &${name} above it`,
      fix: "correct the name, or move the anchor up",
    });
  }

  private value(node: Node, place: Place, depth: number): Tree | null {
    const tag = this.tagOf(node, place);
    if (tag === undefined) return null;
    if (isSeq(node)) {
      const items = node.items.map((item) =>
        item === null ? this.empty(place) : this.node(item as Node, depth + 1),
      );
      return list(
        items.filter((item) => item !== null),
        place,
        tag,
      );
    }
    if (isMap(node)) return this.map(node, place, tag, depth);
    const value: unknown = isScalar(node) ? node.value : null;
    if (typeof value === "string") {
      const text = this.text(value, place);
      return text === null ? null : { kind: "scalar", value: text, place, tag, size: 1 };
    }
    const known = typeof value === "number" || typeof value === "boolean" ? value : null;
    return { kind: "scalar", value: known, place, tag, size: 1 };
  }

  /** Undefined for a tag that is refused. */
  private tagOf(node: Node, place: Place): Tree["tag"] | undefined {
    const { tag } = node as { readonly tag?: string };
    if (tag === "!reset") return "reset";
    if (tag === "!override") return "override";
    if (tag === undefined || tag.startsWith("tag:yaml.org,2002:")) return null;
    this.refuse({
      code: "yaml-tag",
      message: "a tag that Compose does not know",
      place,
      found: tag,
      wanted: "!reset, !override or none",
      fix: "remove the tag",
    });
    return undefined;
  }

  private empty(place: Place): Tree {
    return { kind: "scalar", value: null, place, tag: null, size: 1 };
  }

  private text(value: string, place: Place): string | null {
    try {
      const { text, unset } = interpolate(value, this.lookup);
      for (const name of unset) this.unset.push({ name, place });
      return text;
    } catch (error) {
      if (!(error instanceof SubstitutionError)) throw error;
      return this.refuse({
        code: "compose-variable",
        message: `a variable can't be put in: ${error.message}`,
        place,
        found: error.message,
        wanted: "variables that are set, as $NAME, ${NAME} or ${NAME:-default}; $$ for a dollar",
        fix: "set the variable in the environment or in .env, or write $$ for a dollar",
      });
    }
  }

  private map(map: YAMLMap, place: Place, tag: Tree["tag"], depth: number): Mapping {
    const own = new Map<string, Entry>();
    const merges: { readonly tree: Mapping; readonly place: Place }[] = [];
    for (const pair of map.items as Pair<Node | null, Node | null>[]) {
      const keyPlace = this.lines.place(pair.key?.range?.[0] ?? map.range?.[0] ?? 0);
      const key = isScalar(pair.key) ? keyText(pair.key.value) : null;
      if (key === null) {
        this.refuse({
          code: "yaml-key",
          message: "a key is not a text",
          place: keyPlace,
          found: pair.key === null ? "no key" : "a list, a mapping or an alias",
          wanted: "a key of letters, such as image",
          fix: "write `key: value`; a text that begins with { or [ or * needs quotes",
        });
        continue;
      }
      const value = pair.value === null ? this.empty(keyPlace) : this.node(pair.value, depth + 1);
      if (value === null) continue;
      if (key === "<<" && isScalar(pair.key) && pair.key.type === "PLAIN")
        this.addMerge(value, keyPlace, merges);
      else if (own.has(key)) this.twice(key, keyPlace, own);
      else own.set(key, { keyPlace, value });
    }
    if (merges.length === 0) return mapping(own, place, { tag });
    const all = new Map<string, Entry>();
    const shadowed: Shadowed[] = [];
    for (const { tree } of merges) {
      shadowed.push(...tree.shadowed);
      for (const [key, entry] of tree.entries) {
        const mine = own.get(key);
        if (mine === undefined) {
          if (!all.has(key)) all.set(key, entry);
          continue;
        }
        const lost = lostBetween(entry.value, mine.value);
        if (lost.length > 0) shadowed.push({ key, lost, place: mine.keyPlace, merged: entry.keyPlace });
      }
    }
    for (const [key, entry] of own) all.set(key, entry);
    return mapping(all, place, { tag, shadowed });
  }

  private addMerge(
    value: Tree,
    place: Place,
    merges: { readonly tree: Mapping; readonly place: Place }[],
  ): void {
    const parts = value.kind === "list" ? value.items : [value];
    for (const tree of parts) {
      if (tree.kind === "mapping") merges.push({ tree, place });
      else
        this.refuse({
          code: "yaml-merge",
          message: "only mappings can be merged",
          place,
          found: `a ${tree.kind}`,
          wanted: "an alias of a mapping, or a list of such",
          fix: "let << have the alias of a mapping",
        });
    }
  }

  private twice(key: string, place: Place, own: ReadonlyMap<string, Entry>): void {
    this.refuse({
      code: "duplicate-key",
      message: `the key ${key} stands twice in the same mapping`,
      place,
      found: `${key}, first in line ${own.get(key)?.keyPlace.line ?? 0}`,
      wanted: "each key once",
      fix: "remove one of the two",
    });
  }
}

function keyText(value: unknown): string | null {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}

/** The names in a merged value that the value which replaces it does not have. */
function lostBetween(merged: Tree, own: Tree): readonly string[] {
  const kept = new Set(namesIn(own));
  return namesIn(merged).filter((name) => !kept.has(name));
}

/** Keys of a mapping, or names of a list of `NAME=value`. */
function namesIn(tree: Tree): readonly string[] {
  if (tree.kind === "mapping") return [...tree.entries.keys()];
  if (tree.kind === "scalar") return [];
  return tree.items.flatMap((item) => /^([^=\s]+)=/.exec(textOf(item) ?? "")?.[1] ?? []);
}
