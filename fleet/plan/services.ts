import type { Catalog, CatalogService } from "../catalog/types";
import { MODELS_VARIABLE } from "../models";
import { ACCESS_FILES } from "../registry/files";
import { runsService } from "../tier";
import type { Tier } from "../tier";
import { serviceHealth } from "./health";
import { containerName } from "./names";
import { sharedVolumes } from "./shared-volumes";
import type { MetricsPlan, Naming, Reasoned, ServicePlan } from "./types";
import type { StartOrder } from "./waves";

/** The services around the agents, sorted by name, with as many replicas as the tier wants. */
export function planServices(catalog: Catalog, tier: Tier, naming: Naming, order: StartOrder): ServicePlan[] {
  const services = [...catalog.services.values()].filter((service) => runsService(tier, service.name));
  return services.map((service) => {
    const { name, groups } = service;
    const dependsOn = service.dependsOn.filter((other) => runsService(tier, other)).sort();
    const shared = sharedVolumes(dependsOn, catalog);
    const replicas = tier.replicas[name] ?? 1;
    const { files, environment, volumes } = usedFiles(service, tier);
    return {
      name,
      purpose: service.purpose,
      part: service.part,
      owner: service.owner,
      criticality: service.criticality,
      place: catalog.places.service(name),
      containerNames: Array.from({ length: replicas }, (_, index) => containerName(naming, name, index + 1)),
      image: { reference: service.image, digest: service.digest, user: service.user },
      memory: limitOf(tier, catalog, service, "memory"),
      cpu: limitOf(tier, catalog, service, "cpu"),
      cpuShares: {
        value: catalog.profiles.cpuShares[service.criticality],
        why: `criticality ${service.criticality}`,
        from: catalog.places.profile("sizing", "cpuShares", service.criticality),
      },
      health: serviceHealth(service, catalog),
      entrypoint: service.entrypoint,
      command: service.command,
      environment: {
        ...environment,
        ...(service.models.length > 0 ? { [MODELS_VARIABLE]: service.models.join(" ") } : {}),
      },
      ports: service.ports,
      volumes,
      models: service.models,
      metrics: metricsPlan(service),
      files,
      hostMounts: service.hostMounts,
      ...(groups.length > 0 ? { groups } : {}),
      ...(Object.keys(shared).length > 0 ? { sharedVolumes: shared } : {}),
      writable: service.writable,
      stateful: service.stateful,
      protect: service.stateful && tier.protectStateful,
      wave: order.waveOf.get(name) ?? 0,
      afterAgents: service.afterAgents,
      dependsOn,
    };
  });
}

/** What a service may use: what the tier says of it, else its own limit. */
function limitOf<Key extends "cpu" | "memory">(
  tier: Tier,
  catalog: Catalog,
  service: CatalogService,
  key: Key,
): Reasoned<CatalogService[Key]> {
  const { name } = service;
  const own = (tier.limits[name] as Partial<Pick<CatalogService, Key>> | undefined)?.[key];
  return own === undefined
    ? { value: service[key], why: "its own limit", from: catalog.places.service(name, key) }
    : { value: own, why: `its limit in tier ${tier.name}`, from: tier.place("limits", name, key) };
}

/**
 * The files of a service, without those about access to the registry where the stack's is open; nor what only led to
 * them: variables with their paths, and volumes with nothing else in them.
 */
function usedFiles(
  service: CatalogService,
  tier: Tier,
): Pick<ServicePlan, "files" | "environment" | "volumes"> {
  const { files, environment, volumes } = service;
  const unused = Object.entries(files).filter(
    ([kind]) => tier.registryAccess === "open" && ACCESS_FILES.has(kind),
  );
  if (unused.length === 0) return { files, environment, volumes };
  const paths = unused.map(([, path]) => path);
  const used = Object.entries(files).filter(([kind]) => !unused.some(([other]) => other === kind));
  const isIn = (folder: string) => (path: string) => path.startsWith(`${folder}/`);
  return {
    files: Object.fromEntries(used),
    environment: Object.fromEntries(
      Object.entries(environment).filter(([, value]) => !paths.includes(value)),
    ),
    volumes: Object.fromEntries(
      Object.entries(volumes).filter(
        ([, folder]) => !paths.some(isIn(folder)) || used.some(([, path]) => isIn(folder)(path)),
      ),
    ),
  };
}

/** A port is named in the catalog; one that it doesn't name was refused when it was read. */
function metricsPlan({ metrics, ports }: CatalogService): MetricsPlan | null {
  const port = metrics === null ? undefined : ports[metrics.port];
  return metrics === null || port === undefined ? null : { role: metrics.role, port, path: metrics.path };
}
