import type { Catalog } from "../../../fleet/catalog/types";
import { suggest } from "../../../fleet/source/suggest";

/**
 * Why a container or registration that nobody declared is not adopted. What an agent is for, who owns it and what
 * it may depend on can't be read from a container, so nothing is written for it.
 *
 * @param name its name on Docker, its id in Consul, or the agent its label names
 * @param scope the first part of every name of the stack
 */
export function strangerReason(name: string, scope: string, catalog: Catalog): string {
  const own = name.startsWith(`${scope}-`) ? name.slice(scope.length + 1) : name;
  const heir = catalog.agents.find((agent) => agent.formerly.includes(own));
  if (heir !== undefined)
    return `it has a former name of ${heir.name}, which is declared: remove the old one`;
  if (catalog.agentsByName.has(own) || catalog.services.has(own))
    return `${own} is declared, and this is not what was deployed for it: \`--fix revert\` sets it aside`;
  const near = suggest(own, catalog.agentsByName.keys());
  return [
    "nobody declared it, and role, group and image can't be read from what runs:",
    `write an entry for ${own} in catalog/agents.yaml, or let \`--fix revert\` set it aside`,
    ...(near === null ? [] : [`(${near} has a name like it)`]),
  ].join(" ");
}
