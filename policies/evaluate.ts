import { createHash } from "node:crypto";
import type { Place } from "../fleet/place";
import { UNKNOWN } from "../fleet/resource";
import type { ResourceView } from "../fleet/resource";
import { levelOf } from "../fleet/tier";
import type { Uses } from "./exceptions/exemption";
import { suppressionOf } from "./exceptions/suppress";
import { usesOf } from "./exceptions/uses";
import type { Evidence } from "./exceptions/uses";
import type { Finding } from "./finding";
import type { Report, RuleResult, Summary } from "./report";
import type { Expected, Failure, NotEvaluated, Outcome, ResourceRule, Rule, Subject } from "./rule";
import { subjectOf } from "./subject";

interface Tally {
  passed: number;
  failed: number;
  exempted: number;
  baselined: number;
  notApplicable: number;
  notEvaluated: number;
}

/** An outcome that is no pass, with the rule that gave it. */
interface Told {
  readonly rule: Rule;
  readonly outcome: Failure | NotEvaluated;
  readonly finding: Finding;
}

/**
 * Asks every rule about every resource it looks at, once, and holds what they find against what was decided about it.
 * Linear in the number of resources.
 *
 * @param known every rule there is: those about exceptions have to know what others find, asked or not
 */
export function evaluate(
  resources: readonly ResourceView[],
  expected: Expected,
  rules: readonly Rule[],
  known: readonly Rule[] = rules,
): Report {
  const { told, tallies } = ask(resources, expected, rules);
  const findings = told.map(({ finding }) => finding);
  const aboutExceptions = rules.filter((rule) => rule.scope === "exceptions");
  if (aboutExceptions.length > 0) {
    const uses = usesIn(resources, expected, { rules, told }, known);
    for (const rule of aboutExceptions) {
      const tally = tallies.get(rule.id);
      if (tally === undefined) continue;
      for (const outcome of rule.check(uses, expected)) {
        const finding = count(tally, rule, outcome, null, expected);
        if (finding !== null) findings.push(finding.finding);
      }
    }
  }
  findings.sort(compareFindings);
  const { stack, catalog } = expected;
  return {
    schemaVersion: 1,
    fleet: catalog.fleet,
    stack: stack.name,
    tier: stack.tier.name,
    summary: summarise(findings, resources.length, rules.length),
    findings,
    rules: rules
      .map((rule) => toResult(rule, tallies.get(rule.id), expected))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** The answers of the rules about resources. */
function ask(
  resources: readonly ResourceView[],
  expected: Expected,
  rules: readonly Rule[],
): { readonly told: Told[]; readonly tallies: Map<string, Tally> } {
  const told: Told[] = [];
  const tallies = new Map<string, Tally>();
  for (const rule of rules)
    tallies.set(rule.id, {
      passed: 0,
      failed: 0,
      exempted: 0,
      baselined: 0,
      notApplicable: 0,
      notEvaluated: 0,
    });

  const take = (rule: Rule, tally: Tally, outcome: Outcome, resource: ResourceView | null): void => {
    const item = count(tally, rule, outcome, resource, expected);
    if (item !== null) told.push(item);
  };

  const byType = groupByType(rules);
  for (const resource of resources) {
    for (const rule of byType.get(resource.type) ?? []) {
      const tally = tallies.get(rule.id);
      if (tally === undefined) continue;
      const answer = rule.check(resource, expected);
      if (isList(answer)) for (const outcome of answer) take(rule, tally, outcome, resource);
      else take(rule, tally, answer, resource);
    }
  }
  const inOrder = rules.some((rule) => rule.scope === "fleet") ? ordered(resources) : [];
  for (const rule of rules) {
    const tally = tallies.get(rule.id);
    if (rule.scope !== "fleet" || tally === undefined) continue;
    for (const outcome of rule.check(inOrder, expected)) take(rule, tally, outcome, null);
  }
  return { told, tallies };
}

/** Counts an outcome; null when there is nothing to tell of it. */
function count(
  tally: Tally,
  rule: Rule,
  outcome: Outcome,
  resource: ResourceView | null,
  expected: Expected,
): Told | null {
  if (outcome.status === "pass" || outcome.status === "notApplicable") {
    tally[outcome.status === "pass" ? "passed" : "notApplicable"] += 1;
    return null;
  }
  const finding = toFinding(rule, outcome, resource, expected);
  if (outcome.status === "notEvaluated") tally.notEvaluated += 1;
  else if (finding.suppression === null) tally.failed += 1;
  else tally[finding.suppression.kind === "exemption" ? "exempted" : "baselined"] += 1;
  return { rule, outcome, finding };
}

/** What exceptions are needed for. Rules that they name and that were not asked yet are asked, and nothing is counted. */
function usesIn(
  resources: readonly ResourceView[],
  expected: Expected,
  asked: { readonly rules: readonly Rule[]; readonly told: readonly Told[] },
  known: readonly Rule[],
): Uses {
  const { exceptions, alerts, drift } = expected;
  const named = new Set([
    ...exceptions.exemptions.map(({ rule }) => rule),
    ...[...exceptions.baseline.values()].map(({ rule }) => rule),
  ]);
  const already = new Set(asked.rules.map(({ id }) => id));
  // Where no alerts or no report of drift are at hand, rules about them have nothing to say.
  const answers = (rule: Rule) =>
    rule.scope !== "fleet" ||
    ((rule.needsAlerts !== true || alerts !== null) && (rule.needsDrift !== true || drift !== undefined));
  const others = known.filter((rule) => named.has(rule.id) && !already.has(rule.id) && answers(rule));
  const told = [...asked.told, ...ask(resources, expected, others).told];
  const able = new Set([...asked.rules.filter(answers), ...others].map(({ id }) => id));
  const evidence = told.flatMap(({ rule, outcome, finding }): Evidence[] => {
    if (!named.has(rule.id)) return [];
    const { status, subject, fingerprint } = finding;
    const measured = outcome.status === "fail" ? outcome.measured : undefined;
    return [{ rule, subject, fingerprint, status, ...(measured === undefined ? {} : { measured }) }];
  });
  return usesOf(exceptions, evidence, (rule) => able.has(rule));
}

/**
 * Resources by type and name. The engine hands them over as they are done, in an order that differs from run to run;
 * which of two has taken the name of the other must not.
 */
function ordered(resources: readonly ResourceView[]): readonly ResourceView[] {
  return [...resources].sort(
    (a, b) => compare(a.type, b.type) || compare(a.name, b.name) || compare(contentOf(a), contentOf(b)),
  );
}

/** Tells apart what has one type and name; only asked of those. The engine sorts keys, the plan does not. */
function contentOf({ properties, options }: ResourceView): string {
  return JSON.stringify([properties, options.parent ?? ""], (_key, value: unknown) => {
    if (value === UNKNOWN) return UNKNOWN.toString();
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([left], [right]) => compare(left, right)));
  });
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function isList(answer: Outcome | readonly Outcome[]): answer is readonly Outcome[] {
  return Array.isArray(answer);
}

function groupByType(rules: readonly Rule[]): Map<string, ResourceRule[]> {
  const byType = new Map<string, ResourceRule[]>();
  for (const rule of rules) {
    if (rule.scope !== "resource") continue;
    for (const type of rule.types) byType.set(type, [...(byType.get(type) ?? []), rule]);
  }
  return byType;
}

function toFinding(
  rule: Rule,
  outcome: Failure | NotEvaluated,
  resource: ResourceView | null,
  expected: Expected,
): Finding {
  const subject =
    outcome.subject ??
    (resource === null
      ? { kind: "fleet" as const, name: expected.catalog.fleet }
      : subjectOf(resource, expected.catalog));
  const failed = outcome.status === "fail";
  const print = fingerprint(rule.id, subject, resource, outcome.property);
  const judged = { rule, subject, fingerprint: print };
  return {
    rule: rule.id,
    category: rule.category,
    severity: rule.severity,
    level: levelOf(expected.stack.tier, rule),
    status: outcome.status,
    subject,
    resource: resource === null ? null : { type: resource.type, name: resource.name },
    place: placeOf(subject, failed ? outcome.cause : undefined, expected),
    property: outcome.property,
    found: failed ? outcome.found : null,
    wanted: failed ? outcome.wanted : null,
    why: rule.rationale,
    fix: (failed ? outcome.fix : undefined) ?? rule.remediation,
    fingerprint: print,
    // Not knowing is nothing that anybody can have let through.
    suppression: failed
      ? suppressionOf(
          outcome.measured === undefined ? judged : { ...judged, measured: outcome.measured },
          expected.exceptions,
        )
      : null,
  };
}

/** The line to change: where the rule says, else where the subject stands. */
function placeOf(
  subject: Subject,
  cause: Failure["cause"],
  { catalog, stack, exceptions }: Expected,
): Place | null {
  const { places } = catalog;
  if (typeof cause === "object") {
    switch (cause.file) {
      case "agents":
        return places.agentsFile(...cause.path);
      case "profiles":
        return places.profile(...cause.path);
      case "services":
        return places.service(String(cause.path[0]), ...cause.path.slice(1));
      case "imagesLock":
        return places.imagesLock(cause.path[0] === undefined ? undefined : String(cause.path[0]));
      case "tier":
        return stack.tier.place(...cause.path);
      case "stack":
        return stack.place;
      case "exemptions":
        return exceptions.exemptions[Number(cause.path[0])]?.place(...cause.path.slice(1)) ?? null;
      case "baseline":
        return exceptions.baseline.get(String(cause.path[0]))?.place ?? null;
    }
  }
  switch (subject.kind) {
    case "agent": {
      const agent = catalog.agentsByName.get(subject.name);
      return agent === undefined ? null : places.agent(agent, cause);
    }
    case "service":
      return catalog.services.has(subject.name)
        ? places.service(subject.name, ...(cause === undefined ? [] : [cause]))
        : null;
    case "pool":
      return places.agentsFile("pools", subject.name);
    case "image":
      return places.imagesLock();
    case "stack":
      return stack.place;
    case "fleet":
    case "resource":
    case "exemption":
    case "baseline":
      return null;
  }
}

function fingerprint(
  rule: string,
  subject: Subject,
  resource: ResourceView | null,
  property: string,
): string {
  const parts = [rule, subject.kind, subject.name, resource?.type ?? "", resource?.name ?? "", property];
  return createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 16);
}

