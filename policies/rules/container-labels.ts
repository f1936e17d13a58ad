import type { CatalogAgent, CatalogService } from "../../fleet/catalog/types";
import { LABEL } from "../../fleet/labels";
import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import type { PropertyValue, ResourceView } from "../../fleet/resource";
import { failure } from "../read/failure";
import { passUnless } from "../read/outcomes";
import { elementsOf, fieldOf, hasUnknown, isAbsent, isList, isRecord } from "../read/values";
import { notEvaluated } from "../rule";
import type { Expected, Mended, Outcome, ResourceRule } from "../rule";
import { agentOf, serviceOf } from "../subject";

type Key = Exclude<keyof typeof LABEL, "files">;

const OF_AGENT: readonly Key[] = ["fleet", "stack", "agent", "pool", "class", "criticality", "owner"];
const OF_SERVICE: readonly Key[] = ["fleet", "stack", "service", "criticality", "owner"];
const OF_OTHER: readonly Key[] = ["fleet", "stack"];

export const containerLabels: ResourceRule = {
  id: "container-labels",
  description: "Every container has the labels of the fleet, with what the catalog says.",
  category: "style",
  severity: "low",
  rationale:
    "Clean-up, drift, metrics and alerts find containers and their owners by label: without, they are nobody's.",
  remediation: "Declare the labels of the agent or service as the catalog has them.",
  scope: "resource",
  types: [CONTAINER],
  check(resource, expected) {
    const { labels } = resource.properties;
    if (labels === UNKNOWN) return notEvaluated("labels");
    const list = elementsOf(labels);
    const problems: Outcome[] = [];
    for (const [key, wanted] of wantedLabels(resource, expected)) {
      const problem = judge(list, LABEL[key], wanted, key);
      if (problem !== null) problems.push(problem);
    }
    return passUnless(problems);
  },
  mend(resource, expected): Mended | null {
    const { labels } = resource.properties;
    // The list is replaced as a whole, and what is not known yet can't be written into it.
    if (hasUnknown(labels) || !(isAbsent(labels) || (isList(labels) && labels.every(isRecord)))) return null;
    const wanted = wantedLabels(resource, expected);
    const before = elementsOf(labels);
    if (wanted.every(([key, value]) => judge(before, LABEL[key], value, key) === null)) return null;
    const missing = new Map<PropertyValue, string>(wanted.map(([key, value]) => [LABEL[key], value]));
    const known = new Set(missing.keys());
    const mended: PropertyValue[] = [];
    for (const element of before) {
      const name = fieldOf(element, "label");
      const value = missing.get(name);
      if (value !== undefined) mended.push({ label: name, value });
      // A label of the fleet that comes twice is kept once.
      else if (!known.has(name)) mended.push(element);
      missing.delete(name);
    }
    for (const [label, value] of missing) mended.push({ label, value });
    return { labels: mended };
  },
};

/** The labels that a container has to have. */
function wantedLabels(resource: ResourceView, expected: Expected): readonly (readonly [Key, string])[] {
  const agent = agentOf(resource, expected.catalog);
  const service = agent === null ? serviceOf(resource, expected.catalog) : null;
  const keys = agent !== null ? OF_AGENT : service !== null ? OF_SERVICE : OF_OTHER;
  return keys.map((key) => [key, wantedOf(key, agent, service, expected)]);
}

function judge(list: readonly PropertyValue[], name: string, wanted: string, key: Key): Outcome | null {
  let found: PropertyValue;
  let unknownName = -1;
  for (let index = 0; index < list.length; index += 1) {
    const label = fieldOf(list[index], "label");
    if (label === UNKNOWN) unknownName = index;
    if (label !== name) continue;
    const value = fieldOf(list[index], "value");
    if (value === UNKNOWN) return notEvaluated(`labels.${name}`);
    found = value;
    // Twice the same name: the wrong one counts.
    if (value !== wanted) break;
  }
  if (found === wanted) return null;
  if (found === undefined && unknownName >= 0) return notEvaluated(`labels[${unknownName}].label`);
  return failure(`labels.${name}`, found, wanted, key);
}

function wantedOf(
  key: Key,
  agent: CatalogAgent | null,
  service: CatalogService | null,
  { catalog, stack }: Expected,
): string {
  switch (key) {
    case "fleet":
      return catalog.fleet;
    case "stack":
      return stack.name;
    case "agent":
      return agent?.name ?? "";
    case "service":
      return service?.name ?? "";
    case "pool":
      return agent?.pool ?? "";
    case "class":
      return agent?.class ?? "";
    case "criticality":
      return (agent ?? service)?.criticality ?? "";
    case "owner":
      return (agent ?? service)?.owner ?? "";
  }
}
