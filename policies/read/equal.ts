import { UNKNOWN } from "../../fleet/resource";
import type { PropertyValue } from "../../fleet/resource";
import { PASS, notEvaluated } from "../rule";
import type { Outcome } from "../rule";
import { shown } from "./values";

/** Passes when the property is exactly what is wanted. */
export function equal(property: string, found: PropertyValue, wanted: string | number | boolean): Outcome {
  if (found === UNKNOWN) return notEvaluated(property);
  if (found === wanted) return PASS;
  return { status: "fail", property, found: shown(found), wanted: String(wanted) };
}
