import fc from "fast-check";
import { parse } from "yaml";
import { checkStack } from "../../cli/pipeline";
import type { Checked } from "../../cli/pipeline";
import { printReport } from "../../cli/reporters";
import { CHECK_FORMATS } from "../../cli/reporters/formats";
import type { CheckFormat } from "../../cli/reporters/formats";
import { htmlReport } from "../../cli/reporters/html";
import pico from "picocolors";
import { prometheusConfig } from "../../fleet/render/prometheus-config";
import { prometheusRules } from "../../fleet/render/prometheus-rules";
import type { Finding } from "../../policies/finding";
import { Repository } from "../workflows/support/repository";

// Other programs are started: on a busy machine that takes its time.
jest.setTimeout(120_000);

/** Text of a catalog that tries to be more than text, in all that is printed and rendered. */
const FRAGMENTS = [
  ...[
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "-->",
    "]]>",
    "&lt;",
    '" onload="x',
  ],
  ...["::error::x", "\n::set-output name=a::b", "%0A::warning::y", "\r::stop-commands::z", "::add-mask::"],
  ...["| a | b |", "](http://evil.example)", "`", "```", "@everyone", "# title", "<!-- sutazai-fleet -->"],
  ...["$(id)", "`id`", "${{ github.token }}", "; rm -rf /", "'", '"', "\\"],
  ...["\u001b[2J", "\u001b]0;x\u0007", "\u202e", "\u2028", "\u0000"],
  ...[
    "\n- job_name: evil",
    "\n  - alert: Evil",
    "{{ $labels.x }}",
    ": ",
    "- ",
    "{a: b}",
    "!!js/x",
    "*a",
    "&a",
  ],
] as const;
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ maxLength: 5 })), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(""));

let clean: Checked;
beforeAll(() => {
  const repository = new Repository();
  clean = checkStack(repository.root, "staging");
  repository.remove();
});

const finding: Finding = {
  rule: "container-memory-limit",
  category: "sizing",
  severity: "medium",
  level: "mandatory",
  status: "fail",
  subject: { kind: "agent", name: "writer" },
  resource: { type: "docker:index/container:Container", name: "writer" },
  place: { file: "catalog/agents.yaml", line: 33, column: 13 },
  property: "memory",
  found: "2 GiB",
  wanted: "at most 1 GiB",
  why: "why",
  fix: "fix",
  fingerprint: "0123456789abcdef",
  suppression: null,
};

/** A verdict in which every text that can come from a catalog is hostile. */
function judged(text: string): Checked {
  const one: Finding = {
    ...finding,
    subject: { kind: "agent", name: text },
    property: text,
    found: text,
    wanted: text,
  };
  const exempted: Finding = {
    ...one,
    fingerprint: "1".repeat(16),
    suppression: {
      kind: "exemption",
      ...{ reason: text, owner: text, approver: text, ticket: text, expires: "2026-04-20" },
      place: { file: "catalog/exemptions.yaml", line: 3, column: 5 },
    },
  };
  return { ...clean, report: { ...clean.report, findings: [one, exempted] } };
}

function print(text: string, format: CheckFormat): string {
  return printReport(judged(text), format, {
    colors: pico.createColors(false),
    filter: null,
    reportUrl: null,
  });
}

const settings = { numRuns: 150, seed: 20261130 };
const linesOf = (text: string) => text.split(/\r\n|[\n\r\u2028\u2029]/).length;

describe("hostile text of a catalog", () => {
  it("is no command of a workflow, and no line of its own in annotations", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const out = print(text, "github");
        expect(out).toMatch(/^::error [^\r\n]*::[^\r\n]*\n::notice [^\r\n]*::[^\r\n]*\n$/);
      }),
      settings,
    );
  });

  it("is no row, tag, mention, link or comment in markdown", () => {
    const lines = linesOf(print("x", "markdown"));
    fc.assert(
      fc.property(hostile, (text) => {
        const out = print(text, "markdown");
        expect(linesOf(out)).toBe(lines);
        expect(out.match(/<!--/g)).toHaveLength(1);
        expect(out).not.toMatch(/<(?!!--)|@|\]\(|```/);
      }),
      settings,
    );
  });

  it("is only text in documents that programs read", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const format of ["json", "sarif", "gitlab"] as const)
          expect(() => JSON.parse(print(text, format)) as unknown).not.toThrow();
        expect(print(text, "json")).toContain(JSON.stringify(text));
      }),
      settings,
    );
  });

  it("is no element, attribute or forbidden character in XML", () => {
    const shape = (text: string) => text.replace(/[^<>]*/g, "").length;
    const wanted = shape(print("x", "junit"));
    fc.assert(
      fc.property(hostile, (text) => {
        const out = print(text, "junit");
        expect(shape(out)).toBe(wanted);
        expect(out).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
        expect(out).not.toMatch(/&(?!(amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i);
      }),
      settings,
    );
  });

  it("moves no cursor, clears no screen and turns no line around on a terminal", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(print(text, "text")).not.toMatch(
          /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
        );
      }),
      settings,
    );
  });

  it("is no element and no script in HTML", () => {
    const tags = (text: string) => (text.match(/<[a-z!/]/gi) ?? []).length;
    const wanted = tags(htmlReport(judged("x")));
    fc.assert(
      fc.property(hostile, (text) => {
        expect(tags(htmlReport(judged(text)))).toBe(wanted);
      }),
      { ...settings, numRuns: 40 },
    );
  });

  it("is no job and no rule of Prometheus", () => {
    const keys = (text: string) =>
      JSON.stringify(parse(text), (_, value: unknown) => (typeof value === "string" ? "" : value));
    const rendered = (text: string) => {
      const { plan } = clean;
      const services = plan.services.map((service) => ({ ...service, purpose: text, owner: text }));
      const alerts = plan.alerts.map((alert) => ({ ...alert, summary: text, description: text }));
      return [prometheusConfig({ ...plan, services }), prometheusRules(alerts, plan.recordings)];
    };
    const wanted = rendered("x").map(keys);
    fc.assert(
      fc.property(hostile, (text) => {
        expect(rendered(text).map(keys)).toEqual(wanted);
      }),
      { ...settings, numRuns: 60 },
    );
  });

  it("is tried in every format", () => {
    expect(CHECK_FORMATS).toEqual(["text", "json", "markdown", "sarif", "junit", "github", "gitlab", "html"]);
  });
});