/** Blocking first, then by subject, rule and property; what was let through last. */
export function compareFindings(a: Finding, b: Finding): number {
  const key = (finding: Finding): string =>
    [
      finding.suppression !== null ? 2 : finding.status === "fail" && finding.level === "mandatory" ? 0 : 1,
      finding.subject.kind,
      finding.subject.name,
      finding.rule,
      finding.property,
    ].join("\0");
  return compare(key(a), key(b));
}

/** Counts findings by what they do. */
export function summarise(findings: readonly Finding[], resources: number, rules: number): Summary {
  let blocking = 0;
  let advisory = 0;
  let notEvaluated = 0;
  let mandatoryNotEvaluated = 0;
  let exempted = 0;
  let baselined = 0;
  for (const finding of findings) {
    if (finding.suppression?.kind === "exemption") exempted += 1;
    else if (finding.suppression?.kind === "baseline") baselined += 1;
    else if (finding.status === "notEvaluated") {
      notEvaluated += 1;
      if (finding.level === "mandatory") mandatoryNotEvaluated += 1;
    } else if (finding.level === "mandatory") blocking += 1;
    else advisory += 1;
  }
  const verdict = blocking > 0 ? "blocked" : mandatoryNotEvaluated > 0 ? "not-evaluated" : "pass";
  return { resources, rules, blocking, advisory, notEvaluated, exempted, baselined, verdict };
}

function toResult(rule: Rule, tally: Tally | undefined, expected: Expected): RuleResult {
  return {
    id: rule.id,
    description: rule.description,
    category: rule.category,
    severity: rule.severity,
    level: levelOf(expected.stack.tier, rule),
    passed: tally?.passed ?? 0,
    failed: tally?.failed ?? 0,
    exempted: tally?.exempted ?? 0,
    baselined: tally?.baselined ?? 0,
    notApplicable: tally?.notApplicable ?? 0,
    notEvaluated: tally?.notEvaluated ?? 0,
  };
}
