import { UNKNOWN } from "../../fleet/resource";
import type { PropertyValue } from "../../fleet/resource";
import { PASS, notEvaluated } from "../rule";
import type { Cause, Outcome } from "../rule";
import { failure } from "./failure";

/** Passes when the property is exactly what is wanted. */
export function equal(
  property: string,
  found: PropertyValue,
  wanted: string | number | boolean,
  cause?: Cause,
): Outcome {
  if (found === UNKNOWN) return notEvaluated(property);
  if (found === wanted) return PASS;
  return failure(property, found, String(wanted), cause);
}
