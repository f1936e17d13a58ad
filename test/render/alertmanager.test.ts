import { parse } from "yaml";
import { loadCatalog } from "../../fleet/catalog/load";
import { planFleet } from "../../fleet/plan/plan";
import { alertmanagerConfig } from "../../fleet/render/alertmanager";
import { CAUSES, SERVICE_MISSING, SERVICE_OUTAGE, WATCHDOG } from "../../fleet/render/alertmanager/causes";
import { prometheusRules } from "../../fleet/render/prometheus-rules";
import { readStack } from "../../stacks/read";
import { ROOT } from "../support/project";

const catalog = loadCatalog(ROOT);
const plan = planFleet(catalog, readStack(ROOT, "dev", catalog));
const names = plan.alerts.map(({ name }) => name);

describe("the configuration of Alertmanager", () => {
  it("is the same text for the same plan", () => {
    expect(alertmanagerConfig(plan)).toMatchSnapshot();
  });

  it("speaks of alerts that are there", () => {
    const spoken = CAUSES.flatMap(({ cause, consequences }) => [cause, ...consequences]);
    for (const name of [...spoken, SERVICE_MISSING, SERVICE_OUTAGE, WATCHDOG]) expect(names).toContain(name);
  });

  it("never lets two alerts silence each other", () => {
    const follows = new Map(CAUSES.map(({ cause, consequences }) => [cause, consequences]));
    const reach = (name: string): string[] =>
      (follows.get(name) ?? []).flatMap((next) => [next, ...reach(next)]);
    for (const { cause } of CAUSES) expect(reach(cause)).not.toContain(cause);
  });

  it("lets a cause outlast the window over which its consequences are counted", () => {
    const { alerting } = catalog.profiles;
    const cause = plan.alerts.find(({ name }) => name === "FleetModelUnavailable");
    expect(cause?.keepFiringFor).toBeGreaterThan(alerting.signals.fallbackAnswers.window);
    expect(cause?.keepFiringFor).toBeGreaterThan(alerting.rateWindow);
    const rules = parse(prometheusRules(plan.alerts, plan.recordings)) as {
      groups: { rules: { alert?: string; keep_firing_for?: string }[] }[];
    };
    const rendered = rules.groups.flatMap((group) => group.rules);
    expect(rendered.find(({ alert }) => alert === "FleetModelUnavailable")?.keep_firing_for).toBe("15m");
    expect(rendered.find(({ alert }) => alert === "FleetAgentDown")).not.toHaveProperty("keep_firing_for");
  });
});
