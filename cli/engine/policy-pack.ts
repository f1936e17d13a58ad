import { join } from "node:path";
import { analyzerFolder } from "./surroundings";

/** The policy pack as the command line hands it to the engine. */
export interface PolicyPack {
  /** What `--policy-pack` names. */
  readonly folder: string;
  /** Folders with what starts it, looked at before PATH. */
  readonly starters: readonly string[];
  /** What the starter needs to know. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The same rules as in `policies/`, started at once. `pulumi --policy-pack policies` starts them by Pulumi's own
 * runner, which loads a compiler for TypeScript before anything else.
 *
 * @param home the folder of this installation
 * @param pulumi the path of the engine
 */
export function policyPack(home: string, pulumi: string, platform = process.platform): PolicyPack {
  if (platform === "win32") {
    // The starter is a shell script.
    const starter = analyzerFolder(home, pulumi);
    return { folder: join(home, "policies"), starters: starter === null ? [] : [starter], env: {} };
  }
  return {
    folder: join(home, "cli", "engine", "pack"),
    starters: [join(home, "cli", "engine", "bin")],
    env: { SUTAZAI_FLEET_NODE: process.execPath },
  };
}
