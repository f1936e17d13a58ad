import { deploy } from "../engine/deploy";
import type { DeployOptions } from "../engine/deploy";

/** `fleet up`: makes the stack what its plan says, after a preview and a yes. */
export function up(options: DeployOptions): Promise<number> {
  return deploy("up", options);
}
