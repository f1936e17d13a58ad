import { UNKNOWN } from "../../fleet/resource";
import type { PropertyValue } from "../../fleet/resource";
import type { Json } from "../../fleet/source/json";

export type PropertyRecord = Readonly<Record<string, PropertyValue>>;

export function isRecord(value: PropertyValue): value is PropertyRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: PropertyValue): value is readonly PropertyValue[] {
  return Array.isArray(value);
}

/** The entries of a list property; none when it is missing. Unknown as a whole: ask before. */
export function listOf(value: PropertyValue): readonly PropertyValue[] {
  return isList(value) ? value : [];
}

/** True when the value, or any part of it, is not known yet. */
export function hasUnknown(value: PropertyValue): boolean {
  if (value === UNKNOWN) return true;
  if (isList(value)) return value.some(hasUnknown);
  return isRecord(value) && Object.values(value).some(hasUnknown);
}

/** A value as a finding shows it. */
export function asJson(value: PropertyValue): Json {
  if (value === undefined || value === null) return null;
  if (value === UNKNOWN) return "not known yet";
  if (isList(value)) return value.map(asJson);
  if (isRecord(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, asJson(entry)]));
  }
  return value;
}
