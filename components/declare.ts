import type { FleetPlan } from "../fleet/plan/types";
import { CONSUL_KEYS, CONSUL_NODE, CONSUL_SERVICE, CONTAINER, NETWORK, VOLUME } from "../fleet/resource";
import type { ResourceView } from "../fleet/resource";
import { consulKeysArgs, consulNodeArgs, consulServiceArgs } from "./consul/registration";
import { agentContainerArgs } from "./docker/agent-container";
import { networkArgs, volumeArgs } from "./docker/network";
import { serviceContainerArgs } from "./docker/service-container";

/**
 * Every resource of the Docker target as it will be sent, in the order of the plan. The components send the same:
 * both call the same builders.
 */
export function declareResources(plan: FleetPlan): ResourceView[] {
  const resources: ResourceView[] = [
    { type: NETWORK, name: "network", properties: networkArgs(plan), options: {} },
    { type: CONSUL_NODE, name: "agents", properties: consulNodeArgs(plan), options: {} },
    { type: CONSUL_KEYS, name: "fleet", properties: consulKeysArgs(plan), options: {} },
  ];
  for (const service of plan.services) {
    const { protect } = service;
    for (const volume of Object.keys(service.volumes)) {
      resources.push({
        type: VOLUME,
        name: volume,
        properties: volumeArgs(volume, service.name, plan),
        options: { protect },
      });
    }
    for (const [index, containerName] of service.containerNames.entries()) {
      resources.push({
        type: CONTAINER,
        name: replicaName(service.name, index),
        properties: serviceContainerArgs(service, containerName, plan),
        options: { protect, dependsOn: service.dependsOn },
      });
    }
  }
  for (const agent of plan.agents) {
    const options = { dependsOn: agent.dependsOn };
    resources.push(
      { type: CONTAINER, name: agent.name, properties: agentContainerArgs(agent, plan), options },
      { type: CONSUL_SERVICE, name: agent.name, properties: consulServiceArgs(agent, plan), options: {} },
    );
  }
  return resources;
}

/** The logical name of a replica; the first is the service itself. */
export function replicaName(service: string, index: number): string {
  return index === 0 ? service : `${service}-${index + 1}`;
}
