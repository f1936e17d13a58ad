import type { PolicyResource, ResourceValidationArgs } from "@pulumi/policy";
import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import type { PropertyValue, ResourceOptions, ResourceView } from "../../fleet/resource";

/** Where a provider notes, in every object, which properties it has filled in: nothing that anybody declared. */
const NOTES = "__defaults";

/** A resource as the engine hands it to a rule about one resource. Its dependencies are not told there. */
export function viewOfArgs(
  args: Pick<ResourceValidationArgs, "type" | "name" | "props" | "opts">,
): ResourceView {
  return {
    type: args.type,
    name: args.name,
    properties: properties(args.props),
    options: options(args.opts),
  };
}

/** A resource as the engine hands it to a rule across resources. */
export function viewOfResource(resource: PolicyResource): ResourceView {
  const dependsOn = resource.dependencies.filter(({ type }) => type === CONTAINER).map(({ name }) => name);
  return { ...viewOfArgs(resource), options: { ...options(resource.opts), dependsOn } };
}

function options(opts: ResourceValidationArgs["opts"]): ResourceOptions {
  const { protect, ignoreChanges, parent } = opts;
  return { protect, ignoreChanges, ...(parent === undefined ? {} : { parent: keyOf(parent) }) };
}

/** `<type token>::<logical name>` of a URN. */
function keyOf(urn: string): string {
  const [, , types = "", ...name] = urn.split("::");
  return `${types.split("$").at(-1) ?? ""}::${name.join("::")}`;
}

/** The name of the stack in a URN. */
export function stackOf(urn: string): string {
  return urn.split("::")[0]?.split(":").at(-1) ?? "";
}

function properties(props: Record<string, unknown>): Record<string, PropertyValue> {
  const keys = Object.keys(props).filter((key) => key !== NOTES);
  return Object.fromEntries(keys.map((key) => [key, read(() => props[key])]));
}

/** The SDK throws where a value isn't known; a rule is told so instead, and can still look at the rest. */
function read(value: () => unknown): PropertyValue {
  let got: unknown;
  try {
    got = value();
  } catch (error) {
    if (isUnknownValueError(error)) return UNKNOWN;
    throw error;
  }
  if (Array.isArray(got)) {
    const list: readonly unknown[] = got;
    return Array.from({ length: list.length }, (_, index) => read(() => list[index]));
  }
  if (got === null || got === undefined) return got;
  if (typeof got === "object") return properties(got as Record<string, unknown>);
  if (typeof got === "string" || typeof got === "number" || typeof got === "boolean") return got;
  throw new Error(`a property of type ${typeof got} can't be judged`);
}

/** The SDK does not export the class of this error; nothing else carries this property. */
function isUnknownValueError(error: unknown): boolean {
  return error instanceof Error && "unknownTypeSentinel" in error;
}
