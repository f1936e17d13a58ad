import type { Catalog } from "../../../fleet/catalog/types";
import { CRITICALITIES } from "../../../fleet/catalog/types";
import type { PropertyValue } from "../../../fleet/resource";
import type { Json } from "../../../fleet/source/json";
import { parseCpu } from "../../../fleet/units/cpu";

/** MiB as the catalog writes them: `256MiB`, `2GiB`; null for what is no size it could write. */
export function memoryText(found: Json): string | null {
  const size = typeof found === "string" ? Number(found) : found;
  if (typeof size !== "number" || !Number.isSafeInteger(size) || size <= 0) return null;
  return size % 1024 === 0 ? `${size / 1024}GiB` : `${size}MiB`;
}

/** Docker's `cpus`, a text, as the number of cores that the catalog writes. */
export function coresOf(found: Json): number | null {
  if (typeof found !== "string" && typeof found !== "number") return null;
  const amount = parseCpu(found);
  return amount === null || amount <= 0 ? null : amount / 1000;
}

/** The criticality whose agents have this weight. */
export function criticalityOf(found: Json, { profiles }: Catalog): string | null {
  return CRITICALITIES.find((each) => says(profiles.cpuShares[each], found)) ?? null;
}

/** The value of a property as drift names it: a dot leads into a map, a list of labels or an environment. */
export function valueAt(
  properties: Readonly<Record<string, PropertyValue>>,
  property: string,
): PropertyValue {
  if (Object.hasOwn(properties, property)) return properties[property];
  const dot = property.indexOf(".");
  if (dot === -1) return null;
  const [head, key] = [property.slice(0, dot), property.slice(dot + 1)];
  const value = properties[head];
  if (head === "envs" && Array.isArray(value)) {
    const entry = (value as readonly string[]).find((each) => each.startsWith(`${key}=`));
    return entry?.slice(key.length + 1) ?? null;
  }
  if (head === "labels" && Array.isArray(value)) {
    const labels = value as readonly { readonly label: string; readonly value: string }[];
    return labels.find(({ label }) => label === key)?.value ?? null;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  return (value as Readonly<Record<string, PropertyValue>>)[key] ?? null;
}

/** True when both say the same: `"1.0"`, `"1"` and 1 do. */
export function says(declared: PropertyValue, found: Json): boolean {
  if (JSON.stringify(declared ?? null) === JSON.stringify(found)) return true;
  const numeric = (value: unknown): value is string | number =>
    typeof value === "number" || (typeof value === "string" && /^\d+(\.\d+)?$/.test(value));
  return numeric(declared) && numeric(found) && Number(declared) === Number(found);
}
