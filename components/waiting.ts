import type { AgentPlan, FleetPlan, ServicePlan } from "../fleet/plan/types";
import { loaderName } from "./docker/file-loader";

/** Which containers, by logical name, have to be up before another is made. */
export interface Waiting {
  service(service: ServicePlan): readonly string[];
  agent(agent: AgentPlan): readonly string[];
  /** What has to be up before anything is registered: Consul, and what runs its checks. */
  readonly registration: readonly string[];
}

/** The logical name of a replica; the first is the service itself. */
export function replicaName(service: string, index: number): string {
  return index === 0 ? service : `${service}-${index + 1}`;
}

/** The logical names of all containers of a service. */
export function replicaNames(service: ServicePlan): readonly string[] {
  return service.containerNames.map((_, index) => replicaName(service.name, index));
}

/** Who waits for a service waits for all its replicas. Each list of dependencies is worked out once. */
export function waitingIn(plan: FleetPlan): Waiting {
  const replicas = new Map(plan.services.map((service) => [service.name, replicaNames(service)]));
  const known = new Map<string, readonly string[]>();
  const containersOf = (names: readonly string[]): readonly string[] => {
    const key = names.join();
    const found = known.get(key) ?? names.flatMap((name) => replicas.get(name) ?? [name]);
    known.set(key, found);
    return found;
  };
  const running = plan.agents.filter((agent) => agent.running).map((agent) => agent.name);
  return {
    service: (service) => [
      ...containersOf(service.dependsOn),
      ...(service.afterAgents ? running : []),
      ...(Object.keys(service.files).length > 0 ? [loaderName(service.name)] : []),
    ],
    agent: (agent) => containersOf(agent.dependsOn),
    registration: plan.services.filter((service) => service.part === "registry").flatMap(replicaNames),
  };
}
