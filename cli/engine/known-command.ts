import { basename, dirname } from "node:path";
import { PulumiCommand } from "@pulumi/pulumi/automation";
import { parse } from "semver";
import type { Obtained } from "./tools/obtain";

interface Started {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}
type Run = (args: string[], ...more: unknown[]) => Promise<Started>;

/**
 * The command that the Automation API runs. By itself the SDK starts the engine to ask for its version, and once more to
 * select the stack; each start takes a quarter of a second. The version is known from where the engine came from, and a
 * stack that is there need not be selected: every command names it.
 *
 * @param isThere the stack surely exists
 */
export function commandOf({ path, version, from }: Obtained, isThere: boolean): PulumiCommand {
  // An installation is known by its folder; what is on PATH is simply run.
  const command = from === "PATH" || basename(dirname(path)) !== "bin" ? "pulumi" : path;
  const made = Object.create(PulumiCommand.prototype) as PulumiCommand & { run: Run };
  Object.assign(made, { command, version: parse(version) });
  if (isThere) {
    const run = made.run.bind(made);
    made.run = (args, ...more) =>
      args[0] === "stack" && args[1] === "select"
        ? Promise.resolve({ stdout: "", stderr: "", code: 0 })
        : run(args, ...more);
  }
  return made;
}
