import { createHash } from "node:crypto";
import type { Place } from "../fleet/place";
import { UNKNOWN } from "../fleet/resource";
import type { ResourceView } from "../fleet/resource";
import { levelOf } from "../fleet/tier";
import type { Finding } from "./finding";
import type { Report, RuleResult, Summary } from "./report";
import type { Expected, Failure, Outcome, ResourceRule, Rule, Subject } from "./rule";
import { subjectOf } from "./subject";

interface Tally {
  passed: number;
  failed: number;
  notApplicable: number;
  notEvaluated: number;
}

/** Asks every rule about every resource it looks at, once. Linear in the number of resources. */
export function evaluate(
  resources: readonly ResourceView[],
  expected: Expected,
  rules: readonly Rule[],
): Report {
  const findings: Finding[] = [];
  const tallies = new Map<string, Tally>();
  for (const rule of rules) tallies.set(rule.id, { passed: 0, failed: 0, notApplicable: 0, notEvaluated: 0 });

  const take = (rule: Rule, tally: Tally, outcome: Outcome, resource: ResourceView | null): void => {
    switch (outcome.status) {
      case "pass":
        tally.passed += 1;
        return;
      case "notApplicable":
        tally.notApplicable += 1;
        return;
      case "fail":
        tally.failed += 1;
        findings.push(toFinding(rule, outcome, resource, expected));
        return;
      case "notEvaluated":
        tally.notEvaluated += 1;
        findings.push(toFinding(rule, outcome, resource, expected));
    }
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

/**
 * Resources by type and name. The engine hands them over as they are done, in an order that differs from run to run;
 * which of two has taken the name of the other must not.
 */
function ordered(resources: readonly ResourceView[]): readonly ResourceView[] {
  return [...resources].sort(
    (a, b) => compare(a.type, b.type) || compare(a.name, b.name) || compare(contentOf(a), contentOf(b)),
  );
}

/** Tells apart what has one type and name; only asked of those. */
function contentOf({ properties, options }: ResourceView): string {
  return JSON.stringify([properties, options.parent ?? ""], (_key, value: unknown) =>
    value === UNKNOWN ? UNKNOWN.toString() : value,
  );
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
  outcome: Failure | Extract<Outcome, { status: "notEvaluated" }>,
  resource: ResourceView | null,
  expected: Expected,
): Finding {
  const subject =
    outcome.subject ??
    (resource === null
      ? { kind: "fleet" as const, name: expected.catalog.fleet }
      : subjectOf(resource, expected.catalog));
  const failed = outcome.status === "fail";
  return {
    rule: rule.id,
    category: rule.category,
    severity: rule.severity,
    level: levelOf(expected.stack.tier, rule.id, rule.severity),
    status: outcome.status,
    subject,
    resource: resource === null ? null : { type: resource.type, name: resource.name },
    place: placeOf(subject, failed ? outcome.cause : undefined, expected),
    property: outcome.property,
    found: failed ? outcome.found : null,
    wanted: failed ? outcome.wanted : null,
    why: rule.rationale,
    fix: (failed ? outcome.fix : undefined) ?? rule.remediation,
    fingerprint: fingerprint(rule.id, subject, resource, outcome.property),
    suppression: null,
  };
}

/** The line to change: where the rule says, else where the subject stands. */
function placeOf(subject: Subject, cause: Failure["cause"], { catalog, stack }: Expected): Place | null {
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

function compareFindings(a: Finding, b: Finding): number {
  const key = (finding: Finding): string =>
    [
      finding.status === "fail" && finding.level === "mandatory" ? 0 : 1,
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
  let suppressed = 0;
  for (const finding of findings) {
    if (finding.suppression !== null) suppressed += 1;
    else if (finding.status === "notEvaluated") {
      notEvaluated += 1;
      if (finding.level === "mandatory") mandatoryNotEvaluated += 1;
    } else if (finding.level === "mandatory") blocking += 1;
    else advisory += 1;
  }
  const verdict = blocking > 0 ? "blocked" : mandatoryNotEvaluated > 0 ? "not-evaluated" : "pass";
  return { resources, rules, blocking, advisory, notEvaluated, suppressed, verdict };
}

function toResult(rule: Rule, tally: Tally | undefined, expected: Expected): RuleResult {
  return {
    id: rule.id,
    description: rule.description,
    category: rule.category,
    severity: rule.severity,
    level: levelOf(expected.stack.tier, rule.id, rule.severity),
    passed: tally?.passed ?? 0,
    failed: tally?.failed ?? 0,
    notApplicable: tally?.notApplicable ?? 0,
    notEvaluated: tally?.notEvaluated ?? 0,
  };
}
