import type { AgentImage, Catalog, CatalogService } from "../catalog/types";
import type { HealthPlan, ServicePlan } from "./types";

/**
 * The check Docker runs inside the agent's container: asks the liveness path with a program the image has.
 * One for each image; the caller shares it.
 */
export function agentHealth(image: AgentImage, catalog: Catalog): HealthPlan {
  const { health, runtimes } = catalog.profiles;
  const url = `http://127.0.0.1:${image.port}${health.livenessPath}`;
  const check = runtimes.get(image.runtime)?.check ?? [];
  return {
    command: check.map((part) => part.replaceAll("{url}", url)),
    path: health.livenessPath,
    port: image.port,
    ...health.docker,
    why: `${health.livenessPath} is what every agent serves, and ${image.runtime} is what its image has`,
    from: catalog.places.profile("health"),
  };
}

/** The same for a service, whose image brings a check of its own. */
export function serviceHealth(service: CatalogService, catalog: Catalog): ServicePlan["health"] {
  return {
    command: service.health.command,
    ...catalog.profiles.health.docker,
    ...(service.health.startPeriod === null ? {} : { startPeriod: service.health.startPeriod }),
    why: service.health.why,
    from: catalog.places.service(service.name, "health"),
  };
}
