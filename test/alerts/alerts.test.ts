import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parser } from "@prometheus-io/lezer-promql";
import fc from "fast-check";
import { parse } from "yaml";
import { report } from "../../cli/commands/report";
import { loadCatalog } from "../../fleet/catalog/load";
import { planFleet } from "../../fleet/plan/plan";
import type { AlertPlan } from "../../fleet/plan/types";
import { prometheusRules, ruleGroups } from "../../fleet/render/prometheus-rules";
import { seconds } from "../../fleet/units/duration";
import { readStack } from "../../stacks/read";
import { Project, ROOT } from "../support/project";
import { castOf, quickCases, slowCases } from "./cases";
import type { AlertCase, Scene } from "./cases";
import { failuresOf, promtool, testFile, withFiles } from "./promtool";
import type { Firing, Trial } from "./promtool";
import { atRest } from "./world";

const STACKS = ["local", "dev", "staging", "prod"];
const catalog = loadCatalog(ROOT);
const plans = STACKS.map((name) => planFleet(catalog, readStack(ROOT, name, catalog)));
const plan = plans[1] ?? plans[0];
if (plan === undefined) throw new Error("no stacks");
const rules = prometheusRules(plan.alerts, plan.recordings);
const byName = new Map(plan.alerts.map((alert) => [alert.name, alert]));
const ifPromtool = (process.env.FLEET_MISSING_TOOLS ?? "").split(",").includes("promtool") ? it.skip : it;

const WATCHDOG = "FleetWatchdog";
const { hot, other, warm } = castOf(plan);
const quiet = atRest(plan, catalog, (agent) => [hot, other, warm].includes(agent));
const quick = quickCases(plan, catalog);
const slow = slowCases(plan);

describe("the rule file", () => {
  ifPromtool("is accepted by promtool for every stack", () => {
    const files = Object.fromEntries(
      plans.map((each) => [`${each.stack}.yml`, prometheusRules(each.alerts, each.recordings)]),
    );
    withFiles(files, (folder) => {
      const { ok, output } = promtool(
        "check",
        "rules",
        "--lint-fatal",
        ...Object.keys(files).map((file) => join(folder, file)),
      );
      expect({ ok, output }).toMatchObject({ ok: true });
      expect(output.match(/SUCCESS/g)).toHaveLength(STACKS.length);
    });
  });

  it("is the same for the same plan, and keeps every expression as it is", () => {
    expect(prometheusRules(plan.alerts, plan.recordings)).toBe(rules);
    const file = parse(rules) as { groups: { name: string; rules: { alert?: string; expr: string }[] }[] };
    const read = file.groups.flatMap((group) => group.rules.filter((rule) => rule.alert !== undefined));
    expect(read.map((rule) => [rule.alert, rule.expr])).toEqual(
      plan.alerts.map((alert) => [alert.name, alert.expr]),
    );
    expect(file.groups.map((group) => group.name)).toEqual(ruleGroups(plan.alerts));
  });

  it("is written by fleet report", () => {
    const project = new Project();
    const print = jest.spyOn(process.stdout, "write").mockReturnValue(true);
    try {
      report({ root: project.root, stack: "dev", summary: false });
      expect(project.read("out/dev/alerts.rules.yml")).toBe(rules);
    } finally {
      print.mockRestore();
      project.remove();
    }
  });

  it("keeps any text as it is", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.string(),
        fc.integer({ min: 0, max: 1e7 }),
        (text, expr, span) => {
          const [first] = plan.alerts;
          if (first === undefined) throw new Error("no alerts");
          const odd: AlertPlan = { ...first, summary: text, expr, for: seconds(span) };
          const read = parse(prometheusRules([odd], [])) as {
            groups: [{ rules: [{ expr: string; annotations: { summary: string } }] }];
          };
          const [rule] = read.groups[0].rules;
          expect([rule.expr, rule.annotations.summary]).toEqual([expr, text]);
        },
      ),
    );
  });

  it("has as many rules for a thousand agents as for one", () => {
    const agents = catalog.agents.slice(0, 1);
    const small = planFleet({ ...catalog, agents }, readStack(ROOT, "dev", catalog));
    expect(small.alerts).toEqual(plan.alerts);
  });
});

describe("every expression", () => {
  const all = plans.flatMap((each) => [
    ...each.alerts.map(({ name, expr }) => [each.stack, name, expr] as const),
    ...each.recordings.map(({ name, expr }) => [each.stack, name, expr] as const),
  ]);
  it.each(all)("of %s %s parses", (_stack, _name, expr) => {
    expect(errorsIn(expr)).toEqual([]);
  });

  it("would not parse when it is broken", () => {
    expect(errorsIn("sum(up) >")).not.toEqual([]);
    expect(errorsIn('up{job="a"')).not.toEqual([]);
  });
});

