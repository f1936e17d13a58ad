import { createHash } from "node:crypto";
import { checkStack } from "../../cli/pipeline";
import { htmlReport } from "../../cli/reporters/html";
import { pageAddress, value, width } from "../../cli/reporters/html/format";
import { formatPlace } from "../../fleet/place";
import { ROOT } from "../support/project";
import { broken, clean, mixed, poisoned } from "./reports";

/** Chapters, headings and table headers in their order: what must not get lost, without numbers that change. */
function outline(html: string): string[] {
  const tags = /<(header|nav|main|section|h[1-4]|th)\b([^>]*)>(?:([^<]*))?/g;
  const lines: string[] = [];
  for (const [, tag = "", attributes = "", text = ""] of html.matchAll(tags)) {
    const id = /\bid="([^"]*)"/.exec(attributes)?.[1];
    if (tag === "th" && !attributes.includes('scope="col"')) continue;
    if (
      tag === "h4" ||
      (tag === "h3" && /^(Wave|Health check|Limits|Registration|Container|Environment)/.test(text))
    )
      continue;
    lines.push([tag, id === undefined ? "" : `#${id}`, text.trim()].filter(Boolean).join(" "));
  }
  return lines;
}

/** Text as it stands in the HTML. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

describe("the HTML report", () => {
  it("has its chapters, headings and table headers", () => {
    expect(outline(htmlReport(clean()))).toMatchSnapshot();
  });

  it("shows the models of each server, and what agents are told", () => {
    const checked = clean();
    const html = htmlReport(checked);
    for (const { models } of checked.plan.services)
      for (const model of models) expect(html).toContain(escaped(`model ${model}`));
    for (const { environment } of checked.plan.agents.slice(0, 3))
      for (const [name, text] of Object.entries(environment))
        expect(html).toContain(`${name}=${escaped(text)}`);
  });

  it("hides a value of an agent's environment that is a secret", () => {
    const checked = clean();
    const [agent, ...agents] = checked.plan.agents;
    if (agent === undefined) throw new Error("no agent");
    const environment = { ...agent.environment, API_TOKEN: "correct-horse-battery" };
    const html = htmlReport({
      ...checked,
      plan: { ...checked.plan, agents: [{ ...agent, environment }, ...agents] },
    });
    expect(html).not.toContain("correct-horse-battery");
    expect(html).toContain("API_TOKEN=[redacted]");
  });

  it("is the same for the same input, byte by byte", () => {
    const [first, second] = [checkStack(ROOT, "staging"), checkStack(ROOT, "staging")];
    expect(first).not.toBe(second);
    expect(htmlReport(first)).toBe(htmlReport(second));
  });

  it("carries no date", () => {
    expect(htmlReport(clean())).not.toMatch(/\b20\d\d-\d\d-\d\d\b/);
  });

  it("is rendered in a small part of a second", () => {
    const checked = clean();
    htmlReport(checked);
    const best = Math.min(
      ...[1, 2, 3, 4, 5].map(() => {
        const before = process.cpuUsage();
        htmlReport(checked);
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1000;
      }),
    );
    // Measured: 11 to 26 ms, and 125 on a machine whose cores had much else to do.
    expect(best).toBeLessThan(400);
  });

  it("shows every agent with the reason and the line of each limit", () => {
    const checked = clean();
    const html = htmlReport(checked);
    for (const { name, sizing, place } of checked.plan.agents) {
      const start = html.indexOf(`<details id="agent-${name}">`);
      const part = html.slice(start, html.indexOf("</details>", start));
      expect(start).toBeGreaterThan(0);
      expect(part).toContain(formatPlace(place));
      for (const { why, from } of Object.values({ ...sizing })) {
        expect(part).toContain(escaped(why));
        expect(part).toContain(formatPlace(from));
      }
    }
  });

  it("shows every budget, service, alert and rule", () => {
    const { plan, report, ...rest } = clean();
    const html = htmlReport({ plan, report, ...rest });
    for (const budget of plan.budgets) expect(html).toContain(escaped(budget.why));
    for (const service of plan.services) expect(html).toContain(`id="service-${service.name}"`);
    for (const alert of plan.alerts) {
      expect(html).toContain(escaped(alert.expr));
      expect(html).toContain(`href="${alert.runbook}"`);
    }
    for (const rule of report.rules) expect(html).toContain(`href="../../docs/rules/${rule.id}.md"`);
  });

  it("shows a finding with found, wanted, why, fix and line", () => {
    const checked = broken();
    const html = htmlReport(checked);
    expect(checked.report.summary.blocking).toBeGreaterThan(0);
    expect(html).toContain("Blocked");
    for (const { found, wanted, place, fingerprint } of checked.report.findings) {
      const start = html.indexOf(`<li id="finding-${fingerprint}">`);
      const part = html.slice(start, html.indexOf("</li>", start));
      expect(start).toBeGreaterThan(0);
      expect(part).toContain(`<del>${escaped(value(found))}</del>`);
      expect(part).toContain(`<ins>${escaped(wanted ?? "")}</ins>`);
      if (place !== null) expect(part).toContain(formatPlace(place));
    }
  });

  it("never shows what was not evaluated or is suppressed as passed", () => {
    const checked = mixed();
    const html = htmlReport(checked);
    expect(checked.report.summary.notEvaluated).toBeGreaterThan(0);
    expect(outline(html).filter((line) => /^h3 (Blocking|Not evaluated|Exempted)/.test(line))).toHaveLength(
      3,
    );
    expect(html).toContain("That is not a pass.");
    expect(html).toContain("load test until the pool is larger");

    const onlyUnknown = checked.report.findings.filter((finding) => finding.status === "notEvaluated");
    const summary = { ...checked.report.summary, blocking: 0, verdict: "not-evaluated" as const };
    const unknown = htmlReport({ ...checked, report: { ...checked.report, findings: onlyUnknown, summary } });
    expect(unknown).toContain('class="verdict unknown"');
    expect(unknown).not.toContain("found nothing");
  });

  it("marks a rule that was never applicable as such, not as kept", () => {
    const checked = clean();
    const rules = checked.report.rules.slice(0, 1).map((rule) => ({ ...rule, passed: 0, notApplicable: 1 }));
    const html = htmlReport({ ...checked, report: { ...checked.report, rules } });
    expect(html).toContain("nothing to judge");
    expect(html).not.toContain('<span class="badge ok">kept</span>');
  });

  it("forbids everything but its own style and script", () => {
    const html = htmlReport(clean());
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "";
    expect(policy).toContain("default-src 'none'");
    for (const tag of ["script", "style"]) {
      const bodies = [...html.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, "g"))];
      expect(bodies).toHaveLength(1);
      const hash = createHash("sha256")
        .update(bodies[0]?.[1] ?? "")
        .digest("base64");
      expect(policy).toContain(`${tag}-src 'sha256-${hash}'`);
    }
    expect(html).not.toMatch(/\b(src|srcset|action|poster)=/);
    expect(html).not.toMatch(/\son[a-z]+=/);
    expect(html).not.toMatch(/\sstyle=/);
  });

  it.each([
    "</script><script>window.owned = 1</script>",
    "<img src=x onerror=window.owned=1>",
    `"><svg onload="window.owned=1">`,
    `' onfocus='window.owned=1' autofocus='`,
    "</style><style>*{display:none}</style>",
    "javascript:window.owned=1",
  ])("puts %s into no tag", (poison) => {
    const { stack, ...rest } = mixed();
    const html = htmlReport({ ...poisoned(rest, poison), stack });
    expect(html).toContain(escaped(poison));
    const tags = (text: string) =>
      (text.match(/<[a-z/!][^\s>]*/gi) ?? []).filter(
        (tag) => tag !== "</a" && tag !== "<a" && tag !== "<span" && tag !== "</span",
      );
    expect(tags(html)).toEqual(tags(htmlReport({ ...poisoned(rest, " harmless"), stack })));
    expect(html).not.toMatch(/href="(?!#|\.\.\/\.\.\/|https?:|data:image)/);
  });
});

describe("format", () => {
  it.each([
    ["docs/runbooks/A.md", "../../docs/runbooks/A.md"],
    ["https://runbooks.example/a", "https://runbooks.example/a"],
    ["javascript:alert(1)", null],
    ["//evil.example/a", null],
    ["../../../etc/passwd", null],
    ['https://a.example/" onclick="x', null],
  ])("pageAddress(%j) is %j", (page, address) => {
    expect(pageAddress(page)).toBe(address);
  });

  it.each([
    [1, 4, "25%"],
    [1, 3, "33.33%"],
    [5, 4, "100%"],
    [-1, 4, "0%"],
    [1, 0, "0%"],
  ])("width(%d, %d) is %s", (part, whole, text) => {
    expect(width(part, whole)).toBe(text);
  });
});
