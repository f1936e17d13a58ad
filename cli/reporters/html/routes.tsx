import type { FleetPlan, QueuePlan, RoutePlan } from "../../../fleet/plan/types";
import { count, duration, percent, width } from "./format";
import { Fact, Line, Section, Tag } from "./parts";

/** How requests reach the agents, and where they wait. */
export function Routes({ routes, queue }: Pick<FleetPlan, "routes" | "queue">) {
  return (
    <Section
      id="routes"
      title="Routes and queue"
      lead="The share of a pool's requests that each class gets, spread evenly over its agents."
    >
      <div class="cards three">
        {routes.map((route) => (
          <OneRoute {...route} />
        ))}
      </div>
      <Queue {...queue} />
    </Section>
  );
}

function OneRoute({ pool, serviceName, classes, why, from }: RoutePlan) {
  let start = 0;
  const parts = classes.map((entry) => {
    const x = start;
    start += entry.share;
    return { ...entry, x };
  });
  return (
    <article class="card">
      <h3>{pool}</h3>
      <p class="why">
        <code>{serviceName}</code>
      </p>
      <svg class="shares" aria-hidden="true" width="100%" height="14">
        {parts.map((part) => (
          <rect class={part.class} x={width(part.x, 1)} width={width(part.share, 1)} height="14" />
        ))}
      </svg>
      <ul class="legend">
        {classes.map((entry) => (
          <li>
            <span class={`swatch ${entry.class}`} aria-hidden="true" />
            <span class="label">{entry.class}</span>
            <strong>{percent(entry.share)}</strong>
            <span class="why">{`${count(entry.agents, "agent")}, weight ${entry.weight} each`}</span>
          </li>
        ))}
      </ul>
      <p class="why">{why}</p>
      <Line place={from} />
    </article>
  );
}

function Queue({ maxLength, timeout, priorities, retries, deadLetter }: QueuePlan) {
  return (
    <article class="card">
      <h3>Request queue</h3>
      <dl class="facts limits">
        <Fact name="waiting" why={maxLength.why} from={maxLength.from}>
          {`at most ${maxLength.value}`}
        </Fact>
        <Fact name="timeout" why={timeout.why} from={timeout.from}>
          {duration(timeout.value)}
        </Fact>
        <Fact name="retries" why={retries.why} from={retries.from}>
          {retries.value}
        </Fact>
        <Fact name="priorities">
          {priorities.map((priority) => (
            <Tag>{priority}</Tag>
          ))}
        </Fact>
        <Fact name="dead letters">{deadLetter ? "kept" : "dropped"}</Fact>
      </dl>
    </article>
  );
}
