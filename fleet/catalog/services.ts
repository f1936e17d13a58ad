import { cpu, duration, memory } from "./quantities";
import type { ServicesFile } from "./schema.generated";
import type { CatalogService } from "./types";

/** Services with units and defaults, by name, sorted. */
export function readServices(
  file: ServicesFile,
  digests: ReadonlyMap<string, string>,
): Map<string, CatalogService> {
  const services = new Map<string, CatalogService>();
  for (const name of Object.keys(file.services).sort()) {
    const entry = file.services[name];
    if (entry === undefined) continue;
    services.set(name, {
      name,
      purpose: entry.purpose,
      part: entry.part,
      image: entry.image,
      digest: digests.get(entry.image) ?? null,
      memory: memory(entry.memory),
      cpu: cpu(entry.cpu),
      criticality: entry.criticality,
      owner: entry.owner,
      user: entry.user,
      ports: entry.ports,
      metrics: entry.metrics ?? null,
      health: {
        command: entry.health.command,
        why: entry.health.why,
        startPeriod: entry.health.startPeriod === undefined ? null : duration(entry.health.startPeriod),
      },
      entrypoint: entry.entrypoint ?? [],
      command: entry.command ?? [],
      environment: entry.environment ?? {},
      provides: entry.provides ?? {},
      volumes: entry.volumes ?? {},
      files: entry.files ?? {},
      shares: entry.shares ?? [],
      models: entry.models ?? [],
      hostMounts: entry.hostMounts ?? [],
      groups: entry.groups ?? [],
      writable: entry.writable ?? [],
      stateful: entry.stateful,
      onlyWith: entry.onlyWith ?? null,
      afterAgents: entry.afterAgents ?? false,
      dependsOn: entry.dependsOn ?? [],
    });
  }
  return services;
}
