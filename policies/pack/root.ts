import { findRoot } from "../../stacks/root";

/**
 * The folder of the fleet that the pack judges: where the command line says it is, else the nearest one upwards.
 * From a checkout that is the project itself; from an installed package it is the project that installed it.
 *
 * @param start the folder of the pack
 */
export function fleetRoot(start: string, env: NodeJS.ProcessEnv = process.env): string {
  const said = env["SUTAZAI_FLEET_ROOT"] ?? "";
  return said === "" ? findRoot(start) : said;
}
