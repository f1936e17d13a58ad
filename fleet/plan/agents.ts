import type { AgentImage, Catalog, CatalogAgent } from "../catalog/types";
import { runsService } from "../tier";
import type { Tier } from "../tier";
import { agentEnvironment } from "./agent-environment";
import { agentHealth } from "./health";
import { containerName, poolService } from "./names";
import { SRV_WEIGHT_UNIT, weightTable } from "./routes";
import { sharedVolumes } from "./shared-volumes";
import { Sizer } from "./sizing";
import type { AgentPlan, HealthPlan, ImagePlan, Naming, Registration, RoutePlan } from "./types";
import type { StartOrder } from "./waves";

/** What agents with the same image have in common. */
interface ImageParts {
  readonly image: ImagePlan;
  readonly health: HealthPlan;
}

/** All agents, sorted by name. */
export function planAgents(
  catalog: Catalog,
  tier: Tier,
  naming: Naming,
  routes: readonly RoutePlan[],
  order: StartOrder,
): AgentPlan[] {
  const sizer = new Sizer(catalog);
  const weightOf = weightTable(routes);
  const parts = new Map<string, ImageParts>();
  const substitute = tier.agentImage === null ? null : (catalog.images.get(tier.agentImage) ?? null);

  const plan = (agent: CatalogAgent): AgentPlan => {
    const image = substitute ?? agent.image;
    const known = parts.get(image.name) ?? imageParts(image, catalog);
    parts.set(image.name, known);
    const name = containerName(naming, agent.name);
    const running = agent.pool === "hot";
    const dependsOn = agent.dependsOn.filter(
      (other) => !catalog.services.has(other) || runsService(tier, other),
    );
    return {
      name: agent.name,
      role: agent.role,
      group: agent.group,
      owner: agent.owner,
      class: agent.class,
      pool: agent.pool,
      criticality: agent.criticality,
      place: catalog.places.agent(agent),
      containerName: name,
      image: known.image,
      sizing: sizer.size(agent),
      health: known.health,
      registration: registration(agent, image, name, catalog, naming, weightOf(agent.pool, agent.class)),
      environment: agentEnvironment({ agent, image, dependsOn }, catalog, tier),
      volumes: sharedVolumes(dependsOn, catalog),
      running,
      wave: running ? (order.waveOf.get(agent.name) ?? 0) : null,
      dependsOn: dependsOn.sort(),
      formerly: agent.formerly,
    };
  };
  return catalog.agents.map(plan).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function imageParts(image: AgentImage, catalog: Catalog): ImageParts {
  const { reference, digest, runtime, user } = image;
  return { image: { reference, digest, runtime, user }, health: agentHealth(image, catalog) };
}

function registration(
  agent: CatalogAgent,
  image: AgentImage,
  address: string,
  catalog: Catalog,
  naming: Naming,
  weight: number,
): Registration {
  const { health } = catalog.profiles;
  return {
    serviceId: address,
    serviceName: poolService(naming, agent.pool),
    address,
    port: image.port,
    tags: [agent.class, agent.name, agent.pool].sort(),
    weight: weight * SRV_WEIGHT_UNIT,
    check: {
      id: `${address}:ready`,
      url: `http://${address}:${image.port}${health.readinessPath}`,
      interval: health.consul.interval,
      timeout: health.consul.timeout,
    },
  };
}
