import { formatMemory } from "../../../fleet/units/memory";
import type { AgentPlan, PoolPlan } from "../../../fleet/plan/types";
import type { Finding } from "../../../policies/finding";
import type { Checked } from "../../pipeline";
import { anchor, duration, standing } from "./format";
import type { Standing } from "./format";
import { Fact, Line, Section } from "./parts";

/** The pools, each with a map of its agents that shows at a glance where findings are. */
export function Pools({ plan, report }: Checked) {
  const worst = worstByAgent(report.findings);
  return (
    <Section id="pools" title="Pools" lead="Each square is an agent.">
      <p class="legend-line dots" aria-hidden="true">
        <span>
          <i class="on clean" /> started
        </span>
        <span>
          <i class="off clean" /> created, waits
        </span>
        <span>
          <i class="on blocking" /> a finding blocks
        </span>
        <span>
          <i class="on advisory" /> a finding advises
        </span>
        <span>
          <i class="on not-evaluated" /> not evaluated
        </span>
      </p>
      <div class="cards three">
        {plan.pools.map((pool) => (
          <OnePool
            pool={pool}
            agents={plan.agents.filter((agent) => agent.pool === pool.name)}
            worst={worst}
          />
        ))}
      </div>
    </Section>
  );
}

type Worst = ReadonlyMap<string, Standing>;

/** Findings come sorted, what blocks first: the first of an agent is its worst. */
export function worstByAgent(findings: readonly Finding[]): Worst {
  const worst = new Map<string, Standing>();
  for (const finding of findings) {
    if (finding.subject.kind !== "agent" || finding.suppression !== null) continue;
    if (!worst.has(finding.subject.name)) worst.set(finding.subject.name, standing(finding));
  }
  return worst;
}

function OnePool({
  pool,
  agents,
  worst,
}: {
  readonly pool: PoolPlan;
  readonly agents: readonly AgentPlan[];
  readonly worst: Worst;
}) {
  return (
    <article class="card">
      <h3>{pool.name}</h3>
      <p class="figure">
        <strong>{pool.agents}</strong> {pool.agents === 1 ? "agent" : "agents"}
      </p>
      <div class="map dots" aria-hidden="true">
        {agents.map((agent) => (
          <a
            href={`#${anchor("agent", agent.name)}`}
            tabIndex={-1}
            title={agent.name}
            class={`${agent.running ? "on" : "off"} ${worst.get(agent.name) ?? "clean"}`}
          />
        ))}
      </div>
      <dl class="facts">
        <Fact name="memory" why="the limits at start of its agents">
          {formatMemory(pool.memory)}
        </Fact>
        <Fact name="takes work" why={pool.startWithin.why}>
          {pool.startWithin.value === 0 ? "at once" : `within ${duration(pool.startWithin.value)}`}
        </Fact>
      </dl>
      <Line place={pool.startWithin.from} />
    </article>
  );
}
