import { TYPE, parentKey } from "../../../components/tokens";
import type { AgentPlan, FleetPlan, ServicePlan } from "../../../fleet/plan/types";
import { CONSUL_KEYS, CONSUL_NODE, NETWORK } from "../../../fleet/resource";
import type { ResourceView } from "../../../fleet/resource";
import type { Subject } from "../model";

/** Whom a declared resource belongs to. */
export class Subjects {
  private readonly byParent = new Map<string, { subject: Subject; agent: AgentPlan | null }>();

  constructor(plan: FleetPlan) {
    for (const agent of plan.agents)
      this.byParent.set(parentKey(TYPE.agent, agent.name), { subject: agentSubject(agent), agent });
    for (const service of plan.services)
      this.byParent.set(parentKey(TYPE.service, service.name), {
        subject: serviceSubject(service),
        agent: null,
      });
  }

  of({ type, name, options }: ResourceView): Subject {
    const known = this.byParent.get(options.parent ?? "");
    if (known !== undefined) return known.subject;
    const kind =
      type === NETWORK ? "network" : type === CONSUL_NODE || type === CONSUL_KEYS ? "registry" : "service";
    return { kind, name: kind === "registry" ? "registry" : name, place: null, vital: false };
  }

  agent({ options }: ResourceView): AgentPlan | null {
    return this.byParent.get(options.parent ?? "")?.agent ?? null;
  }
}

export function agentSubject({ name, place, running, criticality }: AgentPlan): Subject {
  return { kind: "agent", name, place, vital: running && criticality === "critical" };
}

function serviceSubject({ name, place, criticality }: ServicePlan): Subject {
  return { kind: "service", name, place, vital: criticality === "critical" };
}

export function strangerSubject(name: string): Subject {
  return { kind: "stranger", name, place: null, vital: false };
}
