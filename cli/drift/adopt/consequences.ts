import type { ResourceView } from "../../../fleet/resource";
import type { Checked } from "../../pipeline";
import type { Adoptable, NewlyBroken } from "./model";
import { valueAt } from "./values";

/** What is declared differently now, beside what was adopted: one line a property, sorted. */
export function alsoChanged(
  before: Checked,
  after: Checked,
  adopted: readonly Adoptable[],
): readonly string[] {
  if (before === after) return [];
  const known = new Set(
    adopted.map(({ resource, property }) => `${resource.type}|${resource.name}|${property}`),
  );
  const old = new Map(before.resources.map((resource) => [`${resource.type}|${resource.name}`, resource]));
  const lines = new Set<string>();
  for (const resource of after.resources) {
    const other = old.get(`${resource.type}|${resource.name}`);
    for (const property of changedProperties(other, resource)) {
      if (!known.has(`${resource.type}|${resource.name}|${property}`))
        lines.add(`${resource.name} ${property}`);
    }
  }
  return [...lines].sort();
}

const LISTS = ["labels", "envs"];

/** Lists of names and values are compared name by name, as drift names them. */
function changedProperties(before: ResourceView | undefined, after: ResourceView): string[] {
  const names = new Set([...Object.keys(before?.properties ?? {}), ...Object.keys(after.properties)]);
  return [...names].flatMap((name) => {
    const keys = LISTS.includes(name) ? keysOf(before, name).concat(keysOf(after, name)) : [name];
    return [...new Set(keys)].filter(
      (key) =>
        JSON.stringify(valueAt(before?.properties ?? {}, key) ?? null) !==
        JSON.stringify(valueAt(after.properties, key) ?? null),
    );
  });
}

function keysOf(resource: ResourceView | undefined, list: string): string[] {
  const value = resource?.properties[list];
  if (!Array.isArray(value)) return [];
  return (value as readonly (string | { readonly label: string })[]).map((entry) =>
    typeof entry === "string" ? `${list}.${entry.slice(0, entry.indexOf("="))}` : `${list}.${entry.label}`,
  );
}

/** The findings that come with it. What is broken already is not its doing. */
export function newlyBroken(before: Checked, after: Checked): readonly NewlyBroken[] {
  if (before === after) return [];
  const known = new Set(before.report.findings.map(({ fingerprint }) => fingerprint));
  return after.report.findings
    .filter(({ fingerprint, suppression }) => !known.has(fingerprint) && suppression === null)
    .map(({ rule, level, subject, property, wanted }) => ({
      ...{ rule, level, property, wanted },
      subject: `${subject.kind} ${subject.name}`,
    }));
}
