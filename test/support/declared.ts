import { version as consulVersion } from "@pulumi/consul/package.json";
import * as docker from "@pulumi/docker";
import { version as dockerVersion } from "@pulumi/docker/package.json";
import * as pulumi from "@pulumi/pulumi";
import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import type { PropertyValue, ResourceView } from "../../fleet/resource";

/** A resource of a program, in a component of its own where several resources have one type and name. */
export interface Declaration {
  readonly view: ResourceView;
  /** The component's type token; without it the resource belongs to the stack itself. */
  readonly group?: string;
}

/** Any type of resource, with its inputs as a rule is shown them: classes would refuse some before an engine sees them. */
class Raw extends pulumi.CustomResource {
  constructor(view: ResourceView, inputs: pulumi.Inputs, options: pulumi.CustomResourceOptions) {
    const version = view.type.startsWith("consul:") ? consulVersion : dockerVersion;
    super(view.type, view.name, inputs, { version, ...options });
  }
}

/**
 * Declares resources in a running program. What is unknown is an output that no preview knows: the id of a provider
 * that has yet to be made.
 */
export function declare(declarations: readonly Declaration[]): void {
  let source: docker.Provider | null = null;
  const unknown = (): unknown => (source ??= new docker.Provider("not-made-yet")).id;
  const made = new Map<Declaration, Raw>();
  const groups = new Map<string, pulumi.ComponentResource>();
  const parentOf = (group: string): pulumi.ComponentResource => {
    const parent = groups.get(group) ?? new pulumi.ComponentResource(group, "case");
    groups.set(group, parent);
    return parent;
  };
  const make = (declaration: Declaration): Raw => {
    const known = made.get(declaration);
    if (known !== undefined) return known;
    const { view, group } = declaration;
    const { protect, ignoreChanges } = view.options;
    const names = new Set(view.options.dependsOn ?? []);
    const needed = declarations.filter(
      (other) => other !== declaration && other.view.type === CONTAINER && names.has(other.view.name),
    );
    const resource = new Raw(view, inputsOf(view, unknown), {
      dependsOn: needed.map(make),
      ...(protect === undefined ? {} : { protect }),
      ...(ignoreChanges === undefined ? {} : { ignoreChanges: [...ignoreChanges] }),
      ...(group === undefined ? {} : { parent: parentOf(group) }),
    });
    made.set(declaration, resource);
    return resource;
  };
  for (const declaration of declarations) make(declaration);
}

function inputsOf({ properties }: ResourceView, unknown: () => unknown): pulumi.Inputs {
  return input(properties, unknown) as pulumi.Inputs;
}

function input(value: PropertyValue, unknown: () => unknown): unknown {
  if (value === UNKNOWN) return unknown();
  if (Array.isArray(value)) return value.map((item: PropertyValue) => input(item, unknown));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as Record<string, PropertyValue>).map(([key, item]) => [key, input(item, unknown)]),
  );
}

/** Puts resources of one type and name in components of their own: no engine takes two of one URN. */
export function apart(views: readonly ResourceView[]): Declaration[] {
  const counts = new Map<string, number>();
  return views.map((view) => {
    const key = `${view.type} ${view.name}`;
    const number = counts.get(key) ?? 0;
    counts.set(key, number + 1);
    return number === 0 ? { view } : { view, group: `case:again:r${number}` };
  });
}
