import type { Catalog, CatalogAgent, CatalogService } from "../fleet/catalog/types";
import { CONSUL_SERVICE, CONTAINER, VOLUME } from "../fleet/resource";
import type { ResourceView } from "../fleet/resource";
import type { Subject } from "./rule";

/** The agent whose container or registration this is: resources of an agent have its name. */
export function agentOf(resource: ResourceView, catalog: Catalog): CatalogAgent | null {
  if (resource.type !== CONTAINER && resource.type !== CONSUL_SERVICE) return null;
  return catalog.agentsByName.get(resource.name) ?? null;
}

/** The service whose container or volume this is. Replicas after the first end in their number. */
export function serviceOf(resource: ResourceView, catalog: Catalog): CatalogService | null {
  if (resource.type === CONTAINER) {
    return (
      catalog.services.get(resource.name) ??
      catalog.services.get(resource.name.replace(/-[2-9]$/, "")) ??
      null
    );
  }
  if (resource.type !== VOLUME) return null;
  for (const service of catalog.services.values()) {
    if (Object.hasOwn(service.volumes, resource.name)) return service;
  }
  return null;
}

export function subjectOf(resource: ResourceView, catalog: Catalog): Subject {
  if (agentOf(resource, catalog) !== null) return { kind: "agent", name: resource.name };
  const service = serviceOf(resource, catalog);
  if (service !== null) return { kind: "service", name: service.name };
  return { kind: "resource", name: resource.name };
}