describe("every number", () => {
  it("of an alert's threshold stands in its expression, and comes from the catalog", () => {
    for (const { name, expr, threshold } of plan.alerts) {
      if (threshold === null) continue;
      expect([name, expr.split(/[^0-9.]+/).includes(String(threshold.value))]).toEqual([name, true]);
      expect(threshold.from.file).toMatch(/^catalog\//);
    }
  });

  it("of the profile is watched: KPIs, thresholds, burn rates and signals", () => {
    const { kpis, alerts, alerting } = catalog.profiles;
    const wanted = [
      ...Object.keys(kpis).map((key) => `kpis.${key}`),
      ...Object.keys(alerts).map((key) => `alerts.${key}`),
      ...Object.keys(alerting.kpis).map((key) => `alerting.kpis.${key}`),
      ...Object.keys(alerting.burnRates).map((key) => `alerting.burnRates.${key}`),
      ...Object.keys(alerting.signals).map((key) => `alerting.signals.${key}`),
    ];
    const covered = new Set(plan.alerts.flatMap((alert) => alert.covers));
    expect([...covered].sort()).toEqual([...wanted].sort());
  });

  it("stands in the catalog alone", () => {
    const folder = join(ROOT, "fleet/plan/alerts");
    for (const file of readdirSync(folder)) {
      const text = readFileSync(join(folder, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
      // 60 turns seconds into minutes; 0, 1, 10, 100 and 1000 only round, index and compare booleans.
      const numbers = text.match(/(?<![\w.$])\d+(\.\d+)?[smhd]?(?![\w.])/g) ?? [];
      expect([
        file,
        numbers.filter((found) => !["0", "1", "10", "60", "100", "1000"].includes(found)),
      ]).toEqual([file, []]);
    }
  });

  it("of services is missed when it is not there", () => {
    const { expr } = byName.get("FleetServiceMissing") ?? { expr: "" };
    for (const { name, metrics } of plan.services) {
      const wanted =
        metrics === null ? `service="${name}"})` : `absent(up{job="${plan.naming.scope}-${name}"})`;
      expect(expr).toContain(wanted);
    }
  });

  it.each([
    ["all of them", null],
    ["a few", ["consul", "prometheus"]],
    ["none", []],
  ])("of services only concerns what the stack runs: %s", (_, names) => {
    const stack = readStack(ROOT, "dev", catalog);
    const tier = { ...stack.tier, services: names ?? stack.tier.services };
    const own = planFleet(catalog, { ...stack, tier });
    const exprOf = (alert: string) => own.alerts.find(({ name }) => name === alert)?.expr ?? "";
    const all = [...catalog.services.keys()];
    const runs = own.services.map(({ name }) => name);
    const about = (expr: string) =>
      all.filter((name) => new RegExp(`"${own.naming.scope}-${name}"|service="${name}"`).test(expr));
    expect(about(exprOf("FleetServiceMissing"))).toEqual(all.filter((name) => runs.includes(name)));
    const blind = about(exprOf("FleetMetricsAbsent"));
    expect(blind.filter((name) => !runs.includes(name))).toEqual([]);
    expect(blind.length > 0).toBe(names === null);
    for (const alert of ["FleetServiceMissing", "FleetMetricsAbsent"])
      expect(parser.configure({ strict: true }).parse(exprOf(alert)).length).toBeGreaterThan(0);
  });

  it("of ports and roles of metrics fits the service", () => {
    const roles = [...catalog.services.values()].flatMap(({ name, ports, metrics }) => {
      if (metrics === null) return [];
      expect([name, Object.keys(ports)]).toEqual([name, expect.arrayContaining([metrics.port])]);
      return [metrics.role];
    });
    expect(new Set(roles).size).toBe(roles.length);
  });
});

describe("a runbook", () => {
  const folder = join(ROOT, "docs/runbooks");
  const pages = readdirSync(folder).filter((file) => file !== "README.md");

  it("exists for every alert, and none is left over", () => {
    expect(pages.map((file) => file.replace(/\.md$/, "")).sort()).toEqual([...byName.keys()].sort());
  });

  it.each(pages)("%s says what it means, what it does, where to look and how to fix it", (file) => {
    const text = readFileSync(join(folder, file), "utf8");
    expect(text.startsWith(`# ${file.replace(/\.md$/, "")}\n`)).toBe(true);
    for (const section of ["Meaning", "Impact", "First look", "Fix"]) {
      const body = text.split(`\n## ${section}\n`)[1]?.split("\n## ")[0]?.trim() ?? "";
      expect([section, body.length > 10]).toEqual([section, true]);
    }
    expect(text.split("\n## First look\n")[1]).toContain("```");
  });

  it("is in the index and behind the link of its alert", () => {
    const index = readFileSync(join(folder, "README.md"), "utf8");
    for (const alert of plan.alerts) {
      expect(index).toContain(`[${alert.name}](${alert.name}.md)`);
      expect(alert.runbook).toBe(`${catalog.profiles.alerting.runbooks}/${alert.name}.md`);
    }
  });
});

describe("what fires", () => {
  it("is tried for every alert, once firing and once not", () => {
    const tried = [...quick, ...slow].map((each) => each.alert);
    expect([...tried, WATCHDOG].sort()).toEqual([...byName.keys()].sort());
  });

  const trials = { quick: quick.flatMap(trialsOf), slow: slow.flatMap(trialsOf) };
  const rest: Trial = {
    name: "the whole fleet at rest",
    world: atRest(plan, catalog),
    at: 90,
    firing: [watchdog()],
  };
  const files = {
    "alerts.rules.yml": rules,
    "quick.yml": testFile([rest, ...trials.quick], "alerts.rules.yml", ruleGroups(plan.alerts), "5m"),
    "slow.yml": testFile(trials.slow, "alerts.rules.yml", ruleGroups(plan.alerts), "30m"),
  };
  let failures: ReadonlyMap<string, string> = new Map();
  let verdict = { ok: false, output: "promtool was not run" };

  beforeAll(() => {
    if (ifPromtool === it.skip) return;
    verdict = withFiles(files, (folder) =>
      promtool("test", "rules", join(folder, "quick.yml"), join(folder, "slow.yml")),
    );
    failures = failuresOf(verdict.output);
  }, 60_000);

  it("has the whole fleet at rest, nothing running but the hot pool", () => {
    expect(plan.agents.filter((agent) => !agent.running)).toHaveLength(
      catalog.pools.warm.agents + catalog.pools.cold.agents,
    );
  });

  ifPromtool.each([rest, ...trials.quick, ...trials.slow].map((trial) => trial.name))("%s", (name) => {
    expect(failures.get(name)).toBeUndefined();
  });

  ifPromtool("leaves promtool content", () => {
    expect(verdict.ok ? "" : verdict.output.trim()).toBe("");
  });
});

function trialsOf(each: AlertCase): Trial[] {
  const trial = (scene: Scene, name: string, own: readonly Firing[]): Trial => ({
    name: `${each.alert} ${name}`,
    world: { ...quiet, ...scene.changes },
    at: scene.minutes ?? 30,
    firing: [watchdog(), ...own, ...(scene.also ?? []).map((also) => companion(also))],
  });
  const fired = firing(each.alert, each.labels);
  return [
    { ...trial(each.fires, "fires", [fired]), ...sent(each, fired) },
    ...Object.entries(each.alsoFires ?? {}).map(([when, scene]) => trial(scene, `fires ${when}`, [fired])),
    trial(each.silent, "does not fire", []),
    ...Object.entries(each.alsoSilent ?? {}).map(([when, scene]) =>
      trial(scene, `does not fire ${when}`, []),
    ),
  ];
}

/** The whole alert as Alertmanager gets it. */
function sent({ alert: name, says }: AlertCase, { alertname: _, ...labels }: Firing): Pick<Trial, "says"> {
  const alert = byName.get(name);
  if (says === undefined || alert === undefined) return {};
  const { summary, description } = says;
  return {
    says: {
      alertname: name,
      labels: { ...labels, ...alert.labels, ...says.labels },
      annotations: { summary, description, runbook_url: alert.runbook },
    },
  };
}

function companion(name: string): Firing {
  const [alert = "", who] = name.split("/");
  const agent = who === "other" ? other : hot;
  const scoped = byName.get(alert)?.labels.scope === "agent";
  return firing(alert, scoped ? { agent: agent.name, owner: agent.owner, pool: agent.pool } : {});
}

function firing(name: string, labels: Readonly<Record<string, string>> = {}): Firing {
  const alert = byName.get(name);
  if (alert === undefined) throw new Error(`no alert ${name}`);
  return { alertname: name, severity: alert.severity, owner: alert.owner, ...labels };
}

function watchdog(): Firing {
  return firing(WATCHDOG);
}

function errorsIn(expr: string): number[] {
  const errors: number[] = [];
  parser.parse(expr).iterate({
    enter: (node) => {
      if (node.type.isError) errors.push(node.from);
    },
  });
  return errors;
}
