import { namePattern } from "../../fleet/glob";
import type { DriftEvidence, KeptReport } from "../../fleet/drift/evidence";
import type { DriftClass, DriftReport } from "../../fleet/drift/model";
import { CONSUL_SERVICE, CONTAINER } from "../../fleet/resource";
import type { TierName } from "../../fleet/tier";
import { evaluate } from "../../policies/evaluate";
import type { Exemption } from "../../policies/exceptions/exemption";
import { exemptionUnused } from "../../policies/rules/exemption-unused";
import { fleetNoUnapprovedDrift } from "../../policies/rules/fleet-no-unapproved-drift";
import { difference, driftReport, NOW, PROD_DIGEST } from "../support/drift-report";
import { describeRule, expectedIn, judge } from "./cases";
import type { RuleCase } from "./cases";

const evidence = (kept: KeptReport, changes: Partial<DriftEvidence> = {}): DriftEvidence => ({
  ...{ deployed: true, kept, planDigest: PROD_DIGEST, now: NOW },
  ...changes,
});
const kept = (report: DriftReport): KeptReport => ({ state: "kept", report });

function line(
  title: string,
  expect: RuleCase["expect"],
  drift: DriftEvidence,
  more: { readonly found?: string | number; readonly tier?: TierName } = {},
): RuleCase {
  return { title, expect, resources: [], ...more, expected: (expected) => ({ ...expected, drift }) };
}
const ofReport = (
  title: string,
  expect: RuleCase["expect"],
  report: DriftReport,
  found?: string | number,
): RuleCase => line(title, expect, evidence(kept(report)), found === undefined ? {} : { found });
const ofClass = (title: string, expect: RuleCase["expect"], kind: DriftClass): RuleCase =>
  ofReport(title, expect, driftReport([difference({ class: kind })]));

const blind = { witness: "engine", ran: false, seconds: 0, why: "not asked" } as const;

describeRule(fleetNoUnapprovedDrift, [
  ofReport("a fresh report without differences", "pass", driftReport()),
  ofReport("a container that drifted", "fail", driftReport([difference()]), "512 MiB"),
  ofClass("drift of what the declaration changed too", "fail", "both"),
  ofReport(
    "a container that nobody declared",
    "fail",
    driftReport([
      difference({
        subject: { kind: "stranger", name: "sutazai-prod-odd", place: null, vital: false },
        resource: { type: CONTAINER, name: "sutazai-prod-odd", physical: "1" },
        ...{ property: "exists", unit: null, declared: null, found: "odd:1, running", class: "unmanaged" },
      }),
    ]),
    "odd:1, running",
  ),
  ofReport(
    "an agent that is gone",
    "fail",
    driftReport([difference({ property: "exists", unit: null, declared: true, found: null })]),
    "missing",
  ),
  ofClass("what is about to be deployed", "pass", "pending"),
  ofClass("the same in other words", "pass", "noise"),
  ofClass("what may move at run time", "pass", "in-envelope"),
  line("no report", "fail", evidence({ state: "missing" }), { found: "none" }),
  line("a damaged report", "fail", evidence({ state: "damaged", why: "no JSON" }), {
    found: "damaged: no JSON",
  }),
  ofReport(
    "a report of another fleet",
    "fail",
    driftReport([], { fleet: "other" }),
    "one of stack prod of fleet other",
  ),
  ofReport(
    "a report of another stack",
    "fail",
    driftReport([], { stack: "prod-eu" }),
    "one of stack prod-eu of fleet sutazai",
  ),
  ofReport(
    "a report of another declaration",
    "fail",
    driftReport([], { planDigest: "0".repeat(64) }),
    "one of another declaration",
  ),
  ofReport("a report as old as it may be", "pass", driftReport([], { at: "2026-11-30T08:00:00.000Z" })),
  ofReport(
    "a report that is too old",
    "fail",
    driftReport([], { at: "2026-11-30T07:59:59.000Z" }),
    "one that is 4 h 0 min old",
  ),
  ofReport(
    "a report that is days too old",
    "fail",
    driftReport([], { at: "2026-11-20T12:00:00.000Z" }),
    "one that is 10 days old",
  ),
  ofReport("clocks that differ by minutes", "pass", driftReport([], { at: "2026-11-30T12:04:00.000Z" })),
  ofReport("a report of the future", "fail", driftReport([], { at: "2026-12-01T12:00:00.000Z" })),
  ofReport("a report of no known time", "fail", driftReport([], { at: "2026-99-99T99:99:99Z" })),
  ofReport(
    "something that nobody looked at",
    "notEvaluated",
    driftReport([], { notLooked: [{ what: "x", why: "y" }] }),
  ),
  ofReport(
    "a report in which one witness looked",
    "pass",
    driftReport([], { witnesses: [blind, { ...blind, witness: "live", ran: true }] }),
  ),
  ofReport("a report in which nobody looked", "notEvaluated", driftReport([], { witnesses: [blind] })),
  line("the first deployment", "notApplicable", evidence({ state: "missing" }, { deployed: false })),
  line("a tier that asks for no report", "notApplicable", evidence({ state: "missing" }), { tier: "dev" }),
]);

