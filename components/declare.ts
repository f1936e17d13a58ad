import type { AgentPlan, FleetPlan, ServicePlan } from "../fleet/plan/types";
import { CONSUL_KEYS, CONSUL_NODE, CONSUL_SERVICE, CONTAINER, NETWORK, VOLUME } from "../fleet/resource";
import type { ResourceView } from "../fleet/resource";
import { consulKeysArgs, consulNodeArgs, consulServiceArgs } from "./consul/registration";
import { agentContainerArgs } from "./docker/agent-container";
import { fileLoaderArgs, loaderName } from "./docker/file-loader";
import { networkArgs, volumeArgs } from "./docker/network";
import { serviceContainerArgs } from "./docker/service-container";
import { renderFiles } from "./files";
import type { RenderedFiles } from "./files";
import { PARTS } from "./parts";
import { TYPE, parentKey } from "./tokens";
import { replicaName, waitingIn } from "./waiting";
import type { Waiting } from "./waiting";

/**
 * Every resource of the Docker target as it will be sent, in the order of the plan. The components send the same:
 * both call the same builders.
 *
 * @param secretFiles the texts, by kind, of files that hold secrets, where these are known
 */
export function declareResources(plan: FleetPlan, secretFiles: RenderedFiles = {}): ResourceView[] {
  const waiting = waitingIn(plan);
  const files = renderFiles(plan);
  const fleet = parentKey(TYPE.fleet, plan.fleet);
  const registry = parentKey(PARTS.registry.type, PARTS.registry.name);
  const registration = { dependsOn: waiting.registration, parent: registry };
  const resources: ResourceView[] = [
    { type: NETWORK, name: "network", properties: networkArgs(plan), options: { parent: fleet } },
    { type: CONSUL_NODE, name: "agents", properties: consulNodeArgs(plan), options: registration },
    { type: CONSUL_KEYS, name: "fleet", properties: consulKeysArgs(plan), options: registration },
  ];
  for (const service of plan.services)
    resources.push(...declareService(service, plan, waiting, files, secretFiles));
  for (const agent of plan.agents) resources.push(...declareAgent(agent, plan, waiting));
  return resources;
}

function declareService(
  service: ServicePlan,
  plan: FleetPlan,
  waiting: Waiting,
  files: RenderedFiles,
  secretFiles: RenderedFiles,
): ResourceView[] {
  const { name, protect } = service;
  const parent = parentKey(TYPE.service, name);
  const resources: ResourceView[] = Object.keys(service.volumes).map((volume) => ({
    type: VOLUME,
    name: volume,
    properties: volumeArgs(volume, name, plan),
    options: { protect, parent },
  }));
  if (Object.keys(service.files).length > 0) {
    const properties = fileLoaderArgs(service, plan, { ...files, ...secretFiles });
    resources.push({ type: CONTAINER, name: loaderName(name), properties, options: { parent } });
  }
  const options = { dependsOn: waiting.service(service), parent };
  for (const [index, containerName] of service.containerNames.entries()) {
    const properties = serviceContainerArgs(service, containerName, plan, files);
    resources.push({ type: CONTAINER, name: replicaName(name, index), properties, options });
  }
  return resources;
}

function declareAgent(agent: AgentPlan, plan: FleetPlan, waiting: Waiting): ResourceView[] {
  const { name } = agent;
  const parent = parentKey(TYPE.agent, name);
  const options = { dependsOn: waiting.agent(agent), parent };
  return [
    { type: CONTAINER, name, properties: agentContainerArgs(agent, plan), options },
    { type: CONSUL_SERVICE, name, properties: consulServiceArgs(agent, plan), options: { parent } },
  ];
}
