import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { Node, Pair, YAMLMap } from "yaml";
import { InputError } from "../../../fleet/problem";
import type { SourceText } from "../../../fleet/source/source-text";

/** Lines that are taken out from a line on, and lines that take their place. Lines count from 0. */
export interface Edit {
  readonly line: number;
  readonly remove: number;
  readonly add: readonly string[];
}

/** Makes edits of a YAML file that leave every other line as it is: comments and order stay. */
export class YamlEdits {
  readonly edits: Edit[] = [];
  private readonly lines: readonly string[];
  private readonly root: YAMLMap;

  /** @param source a file that has been checked: a mapping */
  constructor(private readonly source: SourceText) {
    this.lines = source.text.split("\n");
    const { contents } = parseDocument(source.text, { uniqueKeys: false, logLevel: "error" });
    if (!isMap(contents)) throw new Error("a checked file is a mapping");
    this.root = contents;
  }

  /** Adds entries at the end of a mapping or a list that stands in lines of its own. `block` is not indented. */
  append(key: string, block: readonly string[]): void {
    if (block.length === 0) return;
    const pair = this.pairOf(key);
    const node = pair.value;
    const keyLine = this.lineOf(pair.key.range?.[0] ?? 0);
    const items = isSeq(node) || isMap(node) ? node.items.length : 0;
    if (items === 0) {
      const indented = block.map((line) => `  ${line}`);
      this.edits.push({ line: keyLine, remove: 1, add: [`${key}:`, ...indented] });
      return;
    }
    if ((isSeq(node) || isMap(node)) && node.flow === true) throw this.inBraces(key, keyLine);
    const indent = /^ */.exec(this.lines[this.lineOf(node?.range?.[0] ?? 0)] ?? "")?.[0] ?? "  ";
    const last = this.lastLineOf(node);
    this.edits.push({
      line: last + 1,
      remove: 0,
      add: block.map((line) => (line === "" ? "" : indent + line)),
    });
  }

  /** Replaces a number, wherever it stands in its line. */
  setNumber(path: readonly string[], value: number): void {
    let node: Node | null = this.root;
    for (const key of path) node = isMap(node) ? (findPair(node, key)?.value ?? null) : null;
    if (!isScalar(node) || !node.range) throw new Error(`a checked file has ${path.join(".")}`);
    const [start, end] = node.range;
    const line = this.lineOf(start);
    const column = start - this.offsetOf(line);
    const text = this.current(line);
    const changed = text.slice(0, column) + String(value) + text.slice(column + (end - start));
    const before = this.edits.findIndex((edit) => edit.line === line && edit.remove === 1);
    if (before !== -1) throw this.inBraces(path[0] ?? "", line);
    this.edits.push({ line, remove: 1, add: [changed] });
  }

  /** The text with all edits. */
  apply(): string {
    const lines = [...this.lines];
    for (const { line, remove, add } of [...this.edits].sort((a, b) => b.line - a.line))
      lines.splice(line, remove, ...add);
    return lines.join("\n");
  }

  private current(line: number): string {
    return this.lines[line] ?? "";
  }

  private pairOf(key: string): Pair<Node, Node | null> & { key: Node } {
    const pair = findPair(this.root, key);
    if (pair === null) throw new Error(`a checked file has ${key}`);
    return pair;
  }

  /** The last line that has something of the node: comments and empty lines after it belong to what follows. */
  private lastLineOf(node: Node | null): number {
    const end = node?.range?.[1] ?? 0;
    let line = this.lineOf(Math.max(0, end - 1));
    while (line > 0 && /^\s*(#|$)/.test(this.lines[line] ?? "")) line -= 1;
    return line;
  }

  private lineOf(offset: number): number {
    let count = 0;
    for (
      let at = this.source.text.indexOf("\n");
      at !== -1 && at < offset;
      at = this.source.text.indexOf("\n", at + 1)
    )
      count += 1;
    return count;
  }

  private offsetOf(line: number): number {
    return this.lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0);
  }

  private inBraces(key: string, line: number): InputError {
    return new InputError([
      {
        code: "wrong-value",
        message: `${key} stands in brackets, so nothing can be added without rewriting it`,
        place: { file: this.source.file, line: line + 1, column: 1 },
        found: `${key} in one line`,
        wanted: "each entry in lines of its own",
        fix: "write each entry in lines of its own, then import again",
      },
    ]);
  }
}

function findPair(map: YAMLMap, key: string): (Pair<Node, Node | null> & { key: Node }) | null {
  const found = map.items.find((item) => isScalar(item.key) && item.key.value === key);
  return (found as (Pair<Node, Node | null> & { key: Node }) | undefined) ?? null;
}

const CONTEXT = 3;

/** The edits as a unified diff, as `git diff` and `patch` read it. */
export function unifiedDiff(file: string, text: string, edits: readonly Edit[]): string {
  const lines = text.split("\n");
  // What follows the last line break is no line.
  const count = lines.at(-1) === "" ? lines.length - 1 : lines.length;
  const sorted = [...edits].sort((a, b) => a.line - b.line);
  const out = [`--- a/${file}`, `+++ b/${file}`];
  let shift = 0;
  for (let index = 0; index < sorted.length;) {
    const hunk = [sorted[index]].flatMap((edit) => edit ?? []);
    index += 1;
    for (let next = sorted[index]; next !== undefined; next = sorted[index]) {
      const last = hunk.at(-1);
      if (last === undefined || next.line - (last.line + last.remove) > 2 * CONTEXT) break;
      hunk.push(next);
      index += 1;
    }
    const [first] = hunk;
    const last = hunk.at(-1);
    if (first === undefined || last === undefined) break;
    const from = Math.max(0, first.line - CONTEXT);
    const to = Math.min(count, last.line + last.remove + CONTEXT);
    const body: string[] = [];
    let at = from;
    for (const { line, remove, add } of hunk) {
      for (; at < line; at++) body.push(` ${lines[at] ?? ""}`);
      for (; at < line + remove; at++) body.push(`-${lines[at] ?? ""}`);
      body.push(...add.map((one) => `+${one}`));
    }
    for (; at < to; at++) body.push(` ${lines[at] ?? ""}`);
    const added = hunk.reduce((sum, { add, remove }) => sum + add.length - remove, 0);
    out.push(`@@ -${from + 1},${to - from} +${from + 1 + shift},${to - from + added} @@`, ...body);
    shift += added;
  }
  return `${out.join("\n")}\n`;
}
