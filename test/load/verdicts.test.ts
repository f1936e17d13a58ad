import { bottleneckOf } from "../../bench/load/bottleneck";
import { PEAK, ratesOf } from "../../bench/load/goals";
import { bears, verdictsOf } from "../../bench/load/kpis";
import { Ledger } from "../../bench/load/ledger";
import type { Measured } from "../../bench/load/measured";
import { differenceOf } from "../../bench/load/observe/difference";
import { parseExposition } from "../../cli/doctor/exposition";
import { sumOf } from "../../bench/load/observe/exposition";
import type { Reading } from "../../bench/load/observe/window";
import { loadMarkdown, loadText } from "../../bench/load/report";
import type { LoadReport } from "../../bench/load/report";
import { loadCatalog } from "../../fleet/catalog/load";
import { ROOT } from "../support/project";

const catalog = loadCatalog(ROOT);
const { kpis } = catalog.profiles;

/** A second of work of two agents, a model and a router. */
function reading(step: number, changes: Partial<Reading> = {}): Reading {
  const part = { memory: 50, memoryLimit: 128, cpuLimit: 1 };
  const proxies = (queue: number, response: number, name: string) =>
    parseExposition(
      [
        `haproxy_backend_http_responses_total{proxy="${name}",code="2xx"} ${100 * step}`,
        `haproxy_backend_queue_time_average_seconds{proxy="${name}"} ${queue}`,
        `haproxy_backend_response_time_average_seconds{proxy="${name}"} ${response}`,
      ].join("\n"),
    ).samples;
  return {
    at: 10_000 * step,
    usage: [
      { ...part, name: "one", agent: true, cpuSeconds: step },
      { ...part, name: "two", agent: true, cpuSeconds: 2 * step },
      { ...part, name: "ollama", agent: false, cpuSeconds: 5 * step, cpuLimit: 4 },
      { ...part, name: "router", agent: false, cpuSeconds: 0.5 * step, cpuLimit: 0.5 },
    ],
    hostCpu: 12 * step,
    ownCpu: step,
    engineCpu: 0.5 * step,
    agents: new Map(
      ["one", "two"].map((name) => [
        name,
        {
          ...{ finished: name === "one" ? 50 * step : 0, shed: step, busySeconds: 10 * step },
          ...{ timed: 50 * step, resident: 60 },
        },
      ]),
    ),
    router: proxies(0.02, 0.3, "hot"),
    gateway: proxies(0.05, 0.1, "model_primary"),
    ...changes,
  };
}

/** A hundred requests at 2000 a minute, all answered in 200 ms. */
function measured(changes: Partial<Measured> = {}, answered = 100): Measured {
  const ledger = new Ledger();
  for (let index = 0; index < 100; index += 1) {
    const id = String(index);
    ledger.sent(id, index % 2 === 0 ? "router" : "queue", 0);
    if (index < answered) ledger.answered(id, 200, { fallback: index < 10, agent: "one" });
    else ledger.failed(id, "status 503");
  }
  return {
    ...{ rate: 2000, seconds: 3, throughput: 1999, agents: 69, runningAgents: 69 },
    ...{ router: ledger.account("router"), queue: ledger.account("queue"), total: ledger.total() },
    ...{
      memory: 1000,
      memoryLimit: 4000,
      resident: 3000,
      healthPassing: 1,
      queueDepth: { most: 12, end: 0 },
    },
    ...{ deadLetters: 0, drained: 1, lag: 2, meanLag: 0, republished: 0 },
    difference: { ...differenceOf(reading(1), reading(2)), activeAgents: 69 },
    ...changes,
  };
}

describe("what a program tells of itself", () => {
  it("is read with its labels, whatever stands in them", () => {
    const { samples } = parseExposition('# HELP a b\na{x="1",y="a,\\"}"} 2\na{x="2"} 3.5\nb 4\n\n');
    expect(samples).toHaveLength(3);
    expect([sumOf(samples, "a"), sumOf(samples, "a", { x: "2" }), sumOf(samples, "b")]).toEqual([
      5.5, 3.5, 4,
    ]);
  });
});

