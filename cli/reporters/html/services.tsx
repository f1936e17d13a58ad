import type { ServicePlan } from "../../../fleet/plan/types";
import { formatCpu } from "../../../fleet/units/cpu";
import { formatMemory } from "../../../fleet/units/memory";
import { anchor, commandLine, count } from "./format";
import { Line, Section, Tag } from "./parts";
import { Table } from "./table";
import type { Column } from "./table";

const COLUMNS: readonly Column<ServicePlan>[] = [
  {
    head: "service",
    cell: (service) => (
      <>
        <span class="name">{service.name}</span>
        <span class="why">{service.purpose}</span>
        <Line place={service.place} />
      </>
    ),
  },
  {
    head: "image",
    cell: (service) => (
      <>
        <code>{service.image.reference}</code>
        <span class="why">{service.image.digest ?? "digest not locked"}</span>
      </>
    ),
  },
  {
    head: "health check",
    cell: (service) => (
      <>
        <code>{commandLine(service.health.command)}</code>
        <span class="why">{service.health.why}</span>
      </>
    ),
  },
  {
    head: "about",
    cell: (service) => (
      <>
        <Tag>{service.criticality}</Tag>
        {service.stateful ? <Tag>stateful</Tag> : null}
        {service.protect ? <Tag>protected</Tag> : null}
        {service.models.map((model) => (
          <Tag>{`model ${model}`}</Tag>
        ))}
        <span class="why">{`owner ${service.owner}`}</span>
      </>
    ),
  },
  {
    head: "limits",
    number: true,
    cell: (service) => (
      <>
        {formatMemory(service.memory.value)}
        <span class="why">{formatCpu(service.cpu.value)}</span>
      </>
    ),
  },
  {
    head: "starts",
    number: true,
    cell: (service) => (
      <>
        {`wave ${service.wave}`}
        <span class="why">{count(service.containerNames.length, "container")}</span>
      </>
    ),
  },
];

/** What runs around the agents. */
export function Services({ services }: { readonly services: readonly ServicePlan[] }) {
  return (
    <Section
      id="services"
      title="Services"
      lead="What the agents stand on. Their limits are their own; nothing publishes a host port."
    >
      <Table
        caption="Services"
        columns={COLUMNS}
        rows={services}
        id={(service) => anchor("service", service.name)}
      />
    </Section>
  );
}
