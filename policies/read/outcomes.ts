import { UNKNOWN } from "../../fleet/resource";
import type { ResourceView } from "../../fleet/resource";
import { PASS, notEvaluated } from "../rule";
import type { Cause, Outcome } from "../rule";
import { equal } from "./equal";
import { failure } from "./failure";
import { isAbsent } from "./values";

/** A pass when nothing is wrong, else everything that is. */
export function passUnless(problems: readonly Outcome[]): Outcome | readonly Outcome[] {
  return problems.length === 0 ? PASS : problems;
}

/** A property that has to be declared with exactly this value: absent fails like any other value. */
export function mustBe(
  resource: ResourceView,
  property: string,
  wanted: boolean | number | string,
  cause?: Cause,
): Outcome {
  return equal(property, resource.properties[property], wanted, cause);
}

/** A switch that is off by default: absent passes, and everything but `false` is on. */
export function mustBeOff(resource: ResourceView, property: string): Outcome {
  const value = resource.properties[property];
  if (value === false || isAbsent(value)) return PASS;
  if (value === UNKNOWN) return notEvaluated(property);
  return failure(property, value, "false");
}
