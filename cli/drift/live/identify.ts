import { LABEL } from "../../../fleet/labels";
import type { ResourceView } from "../../../fleet/resource";
import { isOurs } from "./envelope";
import { labelsOf, nameOf } from "./found";
import type { FoundContainer } from "./found";
import { recordsOf, textOf } from "./properties";

/** A declared container and what stands for it; `container` is null when nothing does. */
export interface Match {
  readonly view: ResourceView;
  readonly container: FoundContainer | null;
}

/** A container that no declaration accounts for. */
export interface Stranger {
  readonly container: FoundContainer;
  /** The declared container in whose name it stands; null for one that only carries the fleet's labels. */
  readonly standsFor: ResourceView | null;
  readonly why: string;
}

/** Under such a name stands what an earlier revert has set aside. */
export const SET_ASIDE = "set-aside-";

/**
 * Finds each declared container by its name, and where that is free or taken by somebody else, by its labels: it may
 * have been renamed. Every container is taken once.
 */
export function identify(
  views: readonly ResourceView[],
  containers: readonly FoundContainer[],
  { fleet, stack }: { readonly fleet: string; readonly stack: string },
): { readonly matches: readonly Match[]; readonly strangers: readonly Stranger[] } {
  const byName = new Map(containers.map((container) => [nameOf(container), container]));
  const taken = new Set<FoundContainer>();
  const matches = new Map<ResourceView, FoundContainer>();
  const take = (view: ResourceView, container: FoundContainer): void => {
    matches.set(view, container);
    taken.add(container);
  };
  for (const view of views) {
    const container = byName.get(textOf(view.properties, "name"));
    if (container !== undefined && isFor(view, container)) take(view, container);
  }
  for (const view of views) {
    if (matches.has(view)) continue;
    const renamed = containers.find(
      (container) =>
        !taken.has(container) && !nameOf(container).startsWith(SET_ASIDE) && isFor(view, container),
    );
    if (renamed !== undefined) take(view, renamed);
  }
  const viewOf = new Map(views.map((view) => [textOf(view.properties, "name"), view]));
  const strangers = containers
    .filter((container) => !taken.has(container))
    .flatMap((container): Stranger[] => {
      const standsFor = viewOf.get(nameOf(container)) ?? null;
      const ours = isOurs(container, fleet, stack);
      if (standsFor === null && !ours) return [];
      const why =
        standsFor === null
          ? "carries the labels of this fleet, and the plan knows nothing like it"
          : "stands in a name of this fleet without its labels";
      return [{ container, standsFor, why }];
    });
  return {
    matches: views.map((view) => ({ view, container: matches.get(view) ?? null })),
    strangers,
  };
}

/** The labels that say whose container it is. */
const IDENTITY: readonly string[] = [LABEL.fleet, LABEL.stack, LABEL.agent, LABEL.service];

/** A view that declares no such labels is matched by its name alone. */
function isFor(view: ResourceView, container: FoundContainer): boolean {
  const declared = recordsOf(view.properties, "labels")
    .map((label) => [textOf(label, "label"), textOf(label, "value")] as const)
    .filter(([label]) => IDENTITY.includes(label));
  const found = labelsOf(container);
  if (declared.length === 0) return nameOf(container) === textOf(view.properties, "name");
  return declared.every(([label, value]) => found[label] === value);
}
