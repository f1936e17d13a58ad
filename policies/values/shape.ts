import { UNKNOWN } from "../../fleet/resource";
import type { PropertyValue } from "../../fleet/resource";

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