describe("the difference of two readings", () => {
  it("is what each part used, agents together, the busiest first", () => {
    const { parts, hostCores, otherCores, activeAgents, shed, waits } = differenceOf(reading(1), reading(2));
    expect(parts.map(({ name, cores }) => [name, Number(cores.toFixed(3))])).toEqual([
      ["ollama", 0.5],
      ["agents", 0.3],
      ["load driver", 0.1],
      ["router", 0.05],
      ["docker", 0.05],
    ]);
    expect([hostCores, Number(otherCores?.toFixed(3)), activeAgents, shed]).toEqual([1.2, 0.2, 1, 2]);
    expect(waits).toEqual({ router: 20, agent: 200, gateway: 50, model: 100 });
  });

  it("counts what was restarted meanwhile from its start, and knows nothing of what did not answer", () => {
    const none = reading(3, { router: [], gateway: [], hostCpu: null, engineCpu: null });
    const restarted = reading(3, {
      usage: reading(1).usage.map((part) => ({ ...part, cpuSeconds: 0.1 })),
      ...{ router: [], gateway: [], hostCpu: null, engineCpu: null },
    });
    expect(differenceOf(reading(2), none)).toMatchObject({
      ...{ hostCores: null, otherCores: null },
      waits: { router: null, gateway: null, model: null },
    });
    for (const { cores } of differenceOf(reading(2), restarted).parts)
      expect(cores).toBeGreaterThanOrEqual(0);
  });
});

describe("the verdicts", () => {
  it("keep every target of the catalog when all is well", () => {
    const verdicts = verdictsOf(measured(), kpis, PEAK);
    expect(verdicts.filter(({ kept }) => kept === false)).toEqual([]);
    expect(bears(verdicts)).toBe(true);
  });

  it.each<[string, Measured]>([
    [
      "response time, p95",
      { ...measured(), total: { ...measured().total, times: { ...measured().total.times, p95: 2001 } } },
    ],
    ["errors", measured({}, 99)],
    ["throughput", measured({ throughput: 499 })],
    ["keeps up with the rate", measured({ throughput: 1899 })],
    ["queue after the run", measured({ queueDepth: { most: 99, end: 1 } })],
    ["queue after the run", measured({ queueDepth: { most: 99, end: null } })],
    ["accepted and lost", { ...measured(), total: { ...measured().total, open: ["7"] } }],
    ["memory of all agents", measured({ memory: 8192 })],
  ])("find %s broken, and that the rate is too much", (kpi, found) => {
    const verdicts = verdictsOf(found, kpis, PEAK);
    expect(verdicts.filter(({ kept }) => kept === false).map((verdict) => verdict.kpi)).toContain(kpi);
    expect(bears(verdicts)).toBe(false);
  });

  it.each<[string, Measured]>([
    ["agents active", { ...measured(), difference: { ...measured().difference, activeAgents: 68 } }],
    ["agent utilisation", { ...measured(), difference: { ...measured().difference, activeAgents: 50 } }],
    ["memory efficiency", measured({ resident: 2000 })],
    ["health checks passing", measured({ healthPassing: 0.98 })],
    ["health checks passing", measured({ healthPassing: null })],
  ])("find %s broken, which says nothing about the rate", (kpi, found) => {
    const verdicts = verdictsOf(found, kpis, PEAK);
    expect(verdicts.filter(({ kept }) => kept === false).map((verdict) => verdict.kpi)).toContain(kpi);
    expect(bears(verdicts)).toBe(true);
  });

  it("ask for no throughput that nobody sent", () => {
    const low = verdictsOf(measured({ rate: 400, throughput: 399 }), kpis, PEAK);
    expect(low.find(({ kpi }) => kpi === "throughput")?.kept).toBeNull();
    expect(low.find(({ kpi }) => kpi === "agents active")?.kept).toBeNull();
    expect(bears(low)).toBe(true);
  });

  it("are of the rates that the milestones name, and of the peak", () => {
    expect(ratesOf(catalog, PEAK)).toEqual([400, 800, 1200, 2000]);
  });
});

