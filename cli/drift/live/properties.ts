import type { PropertyValue, ResourceView } from "../../../fleet/resource";

type Properties = ResourceView["properties"];

/** Readers of declared properties; what is absent, unknown or of another type is empty. */
export function textOf(properties: Properties, key: string): string {
  const value = properties[key];
  return typeof value === "string" ? value : "";
}

export function numberOf(properties: Properties, key: string): number {
  const value = properties[key];
  return typeof value === "number" ? value : 0;
}

export function booleanOf(properties: Properties, key: string, otherwise = false): boolean {
  const value = properties[key];
  return typeof value === "boolean" ? value : otherwise;
}

export function textsOf(properties: Properties, key: string): string[] {
  return listOf(properties[key]).filter((item) => typeof item === "string");
}

export function recordsOf(properties: Properties, key: string): Properties[] {
  return listOf(properties[key]).filter(isRecord);
}

export function recordOf(properties: Properties, key: string): Properties {
  const value = properties[key];
  return isRecord(value) ? value : {};
}

/** The texts of a mapping, such as log options. */
export function mapOf(properties: Properties, key: string): Record<string, string> {
  const entries = Object.entries(recordOf(properties, key));
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}

function listOf(value: PropertyValue): readonly PropertyValue[] {
  return Array.isArray(value) ? (value as readonly PropertyValue[]) : [];
}

function isRecord(value: PropertyValue): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
