import { deploy } from "../engine/deploy";
import type { DeployOptions } from "../engine/deploy";

/** `fleet preview`: shows what the engine would change. Starts and makes nothing. */
export function preview(options: DeployOptions): Promise<number> {
  return deploy("preview", options);
}
