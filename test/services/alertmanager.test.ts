import { loadCatalog } from "../../fleet/catalog/load";
import { planFleet } from "../../fleet/plan/plan";
import type { FleetPlan } from "../../fleet/plan/types";
import { alertmanagerConfig } from "../../fleet/render/alertmanager";
import { receiverFiles } from "../../fleet/render/alertmanager/receivers";
import { RECEIVER_SECRET } from "../../fleet/secrets/receivers";
import { seconds } from "../../fleet/units/duration";
import { readStack } from "../../stacks/read";
import { startAlertmanager } from "../support/alertmanager";
import type { Alert, Alertmanager } from "../support/alertmanager";
import { ROOT } from "../support/project";
import { until } from "../support/until";

/** The rendered routing and inhibition on a real Alertmanager, which notifies a real webhook; only faster. */
const missing = (process.env["FLEET_MISSING_TOOLS"] ?? "").split(",");
const withAlertmanager = missing.includes("alertmanager") ? describe.skip : describe;
const PATIENCE = 60_000;

const catalog = loadCatalog(ROOT);
const real = planFleet(catalog, readStack(ROOT, "prod", catalog));
const plan: FleetPlan = {
  ...real,
  monitoring: {
    ...real.monitoring,
    notify: { groupWait: seconds(2), groupInterval: seconds(1), repeatEvery: seconds(3600) },
  },
};

/**
 * An alert as Prometheus sends it: with the labels of its rule, and those of its series. It starts when it arrives: of one
 * that started earlier than a group waits Alertmanager tells at once, before it has looked at what inhibits it.
 */
function alert(name: string, labels: Record<string, string> = {}): Alert {
  const rule = plan.alerts.find((candidate) => candidate.name === name);
  if (rule === undefined) throw new Error(`no alert ${name}`);
  const { severity, owner } = rule;
  return { labels: { alertname: name, severity, owner, ...rule.labels, ...labels } };
}
const over = (alerts: readonly Alert[]): Alert[] =>
  alerts.map((each) => ({ ...each, endsAt: new Date().toISOString() }));

/** As the secret of the stack makes it. */
function receiverFile(name: string, webhook: string): string {
  const kind = `alert-receiver-${name}`;
  return receiverFiles(plan, { [RECEIVER_SECRET[kind] ?? ""]: webhook })[kind] ?? "";
}

it("a webhook that nobody has given leads nowhere, and says what to give", () => {
  expect(receiverFiles(plan, {})["alert-receiver-page"]).toBe(
    "http://127.0.0.1:9/nobody-is-told-until-this-is-given/alertPageWebhook\n",
  );
  expect(receiverFiles(plan, null)["alert-receiver-page"]).toBe("(a secret)\n");
});

withAlertmanager("an outage of the model under all agents", () => {
  let server: Alertmanager;
  beforeAll(async () => {
    server = await startAlertmanager((receivers) => alertmanagerConfig(plan, receivers), receiverFile);
  });
  afterAll(async () => {
    await server.stop();
  });

  const cause = [alert("FleetModelUnavailable")];
  const consequences = [
    alert("FleetModelBreakerOpen", { proxy: "model_primary", server: "model_primary_1" }),
    alert("FleetModelBreakerOpen", { proxy: "model_primary", server: "model_primary_2" }),
    alert("FleetServiceMissing", { service: "ollama" }),
    alert("FleetFallbackAnswers"),
    alert("FleetResponseTimeHigh"),
    ...plan.agents.map(({ name, owner, pool }) =>
      alert("FleetAgentBreakerOpen", { agent: name, owner, pool }),
    ),
  ];
  /** Names of the alerts in everything that came, by receiver and status. */
  const heard = () =>
    server.received.map(({ receiver, status, alerts }) => ({
      receiver,
      status,
      names: [...new Set(alerts.map(({ labels }) => labels["alertname"]))],
    }));
  /** Something else that happens: when it is heard, all before it would have been. */
  const sentinel = async (name: string) => {
    await server.post([alert("FleetQueueOverflowing", { queue: name })]);
    await until(
      `the notification of ${name}`,
      () =>
        Promise.resolve(
          server.received.some(({ alerts }) => alerts.some(({ labels }) => labels["queue"] === name)),
        ),
      PATIENCE,
    );
  };
  const notSentinels = () => heard().filter(({ names }) => !names.includes("FleetQueueOverflowing"));

  it("is a configuration that amtool accepts", () => {
    expect(server.checked.said).toContain("SUCCESS");
    expect(server.checked.ok).toBe(true);
  });

  it("is one notification, and its end one more", async () => {
    expect(plan.agents.length).toBeGreaterThan(50);
    await server.post([...cause, ...consequences]);
    await until(
      "all consequences to be inhibited",
      async () => (await server.count("suppressed")) === consequences.length,
      PATIENCE,
    );
    const page = { receiver: "page", names: ["FleetModelUnavailable"] };
    await until("the notification", () => Promise.resolve(notSentinels().length > 0), PATIENCE);
    await sentinel("while-it-lasts");
    expect(notSentinels()).toEqual([{ ...page, status: "firing" }]);

    // Prometheus lets the cause go on for longer than what follows from it (keepFiringFor).
    await server.post(over(consequences));
    await until(
      "the consequences to be over",
      async () => (await server.count("suppressed")) === 0,
      PATIENCE,
    );
    await server.post(over(cause));
    await until("the notification of the end", () => Promise.resolve(notSentinels().length > 1), PATIENCE);
    await sentinel("afterwards");
    expect(notSentinels()).toEqual([
      { ...page, status: "firing" },
      { ...page, status: "resolved" },
    ]);
  });

  it("does not silence an agent whose breaker opens by itself, nor another service that is missing", async () => {
    const before = notSentinels().length;
    const [agent] = plan.agents;
    await server.post([
      alert("FleetAgentBreakerOpen", { agent: agent?.name ?? "", owner: agent?.owner ?? "" }),
      alert("FleetServiceMissing", { service: "grafana" }),
    ]);
    await until("both", () => Promise.resolve(notSentinels().length >= before + 2), PATIENCE);
    const later = notSentinels().slice(before);
    expect(later.map(({ receiver }) => receiver)).toEqual(["ticket", "ticket"]);
    expect(later.flatMap(({ names }) => names).sort()).toEqual([
      "FleetAgentBreakerOpen",
      "FleetServiceMissing",
    ]);
  });
});
