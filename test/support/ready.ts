import type { ChildProcess } from "node:child_process";
import { until } from "./until";

/**
 * Waits until a server answers well, and stops it when it does not.
 *
 * @param child its process, whose output is told when it ends
 * @param url what it answers with success once it is ready
 */
export async function untilReady(
  name: string,
  child: ChildProcess,
  url: string,
  stop: () => Promise<void>,
): Promise<void> {
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += String(chunk)));
  try {
    await until(name, async () => {
      if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}:\n${output}`);
      return fetch(url).then(
        ({ ok }) => ok,
        () => false,
      );
    });
  } catch (error) {
    await stop();
    throw error;
  }
}
