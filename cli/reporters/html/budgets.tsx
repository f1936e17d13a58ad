import type { Budget } from "../../../fleet/plan/types";
import { amount } from "./format";
import { Line, Meter, Section } from "./parts";

export function Budgets({ budgets }: { readonly budgets: readonly Budget[] }) {
  return (
    <Section id="budgets" title="Budgets" lead="What the plan takes of what the tier allows.">
      <div class="cards two">
        {budgets.map((budget) => (
          <OneBudget {...budget} />
        ))}
      </div>
    </Section>
  );
}

function OneBudget({ title, unit, used, limit, headroom, why, from }: Budget) {
  const text = `${amount(used, unit)} of ${amount(limit, unit)}`;
  return (
    <article class="card">
      <h3>{title}</h3>
      <p class="figure">
        <strong>{amount(used, unit)}</strong> of {amount(limit, unit)}
        <span class={headroom < 0 ? "room bad" : "room"}>
          {headroom < 0 ? `${amount(-headroom, unit)} too much` : `${amount(headroom, unit)} left`}
        </span>
      </p>
      <Meter label={title} text={text} used={used} limit={limit} />
      <p class="why">{why}</p>
      <Line place={from} />
    </article>
  );
}
