import type { PropertyValue } from "../../fleet/resource";
import type { Cause, Outcome } from "../rule";
import { shown } from "./values";

/** A property whose value is wrong, shown as it was found. */
export function failure(
  property: string,
  found: PropertyValue,
  wanted: string,
  cause?: string | Cause,
): Outcome {
  const fail = { status: "fail", property, found: shown(found), wanted } as const;
  return cause === undefined ? fail : { ...fail, cause };
}
