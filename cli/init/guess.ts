import { basename, resolve } from "node:path";

/** As the catalog wants names (see `name` in the schema of agents.yaml). */
const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** Leaves room for the names of stack and agent in one container's name. */
const LONGEST = 30;

export function isFleetName(text: string): boolean {
  return NAME.test(text) && text.length <= LONGEST;
}

/**
 * The name of a fleet from the name of its folder: `My Agents (2)` gives `my-agents-2`.
 *
 * @returns `fleet` where the folder has no letter that could begin a name
 */
export function fleetNameOf(folder: string): string {
  const words = basename(resolve(folder))
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, LONGEST)
    .replace(/-+$/, "");
  return isFleetName(words) ? words : "fleet";
}
