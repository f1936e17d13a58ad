import type { Catalog, CatalogService } from "../../fleet/catalog/types";
import { CONTAINER } from "../../fleet/resource";
import type { ResourceView } from "../../fleet/resource";

/** What a container is called that brings a service its files. */
const SUFFIX = "-files";

/**
 * The service that a container only brings files to: it is never started, so that nothing ever runs in it. Docker
 * writes no file into a container with a read-only root, so these are the only ones without.
 *
 * @returns null for every other container
 */
export function loaderOf(resource: ResourceView, catalog: Catalog): CatalogService | null {
  const { type, name, properties } = resource;
  if (type !== CONTAINER || !name.endsWith(SUFFIX)) return null;
  if (properties["start"] !== false || properties["mustRun"] !== false || properties["restart"] !== "no")
    return null;
  return catalog.services.get(name.slice(0, -SUFFIX.length)) ?? null;
}
