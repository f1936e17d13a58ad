import { isObject, set, value, textOf } from "../protocol/schema";
import type { Property, Value } from "../protocol/schema";

/** Labels, as the provider has them: a set of name and value. */
export function labelSet(): Property {
  return set({ label: value({ replaces: true }), value: value({ replaces: true }) }, { replaces: true });
}

export function labelsToDocker(labels: Value | undefined): Record<string, string> {
  const entries = Array.isArray(labels) ? labels.filter(isObject) : [];
  return Object.fromEntries(entries.map(({ label, value: text }) => [textOf(label), textOf(text)]));
}

export function labelsFromDocker(labels: Record<string, string> | null | undefined): Value {
  return Object.entries(labels ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, text]) => ({ label, value: text }));
}