describe("the bottleneck", () => {
  const of = (change: (difference: Measured["difference"]) => Partial<Measured["difference"]>, lag = 1) => {
    const good = measured({ lag });
    return bottleneckOf({ ...good, difference: { ...good.difference, ...change(good.difference) } }, 4);
  };
  const busy = (name: string, cores: number, limit: number) => [{ name, cores, limit }];

  it("is a part that uses up what it may", () => {
    expect(of(() => ({ parts: busy("ollama", 3.9, 4) })).who).toBe("ollama");
    expect(of(() => ({ parts: busy("ollama", 3.1, 4) })).who).not.toBe("ollama");
  });

  it("is the machine when that is busy, whoever it is with", () => {
    const { who, why } = of(() => ({ hostCores: 3.9, otherCores: 2 }));
    expect([who, why.includes("2.0 by others")]).toEqual(["the machine", true]);
  });

  it("is the driver when it was late itself, and not when it only worked hard", () => {
    expect(of(() => ({ parts: busy("load driver", 0.95, 1) }), 500).who).toBe("load driver");
    expect(of(() => ({ parts: busy("load driver", 0.95, 1) }), 5).who).not.toBe("load driver");
  });

  it("is else where the average request spent most of its time", () => {
    expect(of(() => ({})).who).toBe("the model");
    const waits = { agent: 50, router: 120, gateway: 10, model: 30 };
    expect(of(() => ({ waits })).who).toBe("wait in the queue");
    expect(of(() => ({ waits: { ...waits, agent: 190 } })).who).toBe("the agent itself");
  });
});

describe("the report", () => {
  const rate = (one: Measured) => ({
    measured: one,
    verdicts: verdictsOf(one, kpis, PEAK),
    bottleneck: bottleneckOf(one, 4),
  });
  const report: LoadReport = {
    ...{ schemaVersion: 1, machine: "4 x a processor", agents: 69, notes: ["There was no time left."] },
    stack: { kind: "containers", told: ["containers"] },
    rates: [rate(measured({ rate: 400, throughput: 399 })), rate(measured({}, 90))],
    search: { largest: 1800, broken: 2000, tries: [] },
    dashboards: {
      ...{ asked: 10, answered: 6, elsewhere: { "x-containers": 2 } },
      ...{ empty: ["agent: Memory A of writer"], refused: ["pool: Agents A: bad_data"] },
    },
    alerts: {
      undisturbed: { watched: true, fired: [] },
      disturbed: {
        watched: true,
        fired: [{ name: "FleetModelUnavailable", severity: "page", series: 1, over: true }],
      },
    },
    notified: {
      undisturbed: [],
      disturbed: [{ receiver: "page", status: "resolved", alerts: ["FleetModelUnavailable", "FleetX"] }],
    },
    faults: { run: rate(measured()), faults: [{ what: "Consul killed", back: "it leads", recovered: null }] },
  };

  it.each([
    ["text", loadText(report)],
    ["markdown", loadMarkdown(report)],
  ])("says as %s what was wanted, found, missed and broken", (_, text) => {
    for (const wanted of [
      "response time, p95",
      "< 2 s",
      "200 ms kept",
      "10.00 % MISSED",
      "10 status 503",
      "never",
    ])
      expect(text).toContain(wanted);
    expect(text).toContain("Largest rate that kept the targets: 1800 requests a minute; 2000 did not.");
    expect(text).toContain("There was no time left.");
    expect(text).toContain("Alerts that fired while nothing was broken: none.");
    expect(text).toContain(
      "Alerts that fired while things broke: FleetModelUnavailable (page, 1 series, over).",
    );
    const deaf = { undisturbed: { watched: false, fired: [] }, disturbed: null };
    expect(loadText({ ...report, alerts: deaf })).toContain("broken: not known, since not even the watchdog");
    expect(text).toContain(
      "Dashboards: 10 queries, 6 with data, 2 ask for x-containers, which does not run here, 1 empty (agent: Memory A of writer), 1 REFUSED (pool: Agents A: bad_data).",
    );
  });

  it("says who was told of what", () => {
    const text = loadText(report);
    expect(text).toContain("Notifications while nothing was broken: none.");
    expect(text).toContain(
      "Notifications while things broke: FleetModelUnavailable, FleetX to page (resolved).",
    );
  });

  it("is a table that markdown takes: as many cells in every row", () => {
    for (const table of loadMarkdown(report)
      .split("\n\n")
      .filter((part) => part.startsWith("|"))) {
      const cells = table.split("\n").map((line) => line.split(" | ").length);
      expect(new Set(cells).size).toBe(1);
    }
  });
});
