import { load } from "../../bench/load/load";
import type { LoadReport } from "../../bench/load/report";

/**
 * `npm run load` in small: a few agents behind everything that a request goes through, first undisturbed, then with one
 * thing after the other broken. How fast that is on a machine that does other things too says nothing; what is lost does.
 */
const missing = (process.env["FLEET_MISSING_TOOLS"] ?? "").split(",");
const needed = ["haproxy", "rabbitmqctl", "ollama", "prometheus", "alertmanager"];
const withTools = needed.some((tool) => missing.includes(tool)) ? describe.skip : describe;
const PATIENCE = 540_000;
const RATE = 240;
/**
 * Scrape jobs of what the loaded stack leaves out: by the name of the service in recorded series, which are the same in
 * every stack, and by what it tells of in the others.
 */
const ABSENT = ["consul-exporter", "containers", "health"].map((job) => `sutazai-local-${job}`);

withTools("a fleet under load", () => {
  let report: LoadReport;
  const said: string[] = [];

  beforeAll(async () => {
    report = await load({
      ...{ rates: [RATE], seconds: 10, faultsAt: RATE, modelAway: 3, search: false, agents: 8, minutes: 6 },
      say: (line) => said.push(line),
    }).catch((error: unknown) => {
      throw new Error(`${said.join("\n")}\n${String(error)}`);
    });
  }, PATIENCE);

  it("answers everything once while nothing is broken, and every agent takes part", () => {
    const { total, queueDepth, drained, difference, runningAgents, deadLetters } =
      report.rates[0]?.measured ?? {};
    expect(total).toMatchObject({
      sent: 40,
      answered: 40,
      doubles: 0,
      redeliveries: 0,
      open: [],
      failed: {},
    });
    expect([queueDepth?.end, deadLetters, runningAgents]).toEqual([0, 0, 8]);
    expect(drained).not.toBeNull();
    expect(difference?.activeAgents).toBe(8);
    // The breaker of an agent may open on a machine that is this busy, but not all of them.
    expect(total?.fallbacks).toBeLessThan(40);
  });

  it("loses no task and answers each, whatever is killed, and mends itself", () => {
    const { measured } = report.faults?.run ?? {};
    expect(measured?.queue).toMatchObject({ open: [], failed: {} });
    expect(measured?.queue.answered).toBe(measured?.queue.sent);
    expect([measured?.queueDepth.end, measured?.deadLetters]).toEqual([0, 0]);
    expect(report.faults?.faults.map(({ what, recovered }) => [what, recovered !== null])).toEqual([
      ["5 agents killed", true],
      ["the model away for 3 s", true],
      ["RabbitMQ killed", true],
      ["Consul killed", true],
    ]);
  });

  it("tells requests that were with a killed agent that they failed, and no others", () => {
    const { measured } = report.faults?.run ?? {};
    // Five agents with at most four requests each; there are hundreds.
    expect(measured?.router.errors).toBeLessThanOrEqual(20);
    expect(measured?.router.open).toEqual([]);
    expect(measured?.router.doubles).toBe(0);
  });

  it("the dashboards show it: no query is refused, and every agent that runs has data", () => {
    const { dashboards } = report;
    expect(dashboards.refused).toEqual([]);
    expect(dashboards.empty).toEqual([]);
    // Those that ask for what does not run here.
    expect(Object.keys(dashboards.elsewhere).sort()).toEqual(ABSENT);
    expect(dashboards.answered).toBeGreaterThan(100);
  });

  it("fires no alert while nothing is broken", () => {
    const { undisturbed, disturbed } = report.alerts;
    expect([undisturbed.watched, disturbed?.watched]).toEqual([true, true]);
    expect(undisturbed.fired).toEqual([]);
  });

  it("tells people that alerts work, by the webhook of the stack, and of nothing else", () => {
    const { undisturbed } = report.notified;
    expect(undisturbed.length).toBeGreaterThan(0);
    for (const each of undisturbed)
      expect(each).toEqual({ receiver: "watchdog", status: "firing", alerts: ["FleetWatchdog"] });
  });

  it("counts the memory of agents as they say it themselves", () => {
    const { resident = 0, memoryLimit = 0 } = report.rates[0]?.measured ?? {};
    // No Node gets by with less.
    expect(resident).toBeGreaterThan(8 * 20);
    expect(resident).toBeLessThan(memoryLimit);
  });

  it("knows who used the processor, and where the time went", () => {
    const { parts, waits } = report.rates[0]?.measured.difference ?? { parts: [], waits: null };
    expect(parts.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        "agents",
        "ollama",
        "model-gateway",
        "router",
        "rabbitmq",
        "consul",
        "load driver",
      ]),
    );
    expect(waits?.agent).toBeGreaterThan(0);
    expect(waits?.model).toBeGreaterThan(0);
  });
});
