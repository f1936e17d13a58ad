import type { AgentImage, CatalogAgent } from "../../fleet/catalog/types";
import type { Expected } from "../rule";

/** The image an agent runs in this tier: the tier's own where it has one, else the agent's. */
export function agentImageOf(agent: CatalogAgent, { catalog, stack }: Expected): AgentImage {
  const { agentImage } = stack.tier;
  return (agentImage === null ? undefined : catalog.images.get(agentImage)) ?? agent.image;
}
