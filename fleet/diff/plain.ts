import type { Json } from "../source/json";

/** Keys under which a plan says where something comes from. */
const PLACE_KEYS = new Set(["place", "from"]);

/**
 * A plan without its places, as plain JSON: two plans that differ in nothing but lines are equal here.
 * Shared parts (sizing, health) are unfolded.
 */
export function withoutPlaces(value: unknown): Json {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== "object" || value === null) return (value ?? null) as Json;
  const plain: Record<string, Json> = {};
  for (const [key, entry] of Object.entries(value)) {
    if (entry === undefined || (PLACE_KEYS.has(key) && isPlace(entry))) continue;
    plain[key] = withoutPlaces(entry);
  }
  return plain;
}

function isPlace(value: unknown): boolean {
  return typeof value === "object" && value !== null && "file" in value && "line" in value;
}
