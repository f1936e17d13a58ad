import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import AjvDraft04 from "ajv-draft-04";
import Ajv2020 from "ajv/dist/2020";
import pico from "picocolors";
import type { EngineResult, EngineStep } from "../../cli/engine/request";
import { diffFleets } from "../../cli/diff/compute";
import { checkStack } from "../../cli/pipeline";
import type { CheckFormat } from "../../cli/reporters/formats";
import { diffGithub } from "../../cli/reporters/github";
import { diffHtml } from "../../cli/reporters/html";
import { diffMarkdown } from "../../cli/reporters/diff-markdown";
import { COMMENT_LIMIT } from "../../cli/reporters/markdown";
import { printPreview } from "../../cli/reporters/preview";
import { CONTAINER } from "../../fleet/resource";
import { mergeFindings } from "../../policies/merge";
import { expectGolden } from "../support/golden";
import { ROOT } from "../support/project";
import { broken, clean, mixed, poisoned } from "../report/reports";

/** What a preview prints, of a result as the engine gives it. */

const step = (op: string, name: string, changes: readonly string[] = []): EngineStep => ({
  op,
  urn: `urn:pulumi:staging::sutazai::sutazai:fleet:Agent$${CONTAINER}::${name}`,
  type: CONTAINER,
  name,
  place: { file: "catalog/agents.yaml", line: 74, column: 5 },
  changes,
});

const { report } = broken();
const RESULT: EngineResult = {
  schemaVersion: 1,
  command: "preview",
  stack: "staging",
  reached: "engine",
  changes: { create: 1, update: 1, replace: 1, same: 157 },
  steps: [
    { ...step("create", "sutazai-staging"), type: "pulumi:pulumi:Stack", place: null },
    step("create", "autogen"),
    step("update", "autogpt", ["memory", "memoryReservation"]),
    step("create-replacement", "crewai"),
    step("replace", "crewai", ["image"]),
    step("delete-replaced", "crewai"),
  ],
  report: { ...report, findings: report.findings.filter(({ rule }) => rule === "container-memory-limit") },
  violations: [],
  plugins: { docker: "official" },
  seconds: 12.5,
  error: null,
  exitCode: 0,
};
const FAILED: EngineResult = {
  ...RESULT,
  error: {
    code: "operation-failed",
    message: "the engine could not finish",
    found: "no route to <host>",
    wanted: "a run to its end",
    fix: "Mend what it says.",
  },
  exitCode: 1,
};
const print = (result: EngineResult, format: CheckFormat, reportUrl: string | null = null) =>
  printPreview(result, format, { colors: pico.createColors(false), reportUrl });

function schema(name: string) {
  const read = (file: string) => JSON.parse(readFileSync(join(ROOT, "docs/schemas", file), "utf8")) as object;
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, allowUnionTypes: true });
  ajv.addSchema(read("report.schema.json"));
  return ajv.compile(read(name));
}

