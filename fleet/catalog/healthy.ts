import type { Json, PathStep } from "../source/json";
import { HOLE } from "../source/yaml-file";
import type { YamlFile } from "../source/yaml-file";

/**
 * A value in which anything may be missing because it was wrong and has been reported. A key that is there
 * with `undefined`, or a list item that is `undefined`, stands for something broken; a key that is not there
 * was not written.
 */
export type Healthy<T> = T extends readonly (infer Item)[]
  ? readonly (Healthy<Item> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Healthy<T[Key]> | undefined }
    : T;

/** A file that can be read, and what of it is not already known to be wrong. */
export interface Readable<Kind> {
  readonly file: YamlFile;
  readonly healthy: Healthy<Kind>;
}

type Part = Json | undefined | readonly Part[] | { [key: string]: Part };

/** A copy of the value without the parts that stand at the paths. The root stays a mapping. */
export function healthyPart(value: Json, broken: readonly (readonly PathStep[])[]): Part {
  if (broken.some((path) => path.length === 0)) return {};
  const copy = copyOf(value);
  for (const path of broken) {
    let at: Part = copy;
    for (const step of path.slice(0, -1)) at = at === undefined ? undefined : childOf(at, step);
    if (typeof at !== "object" || at === null) continue;
    (at as Record<PathStep, Part>)[path.at(-1) ?? ""] = undefined;
  }
  return typeof copy === "object" && copy !== null && !Array.isArray(copy) ? copy : {};
}

function childOf(at: Part, step: PathStep): Part {
  if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return undefined;
  return (at as Record<PathStep, Part>)[step];
}

function copyOf(value: Json): Part {
  if (value === HOLE) return undefined;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map(copyOf);
  const copy: Record<string, Part> = {};
  for (const [key, item] of Object.entries(value)) {
    if (key !== "__proto__") copy[key] = copyOf(item);
  }
  return copy;
}
