import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../support/project";

/**
 * Bundles the stand-ins to executables named as the engine looks for them, each in a folder of its own, and answers the
 * folder of all. What is there already is taken: every suite asks at its start.
 */
export function buildStandIns(): string {
  const script = join(ROOT, "test", "providers", "bundle.mjs");
  return execFileSync(process.execPath, [script], { encoding: "utf8" }).trim();
}
