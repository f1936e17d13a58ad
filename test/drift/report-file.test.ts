import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import Ajv2020 from "ajv/dist/2020";
import fc from "fast-check";
import { driftEvidence } from "../../cli/drift/evidence";
import { keepReport, keptReport, parseReport, reportFile, reportJson } from "../../cli/drift/report-file";
import { planFleet } from "../../fleet/plan/plan";
import { expectedIn } from "../rules/cases";
import { difference, driftReport, NOW } from "../support/drift-report";
import { fleetWith } from "../support/fleet";
import { ROOT } from "../support/project";

const folder = mkdtempSync(join(tmpdir(), "fleet-drift-report-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { catalog, stack } = expectedIn("prod");
const plan = planFleet(catalog, stack);

describe("the kept report", () => {
  const report = driftReport([difference(), difference({ class: "noise", found: [1, { a: null }] })]);

  it("keeps its schema, which is published", () => {
    const schema = JSON.parse(readFileSync(join(ROOT, "docs/schemas/drift.schema.json"), "utf8")) as object;
    const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);
    expect([validate(JSON.parse(reportJson(report))), validate.errors]).toEqual([true, null]);
  });

  it("is found again as it was, in a file for its user alone, with nothing beside it", () => {
    const file = keepReport(folder, report);
    expect(file).toBe(join(folder, "drift", "sutazai", "prod.json"));
    expect(keptReport(folder, "sutazai", "prod")).toEqual({ state: "kept", report });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    keepReport(folder, report);
    expect(readdirSync(dirname(file))).toEqual(["prod.json"]);
  });

  it("is missing where nobody kept one", () => {
    expect(keptReport(folder, "sutazai", "dev")).toEqual({ state: "missing" });
  });

  it("is damaged where it can't be read", () => {
    mkdirSync(reportFile(folder, "sutazai", "folder"));
    expect(keptReport(folder, "sutazai", "folder")).toMatchObject({ state: "damaged" });
  });

  it.each<[string, string, RegExp]>([
    ["empty", "", /no JSON/],
    ["cut off", reportJson(report).slice(0, 500), /no JSON/],
    ["not a report", "[]", /not as its schema says/],
    ["null", "null", /not as its schema says/],
    ["of a later version", JSON.stringify({ ...report, schemaVersion: 2 }), /schema version 2 instead of 1/],
    [
      "without its differences",
      JSON.stringify({ ...report, differences: undefined }),
      /not as its schema says/,
    ],
    [
      "with a class nobody knows",
      JSON.stringify(driftReport([difference({ class: "fine" as "noise" })])),
      /\/differences\/0\/class/,
    ],
    ["with a key nobody knows", JSON.stringify({ ...report, approved: true }), /not as its schema says/],
  ])("is damaged when it is %s", (_title, text, why) => {
    expect(parseReport(text)).toEqual({ state: "damaged", why: expect.stringMatching(why) as string });
  });

  it("never throws, whatever stands in the file", () => {
    const text = reportJson(report);
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(200), fc.string({ maxLength: 5 }), (at, length, put) => {
        const { state } = parseReport(text.slice(0, at) + put + text.slice(at + length));
        expect(["kept", "damaged"]).toContain(state);
      }),
      { numRuns: 200 },
    );
  });
});

describe("whether a stack was ever deployed", () => {
  const state = join(folder, "state");
  const file = join(state, ".pulumi", "stacks", "sutazai", "prod.json");
  const env = { XDG_STATE_HOME: folder, PULUMI_BACKEND_URL: `file://${state}` };
  const deployed = (more: NodeJS.ProcessEnv = {}) => driftEvidence(plan, NOW, { ...env, ...more }).deployed;
  const write = (value: unknown) => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof value === "string" ? value : JSON.stringify(value));
  };
  const latest = (...types: string[]) => ({
    checkpoint: { latest: { resources: types.map((type) => ({ type })) } },
  });

  it("is known where the backend is a folder", () => {
    rmSync(file, { force: true });
    expect(deployed()).toBe(false);
    write(latest("pulumi:pulumi:Stack"));
    expect(deployed()).toBe(false);
    write({ checkpoint: { latest: null } });
    expect(deployed()).toBe(false);
    write(latest("pulumi:pulumi:Stack", "docker:index/network:Network"));
    expect(deployed()).toBe(true);
  });

  it.each(["not json", "{}", "null"])("is taken for granted where its state is %s", (text) => {
    write(text);
    expect(deployed()).toBe(true);
  });

  it("is taken for granted where the backend is far away", () => {
    rmSync(file, { force: true });
    expect(deployed({ PULUMI_BACKEND_URL: "s3://states" })).toBe(true);
  });
});

describe("fleet up of a deployed stack of staging", () => {
  it("is stopped before the engine starts when no report is kept, with the way out", () => {
    const home = join(folder, "home");
    const state = join(home, "sutazai-fleet", "state", ".pulumi", "stacks", "sutazai");
    mkdirSync(state, { recursive: true });
    const resources = [{ type: "docker:index/network:Network" }];
    writeFileSync(join(state, "staging.json"), JSON.stringify({ checkpoint: { latest: { resources } } }));
    const { code, out, err } = fleetWith(
      { XDG_STATE_HOME: home, PULUMI_BACKEND_URL: "" },
      "up",
      "--yes",
      "--stack",
      "staging",
    );
    expect(code).toBe(1);
    expect(out).toContain(
      "blocks  drift report none -> one of this declaration, at most 1d old [fleet-no-unapproved-drift]",
    );
    expect(out).toContain("Run `fleet drift` for this stack");
    expect(err).toContain("up stopped by the check: nothing was touched");
  });
});
