import { CHANGED_IN_PLACE } from "../../components/docker/in-place";
import { withoutPlaces } from "../../fleet/diff/plain";
import type { Place } from "../../fleet/place";
import type { AgentPlan, ServicePlan } from "../../fleet/plan/types";
import { CONTAINER } from "../../fleet/resource";
import type { ResourceView } from "../../fleet/resource";
import { formatMemory } from "../../fleet/units/memory";
import type { ChangeGroup, Effect, Member, MembersDiff, PropertyChange } from "./model";
import { findRenames } from "./renames";
import { changesBetween } from "./words";

/** The containers of both sides by logical name: what tells whether a change replaces one. */
export interface Containers {
  readonly before: ReadonlyMap<string, ResourceView>;
  readonly after: ReadonlyMap<string, ResourceView>;
}

export function containersOf(resources: readonly ResourceView[]): Map<string, ResourceView> {
  const containers = new Map<string, ResourceView>();
  for (const resource of resources) if (resource.type === CONTAINER) containers.set(resource.name, resource);
  return containers;
}

export function diffAgents(
  before: readonly AgentPlan[],
  after: readonly AgentPlan[],
  containers: Containers,
): MembersDiff {
  const summary = (agent: AgentPlan): string =>
    `${agent.pool}, ${agent.class}, ${formatMemory(agent.sizing.memory.value)}`;
  const { gone, come, both } = pairUp(before, after);
  const renames = findRenames(gone, come);
  const renamed = new Set(renames.flatMap((rename) => [rename.before, rename.after]));
  return {
    added: come.filter((agent) => !renamed.has(agent)).map((agent) => toMember(agent, summary(agent))),
    removed: gone.filter((agent) => !renamed.has(agent)).map((agent) => toMember(agent, summary(agent))),
    renamed: renames.map(({ before: from, after: to, why }) => ({
      from: from.name,
      to: to.name,
      why,
      place: to.place,
    })),
    changed: groupChanges(both, containers),
  };
}

export function diffServices(
  before: readonly ServicePlan[],
  after: readonly ServicePlan[],
  containers: Containers,
): MembersDiff {
  const summary = (service: ServicePlan): string =>
    `${service.image.reference}, ${formatMemory(service.memory.value)}`;
  const { gone, come, both } = pairUp(before, after);
  return {
    added: come.map((service) => toMember(service, summary(service))),
    removed: gone.map((service) => toMember(service, summary(service))),
    renamed: [],
    changed: groupChanges(both, containers),
  };
}

interface Named {
  readonly name: string;
  readonly place: Place;
}

function toMember({ name, place }: Named, summary: string): Member {
  return { name, place, summary };
}

function pairUp<T extends Named>(
  before: readonly T[],
  after: readonly T[],
): { gone: T[]; come: T[]; both: [T, T][] } {
  const old = new Map(before.map((member) => [member.name, member]));
  const young = new Set(after.map((member) => member.name));
  const both: [T, T][] = [];
  const come: T[] = [];
  for (const member of after) {
    const earlier = old.get(member.name);
    if (earlier === undefined) come.push(member);
    else both.push([earlier, member]);
  }
  return { gone: before.filter((member) => !young.has(member.name)), come, both };
}

/** Members with the same changes and the same effect become one group, in the order of their first member. */
function groupChanges(pairs: readonly (readonly [Named, Named])[], containers: Containers): ChangeGroup[] {
  const groups = new Map<
    string,
    { members: { name: string; place: Place }[]; effect: Effect; changes: PropertyChange[] }
  >();
  for (const [before, after] of pairs) {
    const changes = changesBetween(withoutPlaces(before), withoutPlaces(after));
    if (changes.length === 0) continue;
    const effect = effectOn(containers.before.get(after.name), containers.after.get(after.name));
    const key = JSON.stringify([effect, changes]);
    const group = groups.get(key) ?? { members: [], effect, changes };
    group.members.push({ name: after.name, place: after.place });
    groups.set(key, group);
  }
  return [...groups.values()];
}

function effectOn(before: ResourceView | undefined, after: ResourceView | undefined): Effect {
  if (before === undefined || after === undefined) return "none";
  const keys = new Set([...Object.keys(before.properties), ...Object.keys(after.properties)]);
  let effect: Effect = "none";
  for (const key of keys) {
    if (JSON.stringify(before.properties[key]) === JSON.stringify(after.properties[key])) continue;
    if (!CHANGED_IN_PLACE.has(key)) return "replace";
    effect = "in-place";
  }
  return effect;
}
