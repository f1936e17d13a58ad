import { CLASSES, CRITICALITIES, POOLS } from "../../../fleet/catalog/types";
import type { AgentPlan } from "../../../fleet/plan/types";
import { formatCpu } from "../../../fleet/units/cpu";
import { formatMemory } from "../../../fleet/units/memory";
import type { Checked } from "../../pipeline";
import { redactEntry } from "../../redact";
import { anchor, commandLine, count, duration } from "./format";
import type { Standing } from "./format";
import { Badge, Fact, Line, Section, Tag } from "./parts";
import type { Tone } from "./parts";
import { worstByAgent } from "./pools";

/** Every agent: one line each, with everything that is known of it behind. */
export function Agents({ plan, report }: Checked) {
  const worst = worstByAgent(report.findings);
  return (
    <Section
      id="agents"
      title="Agents"
      lead="Open an agent for its limits, each with the reason and the line it comes from."
    >
      <Filter total={plan.agents.length} />
      <div class="agents">
        <div class="agent-head" aria-hidden="true">
          <span>agent</span>
          <span>pool</span>
          <span>class</span>
          <span>criticality</span>
          <span>owner</span>
          <span class="number">memory</span>
          <span class="number">CPU</span>
          <span class="number">wave</span>
        </div>
        <ul>
          {plan.agents.map((agent) => (
            <OneAgent agent={agent} worst={worst.get(agent.name)} />
          ))}
        </ul>
      </div>
    </Section>
  );
}

/** Hidden until the script runs: without it the whole list stands there, and a filter would do nothing. */
function Filter({ total }: { readonly total: number }) {
  return (
    <form id="filter" role="search" aria-label="Filter agents" autocomplete="off" hidden>
      <label class="search">
        <span>search</span>
        <input type="search" name="text" placeholder="name, role or owner" />
      </label>
      <Choice name="pool" values={POOLS} />
      <Choice name="class" values={CLASSES} />
      <Choice name="criticality" values={CRITICALITIES} />
      <label class="only">
        <input type="checkbox" name="found" /> <span>with findings</span>
      </label>
      <button type="reset">clear</button>
      <p role="status">
        <span id="shown">{total}</span> of {count(total, "agent")}
      </p>
    </form>
  );
}

function Choice({ name, values }: { readonly name: string; readonly values: readonly string[] }) {
  return (
    <label>
      <span>{name}</span>
      <select name={name}>
        <option value="">all</option>
        {values.map((value) => (
          <option value={value}>{value}</option>
        ))}
      </select>
    </label>
  );
}

const MARKS: Readonly<Record<Standing, { readonly word: string; readonly tone: Tone }>> = {
  blocking: { word: "blocks", tone: "bad" },
  advisory: { word: "advises", tone: "warn" },
  "not-evaluated": { word: "not evaluated", tone: "unknown" },
  exempted: { word: "exempted", tone: "plain" },
  baseline: { word: "baseline", tone: "plain" },
};

function OneAgent({ agent, worst }: { readonly agent: AgentPlan; readonly worst: Standing | undefined }) {
  const { sizing } = agent;
  return (
    <li
      data-agent={agent.name}
      data-text={`${agent.name} ${agent.role} ${agent.owner} ${agent.group}`.toLowerCase()}
      data-pool={agent.pool}
      data-class={agent.class}
      data-criticality={agent.criticality}
      data-found={worst === undefined ? "no" : "yes"}
    >
      <details id={anchor("agent", agent.name)}>
        <summary>
          <span class="who">
            <span class="name">
              {agent.name}
              {worst === undefined ? null : <Badge tone={MARKS[worst].tone}>{MARKS[worst].word}</Badge>}
            </span>
            <span class="role">{agent.role}</span>
          </span>
          <SummaryCell name="pool">{agent.pool}</SummaryCell>
          <SummaryCell name="class">{agent.class}</SummaryCell>
          <SummaryCell name="criticality">{agent.criticality}</SummaryCell>
          <SummaryCell name="owner">{agent.owner}</SummaryCell>
          <SummaryCell name="memory" number>
            {formatMemory(sizing.memory.value)}
          </SummaryCell>
          <SummaryCell name="CPU" number>
            {formatCpu(sizing.cpuBase.value)}
          </SummaryCell>
          <SummaryCell name="wave" number>
            {agent.wave === null ? "waits" : String(agent.wave)}
          </SummaryCell>
        </summary>
        <AgentDetails {...agent} />
      </details>
    </li>
  );
}

