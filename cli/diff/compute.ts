import { operationsBetween } from "../../fleet/diff/operations";
import { withoutPlaces } from "../../fleet/diff/plain";
import type { AlertPlan, FleetPlan, RoutePlan } from "../../fleet/plan/types";
import type { Finding, Suppression } from "../../policies/finding";
import type { Checked } from "../pipeline";
import { containersOf, diffAgents, diffServices } from "./members";
import type { FleetDiff } from "./model";
import { changesBetween, redactOperation } from "./words";

/** Compares two checked states of a stack. `base` is how the older one is called in reports. */
export function diffFleets(before: Checked, after: Checked, base: string): FleetDiff {
  const old = before.plan;
  const young = after.plan;
  const containers = { before: containersOf(before.resources), after: containersOf(after.resources) };
  const operations = operationsBetween(withoutPlaces(old), withoutPlaces(young));
  const rules = diffFindings(before.report.findings, after.report.findings);
  return {
    schemaVersion: 1,
    fleet: young.fleet,
    stack: young.stack,
    tier: { before: old.tier, after: young.tier },
    base,
    identical: operations.length === 0 && Object.values(rules).every((findings) => findings.length === 0),
    agents: diffAgents(old.agents, young.agents, containers),
    services: diffServices(old.services, young.services, containers),
    pools: diffPools(old, young),
    routes: diffRoutes(old.routes, young.routes),
    alerts: diffAlerts(old.alerts, young.alerts),
    budgets: diffBudgets(old, young),
    rules,
    operations: operations.map(redactOperation),
  };
}

function diffPools(before: FleetPlan, after: FleetPlan): FleetDiff["pools"] {
  return after.pools.flatMap((pool) => {
    const earlier = before.pools.find((candidate) => candidate.name === pool.name);
    const agents = { before: earlier?.agents ?? 0, after: pool.agents };
    const memory = { before: earlier?.memory ?? 0, after: pool.memory };
    const same = agents.before === agents.after && memory.before === memory.after;
    return same ? [] : [{ name: pool.name, agents, memory }];
  });
}

function diffBudgets(before: FleetPlan, after: FleetPlan): FleetDiff["budgets"] {
  return after.budgets.map((budget) => {
    const earlier = before.budgets.find((candidate) => candidate.id === budget.id) ?? budget;
    const pair = (key: "limit" | "used" | "headroom") => ({ before: earlier[key], after: budget[key] });
    const { id, title, unit } = budget;
    return { id, title, unit, limit: pair("limit"), used: pair("used"), headroom: pair("headroom") };
  });
}

function diffRoutes(before: readonly RoutePlan[], after: readonly RoutePlan[]): FleetDiff["routes"] {
  const table = (routes: readonly RoutePlan[]) =>
    new Map(
      routes.flatMap((route) =>
        route.classes.map((entry) => [`${route.pool}/${entry.class}`, entry] as const),
      ),
    );
  const old = table(before);
  const young = table(after);
  return [...new Set([...old.keys(), ...young.keys()])].sort().flatMap((key) => {
    const [pool = "", name = ""] = key.split("/");
    const agents = { before: old.get(key)?.agents ?? 0, after: young.get(key)?.agents ?? 0 };
    const share = { before: old.get(key)?.share ?? 0, after: young.get(key)?.share ?? 0 };
    return agents.before === agents.after && share.before === share.after
      ? []
      : [{ pool, class: name, agents, share }];
  });
}

function diffAlerts(before: readonly AlertPlan[], after: readonly AlertPlan[]): FleetDiff["alerts"] {
  const old = new Map(before.map((alert) => [alert.name, alert]));
  const young = new Map(after.map((alert) => [alert.name, alert]));
  return {
    added: [...young.keys()].filter((name) => !old.has(name)),
    removed: [...old.keys()].filter((name) => !young.has(name)),
    changed: after.flatMap((alert) => {
      const earlier = old.get(alert.name);
      if (earlier === undefined) return [];
      const changes = changesBetween(withoutPlaces(earlier), withoutPlaces(alert));
      return changes.length === 0 ? [] : [{ name: alert.name, changes }];
    }),
  };
}

/** Findings are known by their fingerprint: a moved line or another value is the same finding. */
function diffFindings(before: readonly Finding[], after: readonly Finding[]): FleetDiff["rules"] {
  const old = new Map(before.map((finding) => [finding.fingerprint, finding]));
  const young = new Map(after.map((finding) => [finding.fingerprint, finding]));
  const counts = (finding: Finding | undefined): boolean =>
    finding !== undefined && finding.suppression === null;
  return {
    broken: after.filter((finding) => counts(finding) && !counts(old.get(finding.fingerprint))),
    fixed: before.filter((finding) => counts(finding) && young.get(finding.fingerprint) === undefined),
    exempted: newlyLetThrough("exemption", after, old),
    baselined: newlyLetThrough("baseline", after, old),
  };
}

/** What is let through now, and was not before: also what is new and was let through at once. */
function newlyLetThrough(
  kind: Suppression["kind"],
  after: readonly Finding[],
  old: ReadonlyMap<string, Finding>,
): readonly Finding[] {
  return after.filter(
    ({ suppression, fingerprint }) =>
      suppression?.kind === kind && old.get(fingerprint)?.suppression?.kind !== kind,
  );
}
