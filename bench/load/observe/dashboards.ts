import { setTimeout as pause } from "node:timers/promises";
import type { FleetPlan } from "../../../fleet/plan/types";
import { dashboardsOf } from "../../../fleet/render/dashboards";
import type { Dashboard, Target } from "../../../fleet/render/dashboards/types";

/** Asks Prometheus below `/api/v1`; answers `data`. @throws Error with what it says when it refuses */
export type PrometheusApi = <T>(path: string, query?: Readonly<Record<string, string>>) => Promise<T>;

/** A query of a panel, and where it stands: `agent: Memory A`. */
export interface Asked {
  readonly title: string;
  readonly target: Target;
}

/** What became of every query of every dashboard. */
export interface DashboardQueries {
  /** How often something was asked: what is about one agent once for each that runs. */
  readonly asked: number;
  readonly answered: number;
  /** Empty, since nobody here serves what they ask for: how many, by scrape job. */
  readonly elsewhere: Readonly<Record<string, number>>;
  /** Empty, though whoever serves it is scraped. */
  readonly empty: readonly string[];
  /** Refused by Prometheus, with its words. */
  readonly refused: readonly string[];
}

/** Of how many seconds the graphs are asked. */
const WINDOW = 60;
/** How often what is empty is asked again, in milliseconds. */
const AGAIN_EVERY = 2_000;

export function targetsOf({ title, panels }: Dashboard): Asked[] {
  return panels.flatMap((panel) =>
    panel.type === "row"
      ? []
      : panel.targets.map((target) => ({ title: `${title}: ${panel.title ?? ""} ${target.refId}`, target })),
  );
}

/** How many series a query answers with, with these values of the variables. @throws Error when Prometheus refuses it */
export async function ask(
  api: PrometheusApi,
  { expr, range }: Target,
  values: Readonly<Record<string, string>>,
): Promise<number> {
  const query = expr.replace(/\$(\w+)/g, (whole, name: string) => values[name] ?? whole);
  const now = Date.now() / 1000;
  const window = { start: String(now - WINDOW), end: String(now), step: "1" };
  const { result } =
    range === true
      ? await api<{ result: unknown[] }>("/query_range", { query, ...window })
      : await api<{ result: unknown[] }>("/query", { query });
  return result.length;
}

/** One query as it is asked: about one agent where it is about one. */
interface Question extends Asked {
  readonly agent: string;
}

/**
 * Asks everything that the dashboards of a stack ask, as somebody who opens each of them and each agent's.
 *
 * @param running the agents that run
 * @param patience milliseconds for what is empty at first: a young fleet has been scraped and judged once or twice
 */
export async function askDashboards(
  api: PrometheusApi,
  plan: FleetPlan,
  running: readonly string[],
  patience: number,
): Promise<DashboardQueries> {
  const began = performance.now();
  const pool = `(${plan.pools.map(({ name }) => name).join("|")})`;
  const scraped = await scrapedJobs(api);
  const refused: string[] = [];
  const elsewhere: Record<string, number> = {};
  const questions = questionsOf(plan, running);
  let empty: Question[] = [];
  for (const question of questions) {
    const answer = await ask(api, question.target, { agent: question.agent, pool }).catch(
      (error: unknown) => `${titleOf(question)}: ${String(error)}`,
    );
    if (typeof answer === "string") refused.push(answer);
    else if (answer === 0) {
      const missing = jobsOf(question.target.expr, plan).find((job) => !scraped.has(job));
      if (missing === undefined) empty.push(question);
      else elsewhere[missing] = (elsewhere[missing] ?? 0) + 1;
    }
  }
  while (empty.length > 0 && performance.now() - began < patience) {
    await pause(AGAIN_EVERY);
    const still: Question[] = [];
    for (const question of empty) {
      if ((await ask(api, question.target, { agent: question.agent, pool })) === 0) still.push(question);
    }
    empty = still;
  }
  const without = Object.values(elsewhere).reduce((sum, count) => sum + count, 0);
  return {
    asked: questions.length,
    answered: questions.length - refused.length - empty.length - without,
    elsewhere,
    empty: empty.map(titleOf),
    refused,
  };
}

function questionsOf(plan: FleetPlan, running: readonly string[]): readonly Question[] {
  return Object.values(dashboardsOf(plan))
    .flatMap(targetsOf)
    .flatMap((asked) => {
      const agents = asked.target.expr.includes("$agent") ? running : [""];
      return agents.map((agent) => ({ ...asked, agent }));
    });
}

function titleOf({ title, agent }: Question): string {
  return agent === "" ? title : `${title} of ${agent}`;
}

/** The jobs of which Prometheus has a target. */
async function scrapedJobs(api: PrometheusApi): Promise<ReadonlySet<string>> {
  const { result } = await api<{ result: readonly { metric: { job: string } }[] }>("/query", {
    query: "count by (job) (up)",
  });
  return new Set(result.map(({ metric }) => metric.job));
}

/** The scrape jobs that an expression reads, those behind recorded series included. */
function jobsOf(expr: string, plan: FleetPlan): readonly string[] {
  const recorded = plan.recordings.filter(({ name }) => expr.includes(name));
  const behind = recorded.flatMap((rule) => (rule.expr === expr ? [] : jobsOf(rule.expr, plan)));
  return [...[...expr.matchAll(/job="([^"]+)"/g)].map(([, job = ""]) => job), ...behind];
}
