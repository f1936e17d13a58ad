import { cpus, totalmem } from "node:os";
import { loadCatalog } from "../../fleet/catalog/load";
import { ROOT } from "../../test/support/project";
import { until } from "../../test/support/until";
import { bottleneckOf } from "./bottleneck";
import { breakThings, routed } from "./faults";
import type { Fault } from "./faults";
import { PEAK, ratesOf } from "./goals";
import { bears, verdictsOf } from "./kpis";
import type { Measured } from "./measured";
import { WATCHDOG } from "../../fleet/render/alertmanager/causes";
import type { LoadReport, RateReport } from "./report";
import { run } from "./run";
import { firedSince } from "./observe/alerts";
import { askDashboards } from "./observe/dashboards";
import { largestKept } from "./search";
import type { SearchResult } from "./search";
import { ContainerStack } from "./stack/containers";
import { Prober } from "./stack/prober";
import type { Stack } from "./stack/stack";
import { readTrace } from "./trace";

export interface LoadOptions {
  /** Requests a minute; null: the milestones and the peak. */
  readonly rates: readonly number[] | null;
  /** How long each rate is sent, in seconds. */
  readonly seconds: number;
  /** At which rate things are broken; null: nothing is. */
  readonly faultsAt: number | null;
  /** How long the model stays away then, in seconds. */
  readonly modelAway: number;
  /** Whether the largest rate is looked for. */
  readonly search: boolean;
  /** How many agents; null: all. */
  readonly agents: number | null;
  /** After so many minutes nothing further is begun. */
  readonly minutes: number;
  readonly say: (line: string) => void;
}

/** The search ends when the bounds differ by less than this part. */
const SEARCH_WITHIN = 0.1;
const ROUTED_WITHIN = 120_000;
const KILLED_AGENTS = 5;
/** Three evaluations of the rules: what is recorded of what was recorded needs two. */
const SHOWN_WITHIN = 90_000;
/** An evaluation of the rules, and the wait of a group before its first notification; twice. */
const HEARD_WITHIN = 120_000;

/** Brings the fleet up, loads it, and takes it down again, whatever happens. */
export async function load(options: LoadOptions): Promise<LoadReport> {
  const { say } = options;
  const stack = await ContainerStack.open(options.agents, say);
  try {
    return await loadStack(stack, options);
  } finally {
    say("takes the fleet down");
    await stack.close();
  }
}

async function loadStack(stack: Stack, options: LoadOptions): Promise<LoadReport> {
  const { say, seconds } = options;
  const began = performance.now();
  const catalog = loadCatalog(ROOT);
  const { kpis, health } = catalog.profiles;
  const trace = readTrace(ROOT);
  const notes: string[] = [];
  const timeFor = (wanted: number) => (performance.now() - began) / 1000 + wanted < options.minutes * 60;
  const judged = (measured: Measured): RateReport => ({
    measured,
    verdicts: verdictsOf(measured, kpis, PEAK),
    bottleneck: bottleneckOf(measured, cpus().length),
  });
  await stack.wakeAll(say);
  const prober = new Prober(stack, health.readinessPath);
  await prober.start();
  try {
    await until("the router to know every agent", () => routed(stack), ROUTED_WITHIN);
    const rate = async (wanted: number): Promise<RateReport> => {
      say(`${wanted} requests a minute for ${seconds} s`);
      const report = judged(await run(stack, prober, trace, { rate: wanted, seconds }));
      const { total } = report.measured;
      say(
        `${wanted}/min: p95 ${Math.round(total.times.p95 ?? 0)} ms, ${total.errors} errors, ${report.bottleneck.who}`,
      );
      return report;
    };
    // The first requests of every agent are slower than all others, and belong to no rate.
    await run(stack, prober, trace, { rate: 300, seconds: Math.min(20, seconds) });
    const rates: RateReport[] = [];
    const loaded = performance.now();
    for (const wanted of options.rates ?? ratesOf(catalog, PEAK)) {
      if (timeFor(seconds)) rates.push(await rate(wanted));
      else notes.push(`There was no time left for ${wanted} requests a minute.`);
    }
    say("asks Prometheus everything that the dashboards ask");
    const dashboards = await askDashboards(
      stack.prometheus,
      stack.plan,
      await runningAgents(stack),
      SHOWN_WITHIN,
    );
    const undisturbed = await firedSince(stack.prometheus, loaded);
    const heard = await notified(stack);
    if (!heard) notes.push("Nobody was notified of anything, not even that alerts work.");
    const before = stack.notifications.length;
    const broken = performance.now();
    const faults = await withFaults(stack, prober, options, timeFor, notes);
    const disturbed = faults === null ? null : await firedSince(stack.prometheus, broken);
    const search = options.search ? await searched(rates, rate, () => timeFor(2 * seconds)) : null;
    return {
      schemaVersion: 1,
      machine: machine(),
      stack: { kind: stack.kind, told: [...stack.told, ...STANDS_IN] },
      ...{ agents: stack.plan.agents.length, rates, search, dashboards, notes },
      alerts: { undisturbed, disturbed },
      notified: {
        undisturbed: stack.notifications.slice(0, before),
        disturbed: faults === null ? null : stack.notifications.slice(before),
      },
      faults: faults === null ? null : { run: judged(faults.measured), faults: faults.faults },
    };
  } finally {
    await prober.stop();
  }

  async function withFaults(
    stack: Stack,
    prober: Prober,
    { faultsAt, modelAway }: LoadOptions,
    timeFor: (wanted: number) => boolean,
    notes: string[],
  ): Promise<{ readonly measured: Measured; readonly faults: readonly Fault[] } | null> {
    if (faultsAt === null) return null;
    if (!timeFor(modelAway + 60)) {
      notes.push("There was no time left for the faults.");
      return null;
    }
    say(`${faultsAt} requests a minute while things break`);
    let faults: readonly Fault[] = [];
    const measured = await run(stack, prober, trace, {
      ...{ rate: faultsAt, seconds },
      async meanwhile(running) {
        faults = await breakThings(stack, running, { modelAway, agents: KILLED_AGENTS, say });
      },
    });
    return { measured, faults };
  }
}

/** The watchdog always fires: whoever hears of it would hear of all others. */
function notified({ notifications }: Stack): Promise<boolean> {
  const heard = () => Promise.resolve(notifications.some(({ alerts }) => alerts.includes(WATCHDOG)));
  return until("the watchdog to be heard", heard, HEARD_WITHIN).then(
    () => true,
    () => false,
  );
}

async function runningAgents(stack: Stack): Promise<readonly string[]> {
  const all = await Promise.all(
    stack.plan.agents.map(async ({ name }) => ((await stack.agent(name)) === null ? [] : [name])),
  );
  return all.flat();
}

const STANDS_IN = [
  "consul-esm: its check loop is run by the test itself",
  "the model is a real Ollama's, with half a megabyte of random weights; questions and answers have 1/32 of the length in the trace",
];

function searched(
  rates: readonly RateReport[],
  rate: (wanted: number) => Promise<RateReport>,
  goOn: () => boolean,
): Promise<SearchResult> {
  const known = rates.map(({ measured, verdicts }) => ({ rate: measured.rate, kept: bears(verdicts) }));
  const keeps = async (wanted: number) => bears((await rate(wanted)).verdicts);
  return largestKept(known, keeps, { first: 400, within: SEARCH_WITHIN, goOn });
}

function machine(): string {
  const [first] = cpus();
  return `${cpus().length} x ${first?.model.trim() ?? "an unknown processor"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
}
