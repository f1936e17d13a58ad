import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../../support/project";

/** True when `npm test` could not have a tool: it says so itself, and the suite skips what needs it. */
export function missing(tool: string): boolean {
  return (process.env["FLEET_MISSING_TOOLS"] ?? "").split(",").includes(tool);
}

let known: ReadonlyMap<string, string> | null = null;

/** The path of a tool that is a Python package, installed when it has to be. */
export function pythonTool(name: string): string {
  known ??= new Map(
    execFileSync(process.execPath, [join(ROOT, "scripts", "lib", "python-tools.mjs")], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    })
      .trim()
      .split("\n")
      .map((line) => line.split("\t") as [string, string]),
  );
  const path = known.get(name);
  if (path === undefined) throw new Error(`${name} can't be had: the reason stands above`);
  return path;
}
