import { UNKNOWN } from "../../fleet/resource";
import type { PropertyValue, ResourceView } from "../../fleet/resource";
import { isList, isRecord } from "./values";

/** The value of a label of a Docker resource: undefined when it has none, unknown when that can't be told yet. */
export function labelOf({ properties }: ResourceView, name: string): PropertyValue {
  const { labels } = properties;
  if (labels === UNKNOWN) return UNKNOWN;
  if (!isList(labels)) return undefined;
  let hidden = false;
  for (const entry of labels) {
    if (entry === UNKNOWN) hidden = true;
    else if (isRecord(entry)) {
      if (entry["label"] === name) return entry["value"];
      if (entry["label"] === UNKNOWN) hidden = true;
    }
  }
  return hidden ? UNKNOWN : undefined;
}
