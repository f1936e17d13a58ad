import type { Catalog } from "../../fleet/catalog/types";
import { isDrift } from "../../fleet/drift/classify";
import type { DriftEvidence } from "../../fleet/drift/evidence";
import type { Difference, DriftReport } from "../../fleet/drift/model";
import { CONTAINER } from "../../fleet/resource";
import type { Json } from "../../fleet/source/json";
import { prometheusDuration } from "../../fleet/units/duration";
import type { Seconds } from "../../fleet/units/duration";
import { NOT_APPLICABLE, PASS, notEvaluated } from "../rule";
import type { Expected, FleetRule, Outcome, Subject } from "../rule";

/** Clocks of two machines may be this far apart. */
const SKEW_SECONDS = 300;

export const fleetNoUnapprovedDrift: FleetRule = {
  id: "fleet-no-unapproved-drift",
  description: "Nothing is deployed onto a fleet that has left its declaration, or of which nobody knows.",
  category: "monitoring",
  severity: "high",
  rationale:
    "An update takes back what somebody changed by hand in an incident, or stops halfway at a container that nobody declared. Who deploys has to know first.",
  remediation: "Run `fleet drift` for this stack, then revert, adopt or exempt what it finds.",
  scope: "fleet",
  needsDrift: true,
  check(_resources, expected) {
    const { drift, stack } = expected;
    const most = stack.tier.maxDriftReportAge;
    if (drift === undefined || most === null || !drift.deployed) return [NOT_APPLICABLE];
    const { kept } = drift;
    const refused = (found: string): Outcome[] => [
      {
        status: "fail",
        property: "drift report",
        subject: { kind: "stack", name: stack.name },
        cause: { file: "tier", path: ["maxDriftReportAge"] },
        found,
        wanted: `one of this declaration, at most ${prometheusDuration(most)} old`,
      },
    ];
    if (kept.state === "missing") return refused("none");
    if (kept.state === "damaged") return refused(`damaged: ${kept.why}`);
    const reason = unusable(kept.report, drift, expected, most);
    return reason === null ? judge(kept.report, expected) : refused(reason);
  },
};

/** Why a report says nothing about what is about to be deployed; null when it does. */
function unusable(
  report: DriftReport,
  { planDigest, now }: DriftEvidence,
  { catalog, stack }: Expected,
  most: Seconds,
): string | null {
  if (report.fleet !== catalog.fleet || report.stack !== stack.name)
    return `one of stack ${report.stack} of fleet ${report.fleet}`;
  if (report.planDigest !== planDigest) return "one of another declaration";
  const age = (Date.parse(now) - Date.parse(report.at)) / 1000;
  if (!Number.isFinite(age)) return `one of no known time, ${report.at}`;
  if (age < -SKEW_SECONDS) return `one of the future, ${report.at}`;
  return age > most ? `one that is ${ageText(age)} old` : null;
}

function ageText(age: number): string {
  const hours = Math.floor(age / 3600);
  if (hours >= 48) return `${Math.floor(hours / 24)} days`;
  return hours >= 1 ? `${hours} h ${Math.floor((age % 3600) / 60)} min` : `${Math.floor(age / 60)} min`;
}

function judge(report: DriftReport, { catalog, stack }: Expected): Outcome[] {
  const outcomes: Outcome[] = report.differences.filter(isDrift).map((each) => ({
    status: "fail",
    property: propertyOf(each),
    subject: subjectOf(each, catalog),
    found: foundOf(each),
    wanted: wantedOf(each),
  }));
  const blind = report.notLooked.length > 0 || !report.witnesses.some(({ ran }) => ran);
  if (blind) outcomes.push(notEvaluated("drift", { kind: "stack", name: stack.name }));
  return outcomes.length === 0 ? [PASS] : outcomes;
}

/** Container and registration of an agent have properties of the same name. */
function propertyOf({ resource, property }: Difference): string {
  if (resource.type === CONTAINER) return property;
  const kind = resource.type.split(":").at(-1) ?? resource.type;
  return `${kind}.${property}`;
}

function subjectOf({ subject, resource }: Difference, catalog: Catalog): Subject {
  if (subject.kind === "agent" || subject.kind === "service")
    return { kind: subject.kind, name: subject.name };
  if (subject.kind === "registry") return { kind: "fleet", name: catalog.fleet };
  return { kind: "resource", name: resource.name };
}

function foundOf({ property, found, unit }: Difference): Json {
  if (property === "exists" && (found === null || found === false)) return "missing";
  return unit === null || typeof found !== "number" ? found : `${found} ${unit}`;
}

function wantedOf({ property, declared, unit }: Difference): string {
  if (property === "exists") return declared === true ? "there, as declared" : "nothing that nobody declared";
  if (declared === null) return "nothing, as declared";
  const text = typeof declared === "string" ? declared : JSON.stringify(declared);
  return `${text}${unit === null ? "" : ` ${unit}`}, as declared`;
}