describe("a preview", () => {
  it.each([
    ["text", "preview.txt"],
    ["markdown", "preview.md"],
  ] as const)("as %s is what it was", (format, file) => {
    expectGolden(file, print(RESULT, format));
  });

  it("as JSON fits its schema, also when the engine failed", () => {
    const valid = schema("engine.schema.json");
    for (const result of [RESULT, FAILED, { ...RESULT, reached: "check" as const, report: mixed().report }])
      expect(valid(JSON.parse(print(result, "json"))) ? [] : valid.errors).toEqual([]);
  });

  it("as SARIF fits its schema, and says that it did not come to its end", () => {
    const file = "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";
    const sarif = createRequire(__filename)(file) as object;
    const valid = new AjvDraft04({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
      sarif,
    );
    for (const result of [RESULT, FAILED])
      expect(valid(JSON.parse(print(result, "sarif"))) ? [] : valid.errors).toEqual([]);
    expect(print(RESULT, "sarif")).toContain('"id": "fleet-preview/staging/"');
    expect(print(RESULT, "sarif")).not.toContain("executionSuccessful");
    expect(print(FAILED, "sarif")).toContain('"executionSuccessful": false');
  });

  it.each([
    ["text", "the engine could not finish"],
    ["junit", '<error type="operation-failed"'],
    ["github", "::error title=operation-failed::the engine could not finish"],
    ["gitlab", '"check_name": "operation-failed"'],
    ["markdown", "**operation-failed** the engine could not finish"],
    ["html", "<strong>operation-failed</strong>"],
  ] as const)("never looks clean as %s when the engine failed", (format, part) => {
    const empty = { ...FAILED, steps: [], report: clean().report };
    expect(print(empty, format)).toContain(part);
    expect(print({ ...empty, error: null }, format)).not.toContain("operation-failed");
  });

  it("shows a replacement once, and neither stack nor components", () => {
    const text = print(RESULT, "text");
    expect(text).toContain("1 to create, 1 to update, 1 to replace");
    expect(text.match(/container crewai/g)).toHaveLength(1);
    expect(text).not.toContain("sutazai-staging");
  });

  it("that the check stopped says so", () => {
    const stopped = { ...RESULT, reached: "check" as const, steps: [], changes: {} };
    expect(print(stopped, "markdown")).toContain("stopped by the check, so the engine was not asked");
  });

  it("as a comment begins with its mark, and is cut with a link", () => {
    const comment = print(RESULT, "markdown");
    expect(comment.split("\n")[0]).toBe("<!-- sutazai-fleet preview staging -->");
    const [first] = RESULT.report.findings;
    if (first === undefined) throw new Error("nothing was found");
    const many = Array.from({ length: 2000 }, (_, index) => ({ ...first, fingerprint: `${index}` }));
    const long = print(
      { ...RESULT, report: { ...RESULT.report, findings: many } },
      "markdown",
      "https://ci.example.org/run/7",
    );
    expect(long.length).toBeLessThanOrEqual(COMMENT_LIMIT + 1000);
    expect(long.length).toBeLessThan(65_536);
    expect(long).toMatch(
      /\d+ more findings are left out here; all of them: https:\/\/ci\.example\.org\/run\/7\./,
    );
  });

  it("lets no text of the catalog become markup", () => {
    const hostile = poisoned(FAILED, "</td><script>alert(1)</script>");
    expect(print(hostile, "html")).not.toContain("<script>alert");
    expect(print(hostile, "markdown")).not.toContain("<script>");
    const lines = print(poisoned(FAILED, "\n::add-mask::x"), "github").trimEnd().split("\n");
    expect(lines.every((line) => /^::(error|warning|notice) /.test(line))).toBe(true);
  });
});

describe("findings of the check and of the engine", () => {
  const [first] = report.findings;
  if (first === undefined) throw new Error("nothing was found");

  it("stand once, and what only the engine saw is counted", () => {
    const seen = { ...first, fingerprint: "f".repeat(16), level: "mandatory" as const };
    const merged = mergeFindings(report, [first, seen]);
    expect(merged.findings).toHaveLength(report.findings.length + 1);
    expect(merged.summary.blocking).toBe(report.summary.blocking + 1);
    const failed = (of: typeof report) => of.rules.find(({ id }) => id === first.rule)?.failed;
    expect(failed(merged)).toBe((failed(report) ?? 0) + 1);
    expect(mergeFindings(report, report.findings)).toBe(report);
  });

  it("not knowing hides no failure, and a failure ends not knowing", () => {
    const open = { ...first, status: "notEvaluated" as const, found: null, wanted: null };
    expect(mergeFindings(report, [open])).toBe(report);
    const before = { ...report, findings: [open] };
    expect(mergeFindings(before, [first]).findings).toEqual([first]);
  });
});

describe("a diff", () => {
  const diff = diffFleets(checkStack(ROOT, "staging"), broken(), "main");

  it("as JSON fits its schema", () => {
    const valid = schema("diff.schema.json");
    for (const each of [diff, diffFleets(broken(), mixed(), "main"), diffFleets(clean(), clean(), "main")])
      expect(valid(JSON.parse(JSON.stringify(each))) ? [] : valid.errors).toEqual([]);
  });

  it("annotates what it newly breaks", () => {
    expect(diffGithub(diff)).toMatch(
      /^::error file=catalog\/agents\.yaml,line=\d+,col=\d+,title=container-memory-limit::/,
    );
    expect(diffGithub(diffFleets(broken(), checkStack(ROOT, "staging"), "main"))).toBe("");
  });

  it("as HTML shows what changes and what breaks, as text", () => {
    const html = diffHtml(diff);
    expect(html).toContain("Newly broken");
    expect(html).toContain("memory 128 MiB → 2 GiB");
    expect(diffHtml(poisoned(diff, "<script>alert(1)</script>"))).not.toContain("<script>alert");
  });

  it("as a comment is cut below what the host takes", () => {
    const [finding] = diff.rules.broken;
    if (finding === undefined) throw new Error("nothing was broken");
    const many = { ...diff, rules: { ...diff.rules, broken: Array.from({ length: 2000 }, () => finding) } };
    const comment = diffMarkdown(many, "https://ci.example.org/run/7");
    expect(comment.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(comment).toMatch(
      /more lines are left out here; all of them: https:\/\/ci\.example\.org\/run\/7\.\n$/,
    );
  });
});
