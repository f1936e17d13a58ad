import type { Checked } from "../../pipeline";
import { Fact, Section } from "./parts";

/** How to make this report again, and what it was made from. */
export function Made({ plan, report, stack }: Checked) {
  return (
    <Section
      id="made"
      title="How it was made"
      lead="From the catalog and the tier alone: no server was asked. The same input gives the same bytes, so there is no date."
    >
      <dl class="facts limits">
        <Fact name="tier" from={stack.place}>
          {plan.tier}
        </Fact>
        <Fact name="plan">{`plan.json, schemaVersion ${plan.schemaVersion}`}</Fact>
        <Fact name="verdict">{`report.json, schemaVersion ${report.schemaVersion}`}</Fact>
        <Fact name="names">{`${plan.naming.scope}-…, in network ${plan.naming.network}`}</Fact>
        <Fact name="Consul">{`node ${plan.naming.consulNode}, keys below ${plan.naming.keyPrefix}`}</Fact>
      </dl>
      <pre>{commands(plan.stack)}</pre>
    </Section>
  );
}

function commands(stack: string): string {
  return [
    `npm run fleet -- report --stack ${stack}               # this report again`,
    `npm run fleet -- check --stack ${stack}                # the verdict on the terminal`,
    `npm run fleet -- check --stack ${stack} --format json  # and for programs`,
  ].join("\n");
}
