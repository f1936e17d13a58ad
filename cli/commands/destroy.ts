import { deploy } from "../engine/deploy";
import type { DeployOptions } from "../engine/deploy";

/** `fleet destroy`: removes everything of the stack, after a yes. */
export function destroy(options: DeployOptions): Promise<number> {
  return deploy("destroy", options);
}