function SummaryCell({
  name,
  number = false,
  children,
}: {
  readonly name: string;
  readonly number?: boolean;
  readonly children: string;
}) {
  return (
    <span class={number ? "cell number" : "cell"}>
      <span class="key">{name} </span>
      {children}
    </span>
  );
}

function AgentDetails(agent: AgentPlan) {
  return (
    <div class="inside">
      <Limits {...agent} />
      <Health {...agent} />
      <RegistrationFacts {...agent} />
      <Start {...agent} />
      <Environment {...agent} />
    </div>
  );
}

function Limits({ sizing }: AgentPlan) {
  const { memory, memoryReservation, memoryStep, memoryMax, cpuBase, cpuBurst, cpuShares } = sizing;
  return (
    <div class="wide">
      <h3>Limits</h3>
      <dl class="facts limits">
        <Fact name="memory" why={memory.why} from={memory.from}>
          {formatMemory(memory.value)}
        </Fact>
        <Fact name="reserved" why={memoryReservation.why} from={memoryReservation.from}>
          {formatMemory(memoryReservation.value)}
        </Fact>
        <Fact name="step" why={memoryStep.why} from={memoryStep.from}>
          {formatMemory(memoryStep.value)}
        </Fact>
        <Fact name="most" why={memoryMax.why} from={memoryMax.from}>
          {formatMemory(memoryMax.value)}
        </Fact>
        <Fact name="CPU base" why={cpuBase.why} from={cpuBase.from}>
          {formatCpu(cpuBase.value)}
        </Fact>
        <Fact name="CPU burst" why={cpuBurst.why} from={cpuBurst.from}>
          {formatCpu(cpuBurst.value)}
        </Fact>
        <Fact name="CPU shares" why={cpuShares.why} from={cpuShares.from}>
          {cpuShares.value}
        </Fact>
      </dl>
    </div>
  );
}

function Health({ health }: AgentPlan) {
  return (
    <div>
      <h3>Health check</h3>
      <p class="why">{health.why}</p>
      <pre>{commandLine(health.command)}</pre>
      <dl class="facts">
        <Fact name="every">{duration(health.interval)}</Fact>
        <Fact name="timeout">{duration(health.timeout)}</Fact>
        <Fact name="start period">{duration(health.startPeriod)}</Fact>
        <Fact name="retries">{health.retries}</Fact>
      </dl>
      <Line place={health.from} />
    </div>
  );
}

function RegistrationFacts({ registration }: AgentPlan) {
  const { check } = registration;
  return (
    <div>
      <h3>Registration</h3>
      <dl class="facts">
        <Fact name="service">{registration.serviceName}</Fact>
        <Fact name="id">{registration.serviceId}</Fact>
        <Fact name="address">{`${registration.address}:${registration.port}`}</Fact>
        <Fact name="tags">
          {registration.tags.map((tag) => (
            <Tag>{tag}</Tag>
          ))}
        </Fact>
        <Fact name="weight">{registration.weight}</Fact>
        <Fact name="check">{check.url}</Fact>
        <Fact name="every">{`${duration(check.interval)}, timeout ${duration(check.timeout)}`}</Fact>
      </dl>
    </div>
  );
}

function Start(agent: AgentPlan) {
  return (
    <div>
      <h3>Container</h3>
      <dl class="facts">
        <Fact name="name">{agent.containerName}</Fact>
        <Fact name="image">{agent.image.reference}</Fact>
        <Fact name="digest">{agent.image.digest ?? "not locked"}</Fact>
        <Fact name="user">{agent.image.user}</Fact>
        <Fact name="starts">
          {agent.wave === null ? "on demand: created, and waits" : `in wave ${agent.wave}`}
        </Fact>
        <Fact name="depends on">
          {agent.dependsOn.length === 0 ? "nothing" : agent.dependsOn.map((name) => <Tag>{name}</Tag>)}
        </Fact>
        <Fact name="group">{agent.group}</Fact>
        <Fact name="declared" from={agent.place}>
          {""}
        </Fact>
      </dl>
    </div>
  );
}

/** What the agent is told. Secrets are files; a value that looks like one all the same is hidden. */
function Environment({ environment }: AgentPlan) {
  return (
    <div class="wide">
      <h3>Environment</h3>
      <pre>
        {Object.entries(environment)
          .map(([name, value]) => `${name}=${redactEntry(name, value)}`)
          .join("\n")}
      </pre>
    </div>
  );
}
