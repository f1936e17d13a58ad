import { differences } from "./difference";
import { DEFAULTS, isObject, textOf } from "./schema";
import type { Property, Schema, Value, Values } from "./schema";

/**
 * The inputs after a refresh: what the program had said, with the values that the world has now. Only what was
 * said before is there after: the rest belongs to the state.
 */
export function refreshedInputs(inputs: Values, state: Values, schema: Schema): Values {
  const result: Values = {};
  for (const [name, said] of Object.entries(inputs)) {
    const property = schema[name];
    const now = state[name];
    const unchanged =
      property === undefined ||
      // Two texts that mean the same are still two: the world's is taken.
      (property.shape.kind === "value" && textOf(now) === textOf(said)) ||
      differences({ [name]: now ?? null }, { [name]: said }, { [name]: withoutLeniency(property) }).length ===
        0;
    result[name] = unchanged || now === undefined || now === null ? said : projected(said, now);
  }
  return result;
}

function withoutLeniency(property: Property): Property {
  const { same: _same, ...strict } = property;
  return property.shape.kind === "value" ? strict : property;
}

/** The value the world has, in the form the program gave. */
function projected(said: Value, now: Value): Value {
  if (Array.isArray(said) && Array.isArray(now))
    return now.map((element, index) => projected(said[index] ?? element, element));
  if (isObject(said) && isObject(now)) {
    const result: Values = {};
    for (const [name, value] of Object.entries(said))
      result[name] = name === DEFAULTS ? value : projected(value, now[name] ?? value);
    return result;
  }
  return now;
}
