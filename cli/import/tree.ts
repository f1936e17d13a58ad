import type { Place } from "../../fleet/place";

/** What a Compose file says, after anchors, merges and variables, with the place of every value. */
export type Tree = Scalar | List | Mapping;

interface Base {
  readonly place: Place;
  /** `!reset` takes away what an earlier file said, `!override` replaces it instead of merging. */
  readonly tag: "reset" | "override" | null;
  /** How many values it holds when every alias is written out. */
  readonly size: number;
}

export interface Scalar extends Base {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
}

export interface List extends Base {
  readonly kind: "list";
  readonly items: readonly Tree[];
}

export interface Mapping extends Base {
  readonly kind: "mapping";
  readonly entries: ReadonlyMap<string, Entry>;
  /** Keys that a merge (`<<`) brought and that the mapping then set itself: the whole value is replaced. */
  readonly shadowed: readonly Shadowed[];
}

export interface Entry {
  readonly keyPlace: Place;
  readonly value: Tree;
}

export interface Shadowed {
  readonly key: string;
  /** What was in the merged value and is in the own one no more. */
  readonly lost: readonly string[];
  /** Where the own value stands. */
  readonly place: Place;
  /** Where the merged one stood. */
  readonly merged: Place;
}

export function scalar(value: Scalar["value"], place: Place): Scalar {
  return { kind: "scalar", value, place, tag: null, size: 1 };
}

export function list(items: readonly Tree[], place: Place, tag: Base["tag"] = null): List {
  return { kind: "list", items, place, tag, size: sizeOf(items) };
}

export function mapping(
  entries: ReadonlyMap<string, Entry>,
  place: Place,
  more: { readonly tag?: Base["tag"]; readonly shadowed?: readonly Shadowed[] } = {},
): Mapping {
  const size = sizeOf([...entries.values()].map(({ value }) => value));
  return { kind: "mapping", entries, place, tag: more.tag ?? null, shadowed: more.shadowed ?? [], size };
}

function sizeOf(children: readonly Tree[]): number {
  return children.reduce((sum, child) => sum + child.size, 1);
}

/** The value below a path of keys; null when there is none. */
export function at(tree: Tree | null, ...path: readonly string[]): Tree | null {
  let here = tree;
  for (const key of path) here = here?.kind === "mapping" ? (here.entries.get(key)?.value ?? null) : null;
  return here;
}

/** The text of a scalar; null for anything else and for nothing. */
export function textOf(tree: Tree | null): string | null {
  return tree?.kind === "scalar" && tree.value !== null ? String(tree.value) : null;
}

/** A list of texts, or the one text that may stand in its place. */
export function textsOf(tree: Tree | null): readonly string[] {
  if (tree?.kind === "list") return tree.items.flatMap((item) => textOf(item) ?? []);
  return textOf(tree) === null ? [] : [textOf(tree) ?? ""];
}

export function entriesOf(tree: Tree | null): readonly (readonly [string, Entry])[] {
  return tree?.kind === "mapping" ? [...tree.entries] : [];
}

/** As plain data, for a JSON Schema. What is `!reset` is not there. */
export function plainOf(tree: Tree): unknown {
  if (tree.kind === "scalar") return tree.value;
  if (tree.kind === "list") return tree.items.map(plainOf);
  const plain: Record<string, unknown> = {};
  for (const [key, { value }] of tree.entries) {
    if (value.tag === "reset") continue;
    // Plain assignment of __proto__ would set the prototype.
    Object.defineProperty(plain, key, {
      value: plainOf(value),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return plain;
}
