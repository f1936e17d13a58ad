import { DEFAULTS, UNKNOWN_VALUE, isEmpty, isObject, isZero, textOf } from "./schema";
import type { Property, Schema, Shape, Value, Values } from "./schema";

export type Change = "add" | "delete" | "update";

/** A difference between a state and what is wanted, at a property path such as `ports[0].external`. */
export interface Difference {
  readonly path: string;
  readonly change: Change;
  readonly replaces: boolean;
}

/** Everything in which what is wanted differs from the state. */
export function differences(state: Values, wanted: Values, schema: Schema): Difference[] {
  return Object.entries(schema).flatMap(([name, property]) =>
    ofProperty(name, property, state[name], wanted[name], false),
  );
}

/** The property of a path that the program declared: `ports` of `ports[0].external`. */
export function topLevel(path: string): string {
  return /^[^.[]+/.exec(path)?.[0] ?? path;
}

function ofProperty(
  path: string,
  property: Property,
  state: Value | undefined,
  wanted: Value | undefined,
  inherited: boolean,
): Difference[] {
  const replaces = inherited || property.replaces === true;
  const one = (change: Change): Difference[] => [{ path, change, replaces }];
  if (wanted === UNKNOWN_VALUE) return one(isEmpty(state) ? "add" : "update");
  if (property.same?.(state ?? null, wanted ?? null) === true) return [];
  if (isEmpty(wanted)) {
    // Zero in the state is what the world makes of nothing.
    if (property.computed === true || isZero(state)) return [];
    return one("delete");
  }
  if (isEmpty(state)) return one("add");
  return ofShape(path, property.shape, state as Value, wanted as Value, replaces);
}

function ofShape(path: string, shape: Shape, state: Value, wanted: Value, replaces: boolean): Difference[] {
  switch (shape.kind) {
    case "value":
      return textOf(state) === textOf(wanted) ? [] : [{ path, change: "update", replaces }];
    case "object":
      return ofObject(path, shape.properties, asObject(state), asObject(wanted), replaces);
    case "map":
      return ofMap(path, asObject(state), asObject(wanted), replaces);
    case "list":
      return ofList(path, shape.of, asArray(state), asArray(wanted), replaces);
    case "set":
      return ofSet(path, shape.of, asArray(state), asArray(wanted), replaces);
  }
}

function ofObject(path: string, schema: Schema, state: Values, wanted: Values, replaces: boolean) {
  return Object.entries(schema).flatMap(([name, property]) =>
    ofProperty(`${path}.${name}`, property, state[name], wanted[name], replaces),
  );
}

function ofMap(path: string, state: Values, wanted: Values, replaces: boolean): Difference[] {
  const keys = [...new Set([...Object.keys(state), ...Object.keys(wanted)])].filter(
    (key) => key !== DEFAULTS,
  );
  return keys.flatMap((key): Difference[] => {
    const place = /^\w+$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
    if (!(key in wanted)) return [{ path: place, change: "delete", replaces }];
    if (!(key in state)) return [{ path: place, change: "add", replaces }];
    return textOf(state[key]) === textOf(wanted[key]) ? [] : [{ path: place, change: "update", replaces }];
  });
}

function ofList(path: string, of: Shape, state: Value[], wanted: Value[], replaces: boolean): Difference[] {
  return Array.from({ length: Math.max(state.length, wanted.length) }, (_, index): Difference[] => {
    const [found, want] = [state[index], wanted[index]];
    const place = `${path}[${index}]`;
    if (want === undefined) return [{ path: place, change: "delete", replaces }];
    if (found === undefined) return [{ path: place, change: "add", replaces }];
    return ofShape(place, of, found, want, replaces);
  }).flat();
}

/**
 * Elements that are alike go together wherever they stand. What is left over is never changed: one element is
 * taken out and another put in, so every property of both shows up.
 */
function ofSet(path: string, of: Shape, state: Value[], wanted: Value[], replaces: boolean): Difference[] {
  const left = state.map((element, index) => ({ element, index }));
  const added: { element: Value; index: number }[] = [];
  for (const [index, element] of wanted.entries()) {
    const alike = left.findIndex(
      (candidate) => ofShape("", of, candidate.element, element, false).length === 0,
    );
    if (alike >= 0) left.splice(alike, 1);
    else added.push({ element, index });
  }
  const result = added.flatMap(({ element, index }): Difference[] => {
    const removed = left.shift();
    const place = `${path}[${index}]`;
    if (removed === undefined) return [{ path: place, change: "add", replaces }];
    return exchanged(place, of, removed.element, element, replaces);
  });
  const gone = left.map(({ index }): Difference => ({
    path: `${path}[${index}]`,
    change: "delete",
    replaces,
  }));
  return [...result, ...gone];
}

function exchanged(path: string, of: Shape, removed: Value, put: Value, replaces: boolean): Difference[] {
  if (of.kind !== "object") return [{ path, change: "update", replaces }];
  const [state, wanted] = [asObject(removed), asObject(put)];
  return Object.entries(of.properties).flatMap(([name, property]): Difference[] => {
    const place = `${path}.${name}`;
    const into = !isZero(wanted[name]);
    // What the world fills in is not said to be taken out.
    const out = !isZero(state[name]) && property.computed !== true;
    if (into && out) return [{ path: place, change: "update", replaces }];
    if (into) return [{ path: place, change: "add", replaces }];
    return out ? [{ path: place, change: "delete", replaces }] : [];
  });
}

function asObject(candidate: Value): Values {
  return isObject(candidate) ? candidate : {};
}

function asArray(candidate: Value): Value[] {
  return Array.isArray(candidate) ? candidate : [candidate];
}
