import { createRequire } from "node:module";
import { join } from "node:path";
import type { runDrift as run } from "../drift/main";
import type { DriftOptions } from "../drift/request";
import { checkAgentName } from "../filter";
import { checkStack } from "../pipeline";

/**
 * `fleet drift`: what runs against what is declared.
 *
 * @returns the exit code: 4 when there is drift, 3 when something could not be looked at
 * @throws InputError at once, when catalog, tiers or stack can't be used
 */
export function drift(options: DriftOptions): Promise<number> {
  const checked = checkStack(options.root, options.stack);
  if (options.agent !== null) checkAgentName(options.agent, checked.catalog);
  // In a file of its own: the client of Docker is no part of what `fleet check` loads.
  const file = join(__dirname, "drift.cjs");
  const { runDrift } = createRequire(file)(file) as { readonly runDrift: typeof run };
  return runDrift({ ...options, checked });
}