describe("what the rule says", () => {
  const findings = (report: DriftReport) =>
    judge(fleetNoUnapprovedDrift, ofReport("", "fail", report)).findings;

  it("is about each agent alone, so that one can be exempted without the others", () => {
    const other = { kind: "agent", name: "aider", place: null, vital: false } as const;
    const said = findings(driftReport([difference(), difference({ subject: other })]));
    expect(said.map(({ subject }) => subject)).toEqual([
      { kind: "agent", name: "aider" },
      { kind: "agent", name: "autogpt" },
    ]);
    expect(said[1]).toMatchObject({
      property: "memory",
      found: "512 MiB",
      wanted: "128 MiB, as declared",
      level: "mandatory",
    });
    expect(said[1]?.place?.file).toBe("catalog/agents.yaml");
  });

  it("tells container and registration of an agent apart", () => {
    const registration = { type: CONSUL_SERVICE, name: "autogpt", physical: "sutazai-prod-autogpt" };
    const said = findings(
      driftReport([
        difference({ property: "name", unit: null }),
        difference({ property: "name", unit: null, resource: registration }),
      ]),
    );
    expect(new Set(said.map(({ fingerprint }) => fingerprint)).size).toBe(2);
    expect(said.map(({ property }) => property)).toEqual(["Service.name", "name"]);
  });

  it("lets through the drift of an agent that is exempted, and nothing else", () => {
    const day = expectedIn("prod").exceptions.today;
    const exemption: Exemption = {
      ...{ rule: fleetNoUnapprovedDrift.id, agents: [namePattern("autogpt")], services: [] },
      ...{ reason: "an incident", owner: "platform", approver: "security", ticket: "FLEET-1", cap: null },
      ...{ created: day, expires: day, place: () => ({ file: "x", line: 1, column: 1 }) },
    };
    const other = { kind: "agent", name: "aider", place: null, vital: false } as const;
    const report = driftReport([difference(), difference({ subject: other })]);
    const expected = expectedIn("prod");
    const exceptions = { ...expected.exceptions, exemptions: [exemption] };
    const rules = [fleetNoUnapprovedDrift, exemptionUnused];
    const told = evaluate([], { ...expected, exceptions, drift: evidence(kept(report)) }, rules);
    expect(
      told.findings.map(({ subject, suppression }) => [subject.name, suppression?.kind ?? null]),
    ).toEqual([
      ["aider", null],
      ["autogpt", "exemption"],
    ]);
    // Where no report is at hand, nobody can say that it is not needed.
    expect(evaluate([], { ...expected, exceptions }, rules).findings).toEqual([]);
  });

  it("asks for nothing where nobody is about to deploy", () => {
    const expected = expectedIn("prod");
    expect(evaluate([], expected, [fleetNoUnapprovedDrift]).rules).toMatchObject([{ notApplicable: 1 }]);
  });

  it("leads to the line that says how old a report may be", () => {
    const [finding] = judge(
      fleetNoUnapprovedDrift,
      line("", "fail", evidence({ state: "missing" })),
    ).findings;
    expect(finding?.place?.file).toBe("stacks/tiers.yaml");
    expect(finding?.wanted).toBe("one of this declaration, at most 4h old");
  });
});
