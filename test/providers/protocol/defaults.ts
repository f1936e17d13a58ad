import { DEFAULTS, isObject, isZero } from "./schema";
import type { Schema, Shape, Value, Values } from "./schema";

/** The inputs with what the schema fills in, at every depth, noted under `__defaults`. */
export function withDefaults(inputs: Values, schema: Schema): Values {
  const defaulted: string[] = [];
  const result: Values = {};
  for (const [name, property] of Object.entries(schema)) {
    const given = inputs[name];
    if (given !== undefined && given !== null) {
      result[name] = inShape(given, property.shape);
    } else if (property.default !== undefined && !isZero(property.default)) {
      result[name] = property.default;
      defaulted.push(name);
    }
  }
  result[DEFAULTS] = defaulted.sort();
  return result;
}

function inShape(given: Value, shape: Shape): Value {
  if (shape.kind === "object" && isObject(given)) return withDefaults(given, shape.properties);
  if ((shape.kind === "list" || shape.kind === "set") && Array.isArray(given))
    return given.map((element) => inShape(element, shape.of));
  return given;
}

/** Names that the schema does not know: a program that uses one has to be refused. */
export function unknownNames(inputs: Values, schema: Schema): string[] {
  return Object.keys(inputs).filter((name) => schema[name] === undefined && !name.startsWith("__"));
}

/** Names that can be previewed and not made: a stand-in that left them out in silence would lie. */
export function unmadeNames(inputs: Values, schema: Schema): string[] {
  return Object.keys(inputs).filter((name) => schema[name]?.unmade === true);
}
