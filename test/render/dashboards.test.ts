import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parser } from "@prometheus-io/lezer-promql";
import { parse } from "yaml";
import { report } from "../../cli/commands/report";
import { loadCatalog } from "../../fleet/catalog/load";
import { planFleet } from "../../fleet/plan/plan";
import type { FleetPlan } from "../../fleet/plan/types";
import { dashboardsOf, dashboardTexts, grafanaFiles } from "../../fleet/render/dashboards";
import { GRAFANA_DATASOURCES, GRAFANA_PROVIDER } from "../../fleet/render/dashboards/provisioning";
import type { Dashboard, Panel } from "../../fleet/render/dashboards/types";
import { selectorsOf } from "../../policies/read/promql";
import { readStack } from "../../stacks/read";
import { Project, ROOT } from "../support/project";

const STACKS = ["local", "dev", "staging", "prod"];
const KEYS = ["fleet", "pool", "agent", "queue", "gateway"];
const catalog = loadCatalog(ROOT);
const planOf = (stack: string): FleetPlan => planFleet(catalog, readStack(ROOT, stack, catalog));
const plan = planOf("dev");
const dashboards = Object.entries(dashboardsOf(plan));
const panelsOf = ({ panels }: Dashboard): Panel[] =>
  panels.flatMap((panel) => (panel.type === "row" ? [] : [panel]));
const panels = dashboards.flatMap(([key, dashboard]) =>
  panelsOf(dashboard).map((panel) => ({ key, name: `${key}: ${panel.title ?? ""}`, panel })),
);
const queries = panels.flatMap(({ name, panel }) => panel.targets.map((target) => ({ name, target })));

/** Where Prometheus' own grammar does not follow. */
function mistakesIn(expr: string): string[] {
  const mistakes: string[] = [];
  parser.parse(expr).iterate({
    enter(node) {
      if (node.type.isError) mistakes.push(`${expr} at ${node.from}`);
    },
  });
  return mistakes;
}

describe("the queries of the dashboards", () => {
  it("are there, and Prometheus' grammar takes every one", () => {
    expect(queries.length).toBeGreaterThan(40);
    expect(mistakesIn("sum(up")).not.toEqual([]);
    expect(queries.flatMap(({ target }) => mistakesIn(target.expr))).toEqual([]);
  });

  it("read nothing that the metric contract does not have", () => {
    const contract = readFileSync(join(ROOT, "docs/metrics.md"), "utf8");
    const known = (metric: string): boolean =>
      ["up", "ALERTS"].includes(metric) ||
      contract.includes(`\`${metric}`) ||
      contract.includes(`\`${metric.replace(/_bucket$/, "")}\``) ||
      (metric.startsWith("nodejs_") && contract.includes("`nodejs_*`"));
    const read = queries.flatMap(({ target }) => selectorsOf(target.expr).map(({ metric }) => metric));
    const recorded = queries.flatMap(({ target }) => target.expr.match(/\bfleet:\w+:\w+/g) ?? []);
    expect(known("fleet_agent_requests")).toBe(true);
    expect(known("no_such_metric")).toBe(false);
    expect([...new Set(read)].filter((metric) => !known(metric))).toEqual([]);
    const names = plan.recordings.map(({ name }) => name);
    expect([...new Set(recorded)].filter((name) => !names.includes(name))).toEqual([]);
    expect(recorded).not.toHaveLength(0);
  });

  it("use no variable that their dashboard does not offer", () => {
    for (const [, dashboard] of dashboards) {
      const offered = dashboard.templating.list.map(({ name }) => name);
      for (const panel of panelsOf(dashboard)) {
        expect(panel.datasource).toEqual({ type: "prometheus", uid: "${datasource}" });
        for (const { expr, datasource } of panel.targets) {
          expect(datasource).toEqual(panel.datasource);
          const used = [...expr.matchAll(/\$(\w+)/g)].map(([, name]) => name);
          expect(offered).toEqual(expect.arrayContaining(used));
        }
      }
      expect(offered).toContain("datasource");
    }
  });
});

describe("the panels", () => {
  it("have a title, a description, a unit, and names for their series", () => {
    for (const { name, panel } of panels) {
      const said = { name, title: panel.title, description: panel.description };
      const filled = expect.stringMatching(/\S/) as string;
      expect(said).toEqual({ name, title: filled, description: filled });
      expect(panel.fieldConfig?.defaults.unit).toEqual(filled);
      if (panel.type === "table") continue;
      for (const { legendFormat } of panel.targets) expect(legendFormat).toEqual(filled);
    }
  });

  it("have numbers of their own and lie beside each other, inside of the grid", () => {
    for (const [, dashboard] of dashboards) {
      const ids = dashboard.panels.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const taken = new Set<string>();
      for (const { gridPos } of dashboard.panels) {
        const { x, y, w, h } = gridPos ?? { x: -1, y: 0, w: 0, h: 0 };
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + w).toBeLessThanOrEqual(24);
        const cells = Array.from({ length: w * h }, (_, i) => `${x + (i % w)}/${y + Math.floor(i / w)}`);
        expect(cells.filter((cell) => taken.has(cell))).toEqual([]);
        for (const cell of cells) taken.add(cell);
      }
    }
  });

  it("hold every KPI against the target of the profile, asking as its alert does", () => {
    for (const [kpi, target] of Object.entries(catalog.profiles.kpis)) {
      const good = ["responseTime", "errors"].includes(kpi) ? "below" : "above";
      const shown = panels.filter(
        ({ key, panel }) =>
          key === "fleet" &&
          JSON.stringify(panel.fieldConfig?.defaults.thresholds?.steps) ===
            JSON.stringify([
              { value: null, color: good === "above" ? "red" : "green" },
              { value: target, color: good === "above" ? "green" : "red" },
            ]),
      );
      const asked = plan.alerts.filter(({ covers }) => covers.includes(`kpis.${kpi}`));
      const types = new Set(
        shown
          .filter(
            ({ panel }) =>
              kpi === "errors" || asked.every(({ expr }) => expr.startsWith(panel.targets[0]?.expr ?? "?")),
          )
          .map(({ panel }) => panel.type),
      );
      expect({ kpi, types: [...types] }).toEqual({ kpi, types: ["stat", "timeseries"] });
    }
  });
});

