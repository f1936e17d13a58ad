import type { Problems } from "../problem";
import type { Json, PathStep } from "../source/json";
import type { YamlFile } from "../source/yaml-file";
import { parseCpu } from "../units/cpu";
import { parseDuration } from "../units/duration";
import { parseMemory } from "../units/memory";
import { fixFor, show } from "./wording";

/** What the programs below count in: bytes, thousandths of a core and nanoseconds, each in 64 bits. */
const LIMITS = {
  memory: { read: (value: string | number) => parseMemory(String(value)), most: 2 ** 33, text: "8388608GiB" },
  cpu: { read: parseCpu, most: 100_000 * 1000, text: "100,000 cores" },
  duration: { read: (value: string | number) => parseDuration(String(value)), most: 9.2e9, text: "106000d" },
} as const;
type Kind = keyof typeof LIMITS;

/** Where a schema has amounts: `*` stands for every key or item. */
interface Pattern {
  readonly kind: Kind;
  readonly path: readonly string[];
  readonly wanted: string;
}

const patterns = new WeakMap<object, readonly Pattern[]>();

/**
 * What a pattern in a schema can't say of memory, CPU and durations: that they can be counted exactly in their
 * unit and by the programs that get them. Looks only where the schema has `$defs/memory`, `cpu` or `duration`.
 *
 * @returns the paths of the amounts that were refused
 */
export function checkAmounts(
  schema: object,
  value: unknown,
  file: YamlFile,
  name: (path: readonly PathStep[]) => string,
  problems: Problems,
): PathStep[][] {
  let known = patterns.get(schema);
  if (known === undefined) {
    known = patternsOf(schema);
    patterns.set(schema, known);
  }
  const broken: PathStep[][] = [];
  for (const { kind, path, wanted } of known) {
    visit(value, path, [], (amount, at) => {
      if (typeof amount !== "string" && typeof amount !== "number") return;
      const found = LIMITS[kind].read(amount);
      const fault = faultOf(kind, found);
      if (fault === null) return;
      broken.push(at);
      problems.add(() => ({
        code: "wrong-unit",
        message: `${name(at)} ${fault}`,
        place: file.placeOf(at),
        found: show(amount),
        wanted: `${wanted}, ${kind === "cpu" ? "above 0 and " : ""}at most ${LIMITS[kind].text}`,
        fix: found === null && kind === "cpu" ? fixFor(amount, wanted) : "write what it really needs",
      }));
    });
  }
  return broken;
}

function faultOf(kind: Kind, amount: number | null): string | null {
  if (amount === null) {
    return kind === "cpu" ? "is finer than a thousandth of a core" : "is more than can be counted";
  }
  if (amount > LIMITS[kind].most) return "is more than any machine has";
  return kind === "cpu" && amount === 0 ? "is nothing" : null;
}

function visit(
  value: unknown,
  pattern: readonly string[],
  path: readonly PathStep[],
  take: (value: unknown, path: PathStep[]) => void,
): void {
  const [step, ...rest] = pattern;
  if (step === undefined) {
    take(value, [...path]);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  if (step !== "*") {
    if (Object.hasOwn(value, step)) visit((value as Record<string, Json>)[step], rest, [...path, step], take);
    return;
  }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) visit(item, rest, [...path, index], take);
    return;
  }
  for (const [key, item] of Object.entries(value)) visit(item, rest, [...path, key], take);
}

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
}

function patternsOf(root: Schema): readonly Pattern[] {
  const found: Pattern[] = [];
  const walk = (schema: Schema, path: readonly string[]): void => {
    const name = schema.$ref?.split("/").at(-1);
    const target = name === undefined ? schema : root.$defs?.[name];
    if (target === undefined) return;
    if (name === "memory" || name === "cpu" || name === "duration") {
      found.push({ kind: name, path, wanted: target.description ?? name });
      return;
    }
    for (const [key, property] of Object.entries(target.properties ?? {})) walk(property, [...path, key]);
    if (typeof target.additionalProperties === "object") walk(target.additionalProperties, [...path, "*"]);
    if (target.items !== undefined) walk(target.items, [...path, "*"]);
  };
  walk(root, []);
  return found;
}
