import { UNKNOWN } from "../../fleet/resource";
import type { PropertyValue } from "../../fleet/resource";
import type { Json } from "../../fleet/source/json";

const NOTHING: readonly PropertyValue[] = Object.freeze([]);

/** Not declared: the provider or the engine fills in its own default. */
export function isAbsent(value: PropertyValue): value is null | undefined {
  return value === undefined || value === null;
}

export function isList(value: PropertyValue): value is readonly PropertyValue[] {
  return Array.isArray(value);
}

export type PropertyRecord = Readonly<Record<string, PropertyValue>>;

export function isRecord(value: PropertyValue): value is PropertyRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The elements of a list; none when it is absent. Anything else counts as its own only element, so it is judged. */
export function elementsOf(value: PropertyValue): readonly PropertyValue[] {
  if (isAbsent(value)) return NOTHING;
  return isList(value) ? value : [value];
}

/** The entries of a list property; none when it is missing. Unknown as a whole: ask before. */
export function listOf(value: PropertyValue): readonly PropertyValue[] {
  return isList(value) ? value : NOTHING;
}

/** True when the value, or any part of it, is not known yet. */
export function hasUnknown(value: PropertyValue): boolean {
  if (value === UNKNOWN) return true;
  if (isList(value)) return value.some(hasUnknown);
  return isRecord(value) && Object.values(value).some(hasUnknown);
}

/** A field of a nested value: unknown when the whole is, absent when there is none. */
export function fieldOf(value: PropertyValue, key: string): PropertyValue {
  if (value === UNKNOWN) return UNKNOWN;
  return isRecord(value) ? value[key] : undefined;
}

/** A value as a finding shows it: what is absent as null, what is unknown as such, keys in order. */
export function shown(value: PropertyValue): Json {
  if (isAbsent(value)) return null;
  if (value === UNKNOWN) return "not known yet";
  if (isList(value)) return value.map(shown);
  if (typeof value !== "object") return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, shown(value[key])]));
}