describe("the dashboards", () => {
  it("are one for each subject, with uids that last and clash with none of another stack", () => {
    expect(dashboards.map(([key, { uid }]) => [key, uid])).toEqual(
      KEYS.map((key) => [key, `sutazai-dev-${key}`]),
    );
    const uids = STACKS.flatMap((stack) => Object.values(dashboardsOf(planOf(stack))).map(({ uid }) => uid));
    expect(new Set(uids).size).toBe(STACKS.length * KEYS.length);
  });

  it("keep within what Grafana takes for a uid, however long the name of the stack is", () => {
    const long = {
      ...plan,
      naming: { ...plan.naming, scope: "a-fleet-of-quite-a-name-and-a-stack-of-one-too" },
    };
    const uids = Object.values(dashboardsOf(long)).map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(KEYS.length);
    for (const uid of uids) expect(uid).toMatch(/^[\w-]{1,40}$/);
  });

  it("are the same for the same plan, byte by byte, and lose nothing as JSON", () => {
    const again = planFleet(loadCatalog(ROOT), readStack(ROOT, "dev", catalog));
    expect(dashboardTexts(again)).toEqual(dashboardTexts(plan));
    for (const [key, text] of Object.entries(dashboardTexts(plan)))
      expect(JSON.parse(text)).toEqual(dashboards.find(([name]) => name === key)?.[1]);
  });

  it("are written by `fleet report`, for import elsewhere", () => {
    const project = new Project();
    const written = jest.spyOn(process.stdout, "write").mockReturnValue(true);
    try {
      report({ root: project.root, stack: "dev", summary: false });
      for (const [key, text] of Object.entries(dashboardTexts(plan)))
        expect(project.read(`out/dev/dashboard-${key}.json`)).toBe(text);
    } finally {
      written.mockRestore();
      project.remove();
    }
  });
});

describe("what provisions Grafana", () => {
  const grafana = plan.services.find(({ metrics }) => metrics?.role === "dashboards");
  const files = grafanaFiles(plan);

  it("is brought to it whole, and its Prometheus is the one the dashboards begin with", () => {
    const passwords = ["grafana-admin-password", "grafana-metrics-password", "prometheus-password"];
    expect(Object.keys(grafana?.files ?? {}).sort()).toEqual([...Object.keys(files), ...passwords].sort());
    const { datasources } = parse(files[GRAFANA_DATASOURCES] ?? "") as { datasources: object[] };
    const uid = "sutazai-dev-prometheus";
    expect(datasources).toEqual([
      expect.objectContaining({
        ...{ uid, type: "prometheus", url: "http://sutazai-dev-prometheus:9090" },
        ...{ basicAuth: true, basicAuthUser: "fleet" },
        // Grafana's own words for what stands in a file.
        secureJsonData: { basicAuthPassword: `$__file{${grafana?.files["prometheus-password"] ?? ""}}` },
      }),
    ]);
    for (const [, { templating }] of dashboards)
      expect(templating.list[0]).toMatchObject({ name: "datasource", current: { value: uid } });
  });

  it("lets nobody in by default: every password is one of the stack's, read from a file that it is brought", () => {
    const { environment = {}, files: brought = {} } = grafana ?? {};
    expect(environment).toMatchObject({
      GF_SECURITY_ADMIN_USER: "operator",
      GF_SECURITY_ADMIN_PASSWORD__FILE: brought["grafana-admin-password"],
      GF_AUTH_ANONYMOUS_ENABLED: "false",
      GF_USERS_ALLOW_SIGN_UP: "false",
      GF_METRICS_BASIC_AUTH_USERNAME: "fleet",
      GF_METRICS_BASIC_AUTH_PASSWORD__FILE: brought["grafana-metrics-password"],
    });
    // The start script of its image takes the variables that end so, and no others.
    for (const [name, value] of Object.entries(environment))
      if (value.startsWith("/")) expect(name).toMatch(/^GF_[^=]+__FILE$/);
  });

  it("points at the folder that the dashboards are brought into", () => {
    const { providers } = parse(files[GRAFANA_PROVIDER] ?? "") as { providers: { options: unknown }[] };
    const folders = KEYS.map((key) => dirname(grafana?.files[`dashboard-${key}`] ?? ""));
    expect(new Set(folders).size).toBe(1);
    expect(providers.map(({ options }) => options)).toEqual([{ path: folders[0] }]);
  });

  it("is nothing for a stack without Grafana, and no source for one without Prometheus", () => {
    const without = (role: string): FleetPlan => ({
      ...plan,
      services: plan.services.filter(({ metrics }) => metrics?.role !== role),
    });
    expect(grafanaFiles(without("dashboards"))).toEqual({});
    expect(grafanaFiles(without("monitoring"))[GRAFANA_DATASOURCES]).toBeNull();
  });
});
