import type { Catalog } from "../catalog/types";

/** What the services that somebody depends on share with it, by the name of the volume, sorted. */
export function sharedVolumes(dependsOn: readonly string[], catalog: Catalog): Record<string, string> {
  const shared = dependsOn.flatMap((name) => {
    const service = catalog.services.get(name);
    return (service?.shares ?? []).map((volume) => [volume, service?.volumes[volume] ?? ""] as const);
  });
  return Object.fromEntries(shared.sort(([a], [b]) => (a < b ? -1 : 1)));
}
