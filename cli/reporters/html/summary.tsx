import type { ComponentChildren } from "preact";
import type { Checked } from "../../pipeline";
import { count, outcome } from "./format";
import { Section } from "./parts";

export function SummaryTiles({ plan, report }: Checked) {
  const { summary } = report;
  const containers = plan.services.reduce((sum, service) => sum + service.containerNames.length, 0);
  const running = plan.agents.filter((agent) => agent.running).length;
  return (
    <Section id="summary" title="Summary">
      <dl class="tiles">
        <Tile name="Agents" value={plan.agents.length}>
          {plan.pools.map((pool) => `${pool.agents} ${pool.name}`).join(" · ")}
        </Tile>
        <Tile name="Started" value={running}>
          {`agents, in ${count(plan.waves.length, "wave")}`}
        </Tile>
        <Tile name="Services" value={plan.services.length}>
          {`in ${count(containers, "container")}`}
        </Tile>
        <Tile name="Resources" value={summary.resources}>
          would be sent
        </Tile>
        <Tile name="Rules" value={summary.rules}>
          {outcome(summary)}
        </Tile>
        <Tile name="Alerts" value={plan.alerts.length}>
          rules for Prometheus
        </Tile>
      </dl>
    </Section>
  );
}

function Tile({
  name,
  value,
  children,
}: {
  readonly name: string;
  readonly value: number;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="tile">
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
        <span>{children}</span>
      </dd>
    </div>
  );
}
