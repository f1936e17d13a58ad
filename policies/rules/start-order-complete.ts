import type { Catalog } from "../../fleet/catalog/types";
import { CONTAINER, UNKNOWN } from "../../fleet/resource";
import type { ResourceView } from "../../fleet/resource";
import { runsService } from "../../fleet/tier";
import type { Tier } from "../../fleet/tier";
import { NOT_APPLICABLE, PASS, notEvaluated } from "../rule";
import type { FleetRule, Outcome, Subject } from "../rule";
import { serviceOf, subjectOf } from "../subject";

export const startOrderComplete: FleetRule = {
  id: "start-order-complete",
  description:
    "Everything that is started has what it depends on started before it, and nothing waits in a circle.",
  category: "feasibility",
  severity: "critical",
  rationale:
    "An agent that starts before its queue or its orchestrator fails its check; one whose dependency sleeps never gets healthy.",
  remediation: "Declare in `dependsOn` what has to be there first, and keep it in a pool that runs.",
  scope: "fleet",
  check(resources, { catalog, stack }) {
    const containers: Containers = new Map();
    for (const resource of resources)
      if (resource.type === CONTAINER)
        containers.set(resource.name, [...(containers.get(resource.name) ?? []), resource]);
    if (containers.size === 0) return [NOT_APPLICABLE];

    const outcomes: Outcome[] = [];
    for (const container of [...containers.values()].flat()) {
      const needs = needsOf(container, catalog, stack.tier);
      if (needs === null) continue;
      const subject = subjectOf(container, catalog);
      const ordered = declared(container, needs, containers, subject);
      const running = started(container, needs, containers, subject);
      outcomes.push(...ordered, ...running);
      if (ordered.length === 0 && running.length === 0) outcomes.push(PASS);
    }
    const circle = findCircle(containers);
    const [first] = circle;
    const member = first === undefined ? undefined : containers.get(first)?.[0];
    if (member !== undefined)
      outcomes.push({
        status: "fail",
        property: "dependsOn",
        subject: subjectOf(member, catalog),
        cause: "dependsOn",
        found: circle.join(" -> "),
        wanted: "an order in which everything can start",
        fix: "remove one of these dependencies",
      });
    return outcomes;
  },
};

/** By name, all of it: several components may each have one of that name, and none may hide the others. */
type Containers = Map<string, readonly ResourceView[]>;

/** What the catalog says that it depends on and the tier runs; null for what the catalog doesn't know. */
function needsOf(container: ResourceView, catalog: Catalog, tier: Tier): readonly string[] | null {
  const member = catalog.agentsByName.get(container.name) ?? serviceOf(container, catalog);
  if (member === null) return null;
  return member.dependsOn.filter((name) => !catalog.services.has(name) || runsService(tier, name));
}

/** Every dependency of the catalog has to be among those the engine waits for, and these have to exist. */
function declared(
  container: ResourceView,
  needs: readonly string[],
  containers: Containers,
  subject: Subject,
): Outcome[] {
  // The engine hands dependencies over in an order that differs from run to run.
  const declaredNames = [...(container.options.dependsOn ?? [])].sort();
  const missing = needs.filter((name) => !declaredNames.includes(name));
  const dangling = declaredNames.filter((name) => !containers.has(name));
  const outcomes: Outcome[] = [];
  if (missing.length > 0)
    outcomes.push({
      status: "fail",
      property: "dependsOn",
      subject,
      cause: "dependsOn",
      found: declaredNames,
      wanted: `also ${missing.join(", ")}`,
    });
  if (dangling.length > 0)
    outcomes.push({
      status: "fail",
      property: "dependsOn of what is not there",
      subject,
      cause: "dependsOn",
      found: dangling,
      wanted: "containers that are declared too",
    });
  return outcomes;
}

/** What runs must not depend on what is only created. */
function started(
  container: ResourceView,
  needs: readonly string[],
  containers: Containers,
  subject: Subject,
): Outcome[] {
  const own = container.properties["start"];
  if (own === UNKNOWN) return [notEvaluated("start", subject)];
  if (own === false) return [];
  const outcomes: Outcome[] = [];
  const asleep: string[] = [];
  for (const name of needs) {
    const starts = (containers.get(name) ?? []).map(({ properties }) => properties["start"]);
    if (starts.includes(false)) asleep.push(name);
    else if (starts.includes(UNKNOWN)) outcomes.push(notEvaluated(`start of ${name}`, subject));
  }
  if (asleep.length > 0)
    outcomes.push({
      status: "fail",
      property: "start",
      subject,
      cause: "dependsOn",
      found: `depends on ${asleep.join(", ")}, created but not started`,
      wanted: "dependencies that are started too",
      fix: `move ${asleep.join(", ")} to the hot pool, or remove the dependency`,
    });
  return outcomes;
}

/**
 * Takes away what waits for nothing until nothing is left; what remains waits in a circle or for one.
 * Linear in containers and dependencies.
 *
 * @returns a circle as a path that ends where it begins, or nothing; the same whatever the order of containers
 */
function findCircle(containers: Containers): readonly string[] {
  const waitsFor = new Map<string, readonly string[]>();
  const waiting = new Map<string, string[]>();
  const open = new Map<string, number>();
  for (const [name, views] of containers) {
    const names = new Set(views.flatMap(({ options }) => options.dependsOn ?? []));
    const targets = [...names].filter((target) => containers.has(target)).sort();
    waitsFor.set(name, targets);
    open.set(name, targets.length);
    for (const target of targets) {
      const list = waiting.get(target);
      if (list === undefined) waiting.set(target, [name]);
      else list.push(name);
    }
  }
  const ready = [...open].filter(([, count]) => count === 0).map(([name]) => name);
  for (let name = ready.pop(); name !== undefined; name = ready.pop()) {
    open.delete(name);
    for (const other of waiting.get(name) ?? []) {
      const left = (open.get(other) ?? 0) - 1;
      open.set(other, left);
      if (left === 0) ready.push(other);
    }
  }
  return walkCircle(waitsFor, open);
}

/** Everything that is still open waits for something open: following that leads into a circle. */
function walkCircle(
  waitsFor: ReadonlyMap<string, readonly string[]>,
  open: ReadonlyMap<string, number>,
): readonly string[] {
  const [start] = [...open.keys()].sort();
  if (start === undefined) return [];
  const path: string[] = [];
  const at = new Map<string, number>();
  for (let name = start; ;) {
    const before = at.get(name);
    if (before !== undefined) return [...path.slice(before), name];
    at.set(name, path.length);
    path.push(name);
    const next = waitsFor.get(name)?.find((target) => open.has(target));
    if (next === undefined) return [];
    name = next;
  }
}
