import type { FleetPlan } from "../../../fleet/plan/types";
import { ACL_TOKEN, CONSUL_KEYS, CONSUL_SERVICE, CONTAINER, NETWORK, VOLUME } from "../../../fleet/resource";
import type { ResourceView } from "../../../fleet/resource";
import type { LiveLook } from "../live/look";
import { countsAsDrift } from "../model";
import type { Difference } from "../model";
import { inOrder } from "./action";
import type { Action } from "./action";
import { consulActions, deregister } from "./consul";
import { containerActions, setAside } from "./containers";

export interface RevertOptions {
  /** Hot and critical agents may be interrupted. */
  readonly allowInterrupt: boolean;
  /** Why the engine can't be asked; null when it can. */
  readonly noEngine: string | null;
}

/** Everything that has to be done so that what runs is what is declared, in order; drift alone, nothing pending, nothing approved. */
export function planRevert(
  differences: readonly Difference[],
  seen: Pick<LiveLook, "docker" | "consul">,
  plan: FleetPlan,
  resources: readonly ResourceView[],
  options: RevertOptions,
): Action[] {
  const why = (action: Omit<Action, "withheld" | "target">): string | null => {
    const needsEngine = action.step.do === "engine" || action.step.do === "remove";
    if (needsEngine && options.noEngine !== null) return options.noEngine;
    if (action.interrupts && action.subject.vital && !options.allowInterrupt)
      return "it is vital; --allow-interrupt lets it be interrupted";
    return null;
  };
  const drift = differences.filter(countsAsDrift);
  const viewOf = new Map(resources.map((view) => [`${view.type}::${view.name}`, view]));
  const bareOf = (key: string, group: readonly Difference[]): Omit<Action, "withheld" | "target">[] => {
    const [first] = group;
    if (first === undefined) return [];
    if (first.subject.kind === "stranger")
      return group.flatMap((one) => {
        // Whose a key is nobody can tell, and what is removed is gone: that is left to people.
        // So is a token: the service that keeps access removes those of the stack.
        if (one.resource.type === CONSUL_KEYS || one.resource.type === ACL_TOKEN) return [];
        return one.resource.type === CONSUL_SERVICE ? [deregister(one, plan)] : setAside(one, seen.docker);
      });
    const view = viewOf.get(key);
    if (view === undefined) return [];
    if (view.type === CONTAINER)
      return containerActions(view, group, seen.docker, (action) => why(action) === null);
    if (view.type === NETWORK || view.type === VOLUME) {
      const does = "is made as declared by the engine";
      return [{ subject: first.subject, does, step: { do: "engine" }, interrupts: first.interrupts }];
    }
    return consulActions(view, group, seen.consul, plan);
  };
  const actions = [...groupByResource(drift)].flatMap(([key, group]) => {
    const target = viewOf.has(key) ? key : null;
    return bareOf(key, group).map((action) => ({ ...action, target, withheld: why(action) }));
  });
  return inOrder(actions);
}

function groupByResource(differences: readonly Difference[]): ReadonlyMap<string, readonly Difference[]> {
  const groups = new Map<string, Difference[]>();
  for (const difference of differences) {
    const key = `${difference.resource.type}::${difference.resource.name}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [difference]);
    else group.push(difference);
  }
  return groups;
}
