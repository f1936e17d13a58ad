import type { Part } from "../fleet/catalog/schema.generated";
import { TYPE } from "./tokens";

/** The component of each part of the fleet: its type token and its logical name. */
export const PARTS: Readonly<Record<Part, { readonly type: string; readonly name: string }>> = {
  registry: { type: TYPE.registry, name: "registry" },
  queue: { type: TYPE.queue, name: "queue" },
  models: { type: TYPE.modelBackend, name: "models" },
  router: { type: TYPE.router, name: "router" },
  monitoring: { type: TYPE.monitoring, name: "monitoring" },
};
