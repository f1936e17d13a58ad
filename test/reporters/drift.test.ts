import { filterDrift } from "../../cli/drift/filter";
import { loadCatalog } from "../../fleet/catalog/load";
import { ROOT, problemsOf } from "../support/project";
import { createRequire } from "node:module";
import Ajv from "ajv-draft-04";
import pico from "picocolors";
import { summarise } from "../../cli/drift/model";
import type { Difference, DriftReport } from "../../cli/drift/model";
import { DRIFT_FORMATS } from "../../cli/drift/request";
import { printDrift } from "../../cli/reporters/drift";
import { CONSUL_SERVICE, CONTAINER } from "../../fleet/resource";

/** One difference of each class, written by hand, with names that want to be more than names. */
const HOSTILE = "<b>x</b>|`y`\n::error::z\u001b[31m";
const base: Difference = {
  subject: {
    kind: "agent",
    name: "autogpt",
    place: { file: "catalog/agents.yaml", line: 196, column: 5 },
    vital: true,
  },
  resource: { type: CONTAINER, name: "autogpt", physical: "sutazai-prod-autogpt" },
  property: "memory",
  unit: "MiB",
  declared: 128,
  found: 4096,
  last: 128,
  class: "drifted",
  witnesses: ["live", "engine"],
  reason: "not as declared",
  interrupts: false,
};
const differences: readonly Difference[] = [
  base,
  { ...base, property: "files", unit: null, declared: [], found: ["added /etc/evil"], interrupts: true },
  { ...base, property: "cpus", unit: null, declared: 1, found: 2, class: "both" },
  { ...base, property: "cpuShares", unit: null, declared: 10, found: 5, class: "pending" },
  { ...base, property: "memorySwap", declared: 128, found: 192, class: "in-envelope", reason: "1 step up" },
  { ...base, property: "tags", unit: null, declared: ["a", "b"], found: ["b", "a"], class: "noise" },
  {
    ...base,
    subject: { kind: "stranger", name: HOSTILE, place: null, vital: false },
    resource: { type: CONSUL_SERVICE, name: HOSTILE, physical: HOSTILE },
    ...{ property: "exists", unit: null, declared: null, found: HOSTILE, class: "unmanaged" },
  },
];
const looked = { containers: 69, services: 70, keys: 4 };
const notLooked = [{ what: "image of container autogpt", why: "it is not here" }];

function reportOf(some: readonly Difference[], open: DriftReport["notLooked"] = []): DriftReport {
  return {
    ...{ schemaVersion: 1, fleet: "sutazai", stack: "prod", tier: "prod", at: "2026-01-01T00:00:00.000Z" },
    witnesses: [
      { witness: "live", ran: true, seconds: 0.25, why: "" },
      { witness: "engine", ran: false, seconds: 0, why: "--live" },
    ],
    planDigest: "0".repeat(64),
    differences: some,
    summary: summarise(some, looked, open),
    notLooked: open,
  };
}

const colors = pico.createColors(false);
const print = (report: DriftReport, format: (typeof DRIFT_FORMATS)[number]): string =>
  printDrift(report, format, colors);

describe.each(DRIFT_FORMATS)("drift as %s", (format) => {
  it("is what it was", () => {
    expect(print(reportOf(differences, notLooked), format)).toMatchSnapshot();
  });

  it("says nothing of drift where there is none, and not clean where nobody looked", () => {
    const clean = print(reportOf([]), format);
    expect(clean).not.toContain("autogpt");
    expect(print(reportOf([], notLooked), format)).not.toEqual(clean);
  });
});

describe("what others wrote", () => {
  it("moves no cursor and starts no line in a terminal", () => {
    const text = print(reportOf(differences), "text");
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    expect(text).not.toMatch(/^::/m);
  });

  it("is no tag, no cell and no command elsewhere", () => {
    expect(print(reportOf(differences), "markdown")).not.toMatch(/<b>|\|`|^::/m);
    expect(
      print(reportOf(differences), "github")
        .split("\n")
        .filter((line) => line.startsWith("::error::")),
    ).toEqual([]);
    expect(print(reportOf(differences), "junit")).not.toContain("<b>");
  });

  it("SARIF keeps its schema", () => {
    const load = createRequire(__filename);
    const schema = load("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json") as object;
    const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
    validate(JSON.parse(print(reportOf(differences, notLooked), "sarif")));
    expect(validate.errors).toBeNull();
  });
});

describe("the report of the wanted agents", () => {
  const catalog = loadCatalog(ROOT);
  const none = { agent: null, pool: null };

  it("is the whole report without a filter", () => {
    const report = reportOf(differences, notLooked);
    expect(filterDrift(report, none, catalog)).toBe(report);
  });

  it("has nobody else in it, and still what nobody looked at", () => {
    const other = { ...base, subject: { ...base.subject, name: "aider" } };
    const report = reportOf([...differences, other], notLooked);
    const found = filterDrift(report, { ...none, agent: "aid*" }, catalog);
    expect(found.differences).toEqual([other]);
    expect([found.summary.classes.drifted, found.summary.classes.unmanaged]).toEqual([1, 0]);
    expect(found.notLooked).toEqual(notLooked);
  });

  it("goes by pool", () => {
    const pool = catalog.agentsByName.get("autogpt")?.pool ?? "";
    const others = ["hot", "warm", "cold"].filter((name) => name !== pool);
    const report = reportOf([base]);
    expect(filterDrift(report, { ...none, pool }, catalog).differences).toEqual([base]);
    for (const name of others) {
      const { summary } = filterDrift(report, { ...none, pool: name }, catalog);
      expect(summary.verdict).toBe("clean");
    }
  });

  it("is refused for a name that no agent has", () => {
    const filter = () => filterDrift(reportOf([]), { ...none, agent: "autogtp" }, catalog);
    expect(problemsOf(filter)).toMatchObject([
      { code: "unknown-agent", fix: expect.stringContaining("did you mean") as string },
    ]);
  });
});
