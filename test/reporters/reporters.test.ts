import { createRequire } from "node:module";
import Ajv from "ajv-draft-04";
import pico from "picocolors";
import type { Log } from "sarif";
import { checkStack } from "../../cli/pipeline";
import type { Checked } from "../../cli/pipeline";
import { printReport } from "../../cli/reporters";
import { githubReport } from "../../cli/reporters/github";
import { gitlabReport } from "../../cli/reporters/gitlab";
import { junitReport } from "../../cli/reporters/junit";
import { COMMENT_LIMIT, markdownReport } from "../../cli/reporters/markdown";
import { sarifReport } from "../../cli/reporters/sarif";
import type { Finding } from "../../policies/finding";
import { containerMemoryLimit } from "../../policies/rules/container-memory-limit";
import { RULES } from "../../policies/rules";
import { ROOT } from "../support/project";

/** One finding of each kind, written by hand, so that a new rule changes no golden file. */
const base: Finding = {
  rule: "container-memory-limit",
  category: "sizing",
  severity: "medium",
  level: "mandatory",
  status: "fail",
  subject: { kind: "agent", name: "autogpt" },
  resource: { type: "docker:index/container:Container", name: "autogpt" },
  place: { file: "catalog/agents.yaml", line: 196, column: 13 },
  property: "memory",
  found: "2 GiB",
  wanted: "at most 1 GiB",
  why: "Without a limit one agent can take the memory of all.",
  fix: "Lower memory.",
  fingerprint: "0123456789abcdef",
  suppression: null,
};
const FINDINGS: readonly Finding[] = [
  base,
  {
    ...base,
    level: "advisory",
    subject: { kind: "agent", name: "<crewai>, 100% | `x`" },
    fingerprint: "1".repeat(16),
  },
  {
    ...base,
    status: "notEvaluated",
    found: null,
    wanted: null,
    fingerprint: "2".repeat(16),
    place: null,
    resource: null,
  },
  {
    ...base,
    suppression: {
      kind: "exemption",
      reason: "until the model is smaller",
      place: { file: "catalog/exemptions.yaml", line: 7, column: 5 },
      ticket: "FLEET-12",
      owner: "machine-learning",
      approver: "security",
      expires: "2026-12-31",
    },
    fingerprint: "3".repeat(16),
  },
  {
    ...base,
    suppression: {
      kind: "baseline",
      reason: "it was there when the baseline was written",
      place: { file: "catalog/baseline.yaml", line: 9, column: 7 },
      ticket: null,
      owner: null,
      approver: null,
      expires: null,
    },
    fingerprint: "4".repeat(16),
  },
];

const real = checkStack(ROOT, "dev");

function withFindings(findings: readonly Finding[]): Checked {
  const count = (match: (finding: Finding) => boolean): number => findings.filter(match).length;
  const counts = (finding: Finding): boolean => finding.suppression === null;
  const blocking = count(
    (finding) => counts(finding) && finding.status === "fail" && finding.level === "mandatory",
  );
  const { id, description, category, severity } = containerMemoryLimit;
  const rule = {
    id,
    description,
    category,
    severity,
    level: "mandatory" as const,
    passed: 62,
    notApplicable: 0,
  };
  return {
    ...real,
    report: {
      ...real.report,
      stack: "staging",
      tier: "staging",
      findings,
      rules: [
        {
          ...rule,
          failed: count((finding) => finding.status === "fail" && counts(finding)),
          exempted: count((finding) => finding.suppression?.kind === "exemption"),
          baselined: count((finding) => finding.suppression?.kind === "baseline"),
          notEvaluated: count((finding) => finding.status === "notEvaluated"),
        },
      ],
      summary: {
        resources: 100,
        rules: 1,
        blocking,
        advisory: count((finding) => counts(finding) && finding.status === "fail") - blocking,
        notEvaluated: count((finding) => finding.status === "notEvaluated"),
        exempted: count((finding) => finding.suppression?.kind === "exemption"),
        baselined: count((finding) => finding.suppression?.kind === "baseline"),
        verdict: blocking > 0 ? "blocked" : "pass",
      },
    },
  };
}

const checked = withFindings(FINDINGS);
const rules = [containerMemoryLimit];

describe("SARIF", () => {
  const schema = createRequire(__filename)(
    "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json",
  ) as object;
  // The published schema has a pattern that is no valid one with the u flag, and names formats that need no checking here.
  const valid = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

  it.each([
    ["one of each kind", sarifReport(checked.report, rules)],
    ["the real fleet", sarifReport(real.report, RULES)],
  ])("fits its schema: %s", (_title, text) => {
    expect(valid(JSON.parse(text)) ? [] : valid.errors).toEqual([]);
  });

  it("is what it was", () => {
    expect(sarifReport(checked.report, rules)).toMatchSnapshot();
  });

  it("never lets what was not evaluated or is exempted look like a plain result", () => {
    const results = (JSON.parse(sarifReport(checked.report, rules)) as Log).runs[0]?.results ?? [];
    expect(results.map((result) => [result.kind, result.level, result.suppressions?.length ?? 0])).toEqual([
      ["fail", "error", 0],
      ["fail", "warning", 0],
      ["open", "none", 0],
      ["fail", "error", 1],
      ["fail", "error", 1],
    ]);
  });
});

describe("JUnit", () => {
  it("is what it was", () => {
    expect(junitReport(checked.report)).toMatchSnapshot();
  });

  it("skips what was not evaluated", () => {
    const open = FINDINGS.filter((finding) => finding.status === "notEvaluated");
    expect(junitReport(withFindings(open).report)).toContain('<skipped message="not evaluated"/>');
  });
});

describe("GitHub annotations", () => {
  it("are what they were", () => {
    expect(githubReport(checked.report)).toMatchSnapshot();
  });

  it("roll up beyond ten", () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ ...base, fingerprint: String(index) }));
    const lines = githubReport(withFindings(many).report).trimEnd().split("\n");
    expect(lines).toHaveLength(10);
    expect(lines[9]).toContain("title=21 more::");
  });

  it("can't be made to run another command", () => {
    const hostile = { ...base, subject: { kind: "agent" as const, name: "x\n::add-mask::y" } };
    expect(
      githubReport(withFindings([hostile]).report)
        .trimEnd()
        .split("\n"),
    ).toHaveLength(1);
  });
});

describe("GitLab code quality", () => {
  it("is what it was", () => {
    expect(gitlabReport(checked.report)).toMatchSnapshot();
  });
});

describe("markdown", () => {
  it("is what it was", () => {
    expect(markdownReport(checked, null)).toMatchSnapshot();
  });

  it("is cut below the limit of the host, with a link", () => {
    const many = Array.from({ length: 1000 }, () => base);
    const comment = markdownReport(withFindings(many), "https://ci.example.org/run/7");
    expect(comment.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(comment).toMatch(
      /\d+ more findings are left out here; all of them: https:\/\/ci\.example\.org\/run\/7\.\n$/,
    );
  });
});

describe("HTML", () => {
  it("has what was let through in chapters of its own, with who let it through", () => {
    const html = printReport(checked, "html", {
      colors: pico.createColors(false),
      filter: null,
      reportUrl: null,
    });
    expect(html).toContain('<h3>Exempted <span class="count">1</span></h3>');
    expect(html).toContain('<h3>Baseline <span class="count">1</span></h3>');
    expect(html).toContain("until 2026-12-31, FLEET-12, approved by security: until the model is smaller");
  });
});
