import type { Json } from "../source/json";

/** One step of a path: the key of a mapping, or the identity of an entry of a list. */
export type Step = string;

/**
 * What has to be done to one JSON value to get another. Entries of lists are known by their identity
 * (`name`, `id`, `pool`, `class` or `index`), so that an agent that moves is not an agent that changes.
 */
export type Operation =
  | { readonly op: "add"; readonly path: readonly Step[]; readonly after: Json }
  | { readonly op: "remove"; readonly path: readonly Step[]; readonly before: Json }
  | { readonly op: "replace"; readonly path: readonly Step[]; readonly before: Json; readonly after: Json }
  /** The entries of a list stand in another order, or entries came in between: the identities in order. */
  | { readonly op: "order"; readonly path: readonly Step[]; readonly after: readonly Step[] };

type Mapping = Readonly<Record<string, Json>>;

const IDENTITIES = ["name", "id", "pool", "class", "index"] as const;

/** The operations that lead from one value to the other; none when they are equal. Linear in their size. */
export function operationsBetween(before: Json, after: Json): Operation[] {
  const operations: Operation[] = [];
  compare(before, after, [], operations);
  return operations;
}

/** Does to a value what the operations say. Throws when they were made for another value. */
export function applyOperations(value: Json, operations: readonly Operation[]): Json {
  return operations.reduce((result, operation) => applyAt(result, operation, 0), value);
}

function compare(before: Json, after: Json, path: readonly Step[], operations: Operation[]): void {
  if (before === after) return;
  if (isMapping(before) && isMapping(after)) {
    compareMappings(before, after, path, operations);
    return;
  }
  const old = keyed(before);
  const young = keyed(after);
  if (old !== null && young !== null) {
    const count = operations.length;
    compareMappings(Object.fromEntries(old), Object.fromEntries(young), path, operations);
    const kept = [...old.keys()].filter((key) => young.has(key));
    const added = [...young.keys()].filter((key) => !old.has(key));
    const wanted = [...young.keys()];
    if (wanted.join("\0") !== [...kept, ...added].join("\0"))
      operations.push({ op: "order", path, after: wanted });
    if (operations.length > count || old.size > 0) return;
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  operations.push({ op: "replace", path, before, after });
}

function compareMappings(
  before: Mapping,
  after: Mapping,
  path: readonly Step[],
  operations: Operation[],
): void {
  for (const [key, value] of Object.entries(before)) {
    if (!Object.hasOwn(after, key)) operations.push({ op: "remove", path: [...path, key], before: value });
  }
  for (const [key, value] of Object.entries(after)) {
    const old = Object.hasOwn(before, key) ? before[key] : undefined;
    if (old === undefined) operations.push({ op: "add", path: [...path, key], after: value });
    else compare(old, value, [...path, key], operations);
  }
}

function isMapping(value: Json): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A list whose entries all have an identity, each once, by that identity; null when it is none. */
function keyed(value: Json): Map<Step, Json> | null {
  if (!Array.isArray(value)) return null;
  const entries = value as readonly Json[];
  const identity = IDENTITIES.find((name) =>
    entries.every((entry) => isMapping(entry) && isStep(entry[name])),
  );
  if (identity === undefined) return entries.length === 0 ? new Map() : null;
  const map = new Map<Step, Json>();
  for (const entry of entries) {
    const step = isMapping(entry) ? entry[identity] : undefined;
    if (isStep(step)) map.set(String(step), entry);
  }
  return map.size === entries.length ? map : null;
}

function isStep(value: Json | undefined): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

function applyAt(value: Json, operation: Operation, depth: number): Json {
  const step = operation.path[depth];
  if (step === undefined) return applyHere(value, operation);
  const list = Array.isArray(value) ? keyed(value) : null;
  const mapping = list ?? (isMapping(value) ? new Map(Object.entries(value)) : null);
  if (mapping === null) throw mismatch(operation);
  if (depth === operation.path.length - 1 && operation.op === "remove") {
    if (!mapping.delete(step)) throw mismatch(operation);
  } else if (depth === operation.path.length - 1 && operation.op === "add") {
    mapping.set(step, operation.after);
  } else {
    const below = mapping.get(step);
    if (below === undefined) throw mismatch(operation);
    mapping.set(step, applyAt(below, operation, depth + 1));
  }
  return list === null ? Object.fromEntries(mapping) : [...mapping.values()];
}

function applyHere(value: Json, operation: Operation): Json {
  if (operation.op === "replace") return operation.after;
  if (operation.op !== "order") throw mismatch(operation);
  const list = keyed(value);
  if (list === null) throw mismatch(operation);
  return operation.after.map((key) => {
    const entry = list.get(key);
    if (entry === undefined) throw mismatch(operation);
    return entry;
  });
}

function mismatch(operation: Operation): Error {
  return new Error(`the operation ${operation.op} at ${operation.path.join(".")} was made for another value`);
}
