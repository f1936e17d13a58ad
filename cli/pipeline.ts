import { declareResources } from "../components/declare";
import type { Catalog } from "../fleet/catalog/types";
import type { DriftEvidence } from "../fleet/drift/evidence";
import { planFleet } from "../fleet/plan/plan";
import type { FleetPlan } from "../fleet/plan/types";
import type { ResourceView } from "../fleet/resource";
import type { Stack } from "../fleet/tier";
import type { Day } from "../fleet/units/day";
import { evaluate } from "../policies/evaluate";
import type { Exceptions } from "../policies/exceptions/exemption";
import { readExceptions, readExceptionsAlone } from "../policies/exceptions/read";
import type { Report } from "../policies/report";
import { RULES } from "../policies/rules";
import { Problems } from "../fleet/problem";
import { sourcesIn } from "../fleet/source/read";
import type { Sources } from "../fleet/source/read";
import { readProject, readTiers } from "../stacks/read";
import { todayOf } from "./clock";
import { redactValue } from "./redact";
import { Timings } from "./timings";

const RULE_IDS = RULES.map((rule) => rule.id);

/** Everything that is known about a stack without asking any server. */
export interface Checked {
  readonly catalog: Catalog;
  readonly stack: Stack;
  readonly exceptions: Exceptions;
  readonly plan: FleetPlan;
  readonly resources: readonly ResourceView[];
  readonly report: Report;
}

/**
 * Catalog to plan to resources to verdict.
 *
 * @param root folder of the project
 * @param timings notes what each step took
 * @param today the day on which exemptions count
 * @param driftOf what is known of drift, where something is about to be deployed
 * @throws InputError when the catalog, the tiers or the stack can't be used
 */
export function checkStack(
  root: string,
  stackName: string,
  timings = new Timings(),
  today = todayOf(process.env),
  driftOf: DriftOf | null = null,
): Checked {
  return checkSources(sourcesIn(root), stackName, timings, today, driftOf);
}

/** Finds out what is known of drift of a plan. */
export type DriftOf = (plan: FleetPlan) => DriftEvidence;

/** The same from wherever the texts come. */
export function checkSources(
  sources: Sources,
  stackName: string,
  timings = new Timings(),
  today = todayOf(process.env),
  driftOf: DriftOf | null = null,
): Checked {
  const { catalog, stack, exceptions } = timings.step("input", () => readAll(sources, stackName, today));
  const plan = timings.step("plan", () => planFleet(catalog, stack));
  const resources = timings.step("resources", () => declareResources(plan));
  const drift = driftOf === null ? {} : { drift: driftOf(plan) };
  const expected = { catalog, stack, alerts: plan.alerts, exceptions, ...drift };
  const report = timings.step("rules", () => evaluate(resources, expected, RULES));
  return { catalog, stack, exceptions, plan, resources, report: withoutSecrets(report) };
}

/** What was found may hold what a rule did not look for. */
function withoutSecrets(report: Report): Report {
  const findings = report.findings.map((finding) => {
    const { found, wanted, suppression } = finding;
    return { ...finding, ...redactValue({ found, wanted, suppression }) };
  });
  return { ...report, findings };
}

/** Catalog, stack and exceptions, and when one of them is broken the problems of the others too. */
function readAll(sources: Sources, stackName: string, today: Day) {
  const problems = new Problems();
  const project = problems.attempt(() => readProject(sources, stackName, RULE_IDS));
  if (project === null) problems.attempt(() => readExceptionsAlone(sources));
  const tiers = () => readTiers(sources);
  const exceptions =
    project === null
      ? null
      : problems.attempt(() => readExceptions(sources, { ...project, tiers, rules: RULES, today }));
  problems.throwIfAny();
  if (project === null || exceptions === null) throw new Error("what was refused has problems");
  return { ...project, exceptions };
}
