import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import type { PropertyValue, ResourceView } from "../../fleet/resource";

/** How the engine writes a string that it does not know yet. */
const UNKNOWN_STRING = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export interface StateResource {
  readonly view: ResourceView;
  /** Makes the URN its own where several resources have one type and name; a type token. */
  readonly group?: string;
}

/** The URN of a resource of a state made here. */
export function urnOf(stack: string, { view, group }: StateResource): string {
  return `urn:pulumi:${stack}::sutazai-fleet::${group === undefined ? "" : `${group}$`}${view.type}::${view.name}`;
}

/** A state as `pulumi stack export` writes it, with these resources, as if all of it had been deployed. */
export function stateOf(stack: string, resources: readonly StateResource[]): object {
  const root = `urn:pulumi:${stack}::sutazai-fleet::pulumi:pulumi:Stack::sutazai-fleet-${stack}`;
  const time = "2026-01-01T00:00:00Z";
  const common = { created: time, modified: time };
  return {
    version: 3,
    deployment: {
      manifest: { time, magic: "", version: "v3.259.0" },
      metadata: {},
      resources: [
        { urn: root, custom: false, type: "pulumi:pulumi:Stack", ...common },
        ...inOrder(resources).map((resource) => {
          const { view } = resource;
          const properties = toState(view.properties);
          return {
            urn: urnOf(stack, resource),
            custom: true,
            id: `${view.name}-id`,
            type: view.type,
            inputs: properties,
            outputs: properties,
            parent: root,
            dependencies: dependenciesOf(view, resources).map((other) => urnOf(stack, other)),
            protect: view.options.protect ?? false,
            ...(view.options.ignoreChanges === undefined
              ? {}
              : { ignoreChanges: view.options.ignoreChanges }),
            ...common,
          };
        }),
      ],
    },
  };
}

/** What others wait for stands first, as in every real state. */
function inOrder(resources: readonly StateResource[]): readonly StateResource[] {
  const placed = new Set<StateResource>();
  const place = (resource: StateResource): void => {
    if (placed.has(resource)) return;
    for (const other of dependenciesOf(resource.view, resources)) place(other);
    placed.add(resource);
  };
  for (const resource of resources) place(resource);
  return [...placed];
}

/** The containers that a resource waits for, as far as they are in the state at all. */
function dependenciesOf(view: ResourceView, resources: readonly StateResource[]): StateResource[] {
  const names = new Set(view.options.dependsOn ?? []);
  if (names.size === 0) return [];
  return resources.filter(
    (other) => other.view.type === CONTAINER && other.view !== view && names.has(other.view.name),
  );
}

function toState(value: PropertyValue): unknown {
  if (value === UNKNOWN) return UNKNOWN_STRING;
  if (Array.isArray(value)) return value.map((item: PropertyValue) => toState(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as Record<string, PropertyValue>).map(([key, item]) => [key, toState(item)]),
  );
}
