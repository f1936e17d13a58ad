import pico from "picocolors";
import { driftAsReport } from "../../cli/drift/as-report";
import { exemptDrift } from "../../cli/drift/exempt";
import { driftReport } from "../../cli/drift/report";
import { checkStack } from "../../cli/pipeline";
import { countsAsDrift } from "../../fleet/drift/classify";
import type { Difference, DriftReport } from "../../fleet/drift/model";
import { CONTAINER } from "../../fleet/resource";
import { driftMarkdown } from "../../cli/reporters/drift-markdown";
import { driftText } from "../../cli/reporters/drift-text";
import { noExceptions } from "../../policies/exceptions/exemption";
import type { Exceptions } from "../../policies/exceptions/exemption";
import { readExceptions } from "../../policies/exceptions/read";
import { RULES } from "../../policies/rules";
import { sourcesIn } from "../../fleet/source/read";
import { parseDay } from "../../fleet/units/day";
import { loadCatalog } from "../../fleet/catalog/load";
import { readStack, readTiers } from "../../stacks/read";
import { Project, ROOT } from "../support/project";

/** Drift that somebody approved in catalog/exemptions.yaml. */

const TODAY = parseDay("2026-03-01");
const AGENT = "autogpt";
const OTHER = "autogen";

const project = new Project();
afterAll(() => project.remove());
const exceptionsWith = (expires: string, agents = AGENT): Exceptions => {
  project.write(
    "catalog/exemptions.yaml",
    `version: 1
exemptions:
  - rule: fleet-no-unapproved-drift
    agents: [${agents}]
    tiers: [staging]
    reason: "its memory is tried out on the machine until the week is over"
    owner: machine-learning
    approver: platform
    ticket: FLEET-12
    created: "2026-02-20"
    expires: "${expires}"
`,
  );
  if (TODAY === null) throw new Error("no day");
  const sources = sourcesIn(project.root);
  const catalog = loadCatalog(project.root);
  const stack = readStack(project.root, "staging", catalog);
  return readExceptions(sources, {
    catalog,
    stack,
    tiers: () => readTiers(sources),
    rules: RULES,
    today: TODAY,
  });
};

const difference = (name: string, more: Partial<Difference> = {}): Difference => ({
  subject: { kind: "agent", name, place: null, vital: false },
  resource: { type: CONTAINER, name, physical: name },
  ...{ property: "memory", unit: null, declared: 128, found: 256, last: null },
  ...{ class: "drifted", witnesses: ["live"], reason: "changed on Docker", interrupts: false },
  ...more,
});

const { plan } = checkStack(ROOT, "staging");

function reportOf(differences: readonly Difference[]): DriftReport {
  const looked = { containers: 2, services: 2, keys: 1 };
  return driftReport(plan, "2026-03-01T00:00:00.000Z", { witnesses: [], differences, notLooked: [], looked });
}

describe("drift that an exemption lets through", () => {
  const differences = exemptDrift([difference(AGENT), difference(OTHER)], exceptionsWith("2026-03-10"));

  it("is marked with who approved it and until when; that of others is not", () => {
    const [own, other] = differences;
    expect(own?.exempted).toMatchObject({
      ...{ ticket: "FLEET-12", approver: "platform", expires: "2026-03-10" },
      place: { file: "catalog/exemptions.yaml", line: 3 },
    });
    expect(other).not.toHaveProperty("exempted");
    expect(differences.map(countsAsDrift)).toEqual([false, true]);
  });

  it("is still drift for all the others, and none where it was all there is", () => {
    expect(reportOf(differences).summary).toMatchObject({ verdict: "drift", exempted: 1 });
    expect(reportOf(differences.slice(0, 1)).summary).toMatchObject({ verdict: "clean", exempted: 1 });
  });

  it("is shown in every format, as what it is", () => {
    const report = reportOf(differences.slice(0, 1));
    const text = driftText(report, pico.createColors(false));
    expect(text).toContain("no drift; 2 containers, 2 registrations and 1 key looked at; 1 exempted");
    expect(text).toContain("exempted: changed on Docker");
    expect(text).toMatch(/let through {2}.*FLEET-12/);
    expect(driftMarkdown(report)).toContain("### Exempted");
    const { findings, summary } = driftAsReport(report);
    expect(summary).toMatchObject({ blocking: 0, exempted: 1, verdict: "pass" });
    expect(findings).toMatchObject([{ rule: "drift-drifted", suppression: { kind: "exemption" } }]);
  });

  it.each([
    ["when nothing was decided", (): Exceptions => noExceptions(exceptionsWith("2026-03-10").today)],
    ["after the last day", () => exceptionsWith("2026-02-28")],
    ["for another agent", () => exceptionsWith("2026-03-10", OTHER)],
  ])("counts %s", (_title, exceptions) => {
    expect(exemptDrift([difference(AGENT)], exceptions()).map(countsAsDrift)).toEqual([true]);
  });

  it("is never what is pending, noise or nobody's", () => {
    const others = [
      difference(AGENT, { class: "pending" }),
      difference(AGENT, { class: "noise" }),
      difference("x", {
        class: "unmanaged",
        subject: { kind: "resource" as never, name: "x", place: null, vital: false },
      }),
    ];
    const exempted = exemptDrift(others, exceptionsWith("2026-03-10"));
    expect(exempted).toEqual(others);
  });
});
