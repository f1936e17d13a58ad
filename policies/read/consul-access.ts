import { UNKNOWN } from "../../fleet/resource";
import type { PropertyValue } from "../../fleet/resource";
import type { Json } from "../../fleet/source/json";
import { notEvaluated } from "../rule";
import type { Outcome } from "../rule";
import { fieldOf } from "./values";

/** The token that Consul takes for whoever brings none. */
const STAND_IN = "default";

/** True for a piece of Consul's configuration, in HCL or JSON, that says something of access. */
export function mentionsAccess(text: string): boolean {
  return /\bacl(?:_\w+)?\b/.test(text);
}

/**
 * What in a configuration of Consul lets in who has no token; nothing when nobody gets in.
 *
 * @param content the file as JSON, or unknown; it holds tokens, so no part of it is ever shown but what is named here
 */
export function accessProblems(content: PropertyValue): readonly Outcome[] {
  if (content === UNKNOWN) return [notEvaluated("acl")];
  const acl = fieldOf(parsed(content), "acl");
  const problems: Outcome[] = [];
  const want = (key: string, wanted: string | boolean) => {
    const found = fieldOf(acl, key);
    if (found === wanted) return;
    problems.push({
      status: "fail",
      property: `acl.${key}`,
      found: found === undefined ? null : "another value",
      wanted: String(wanted),
    });
  };
  want("enabled", true);
  want("default_policy", "deny");
  const tokens = fieldOf(acl, "tokens");
  if (fieldOf(tokens, STAND_IN) !== undefined)
    problems.push({
      status: "fail",
      property: `acl.tokens.${STAND_IN}`,
      found: "a token for who has none",
      wanted: "nothing",
    });
  return problems;
}

function parsed(content: PropertyValue): PropertyValue {
  if (typeof content !== "string") return null;
  try {
    return JSON.parse(content) as Json;
  } catch {
    return null;
  }
}
