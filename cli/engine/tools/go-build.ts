import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Tool } from "./tool";

/** How often a build says that it lives, in milliseconds. */
const SAY_EVERY = 20_000;

/** The version that a tool's module pins, without `v`. */
export function pinnedVersion(tool: Tool, root: string): string {
  const text = readFileSync(join(root, tool.module, "go.mod"), "utf8");
  const escaped = tool.requirement.replaceAll(/[.]/g, "\\.");
  const found = new RegExp(`^\\s*(?:require )?${escaped} v(\\S+)`, "m").exec(text)?.[1];
  if (found === undefined) throw new Error(`${tool.module}/go.mod requires no ${tool.requirement}`);
  return found;
}

/** Builds a tool from its pinned module. Minutes with an empty build cache, so it tells how far it is. */
export async function buildFromModule(
  tool: Tool,
  version: string,
  target: { readonly go: string; readonly root: string; readonly file: string },
  say: (line: string) => void,
): Promise<void> {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  say(`building ${tool.name} ${version} from its Go module (minutes the first time, once) ...`);
  const args = ["build", "-v", "-mod=readonly", "-ldflags", tool.goLinkerFlags(version)];
  const child = spawn(target.go, [...args, "-o", target.file, tool.goPackage], {
    cwd: join(target.root, tool.module),
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, GOFLAGS: "" },
  });
  let packages = 0;
  let last = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    const lines = chunk.trim().split("\n");
    packages += lines.length;
    last = lines.at(-1) ?? last;
  });
  const timer = setInterval(() => {
    say(`still building ${tool.name}: ${packages} packages, ${seconds()} s`);
  }, SAY_EVERY);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject).once("close", resolve);
    });
    if (code !== 0) throw new Error(`go build ended with ${code}: ${last}`);
    say(`built ${tool.name} ${version} in ${seconds()} s`);
  } finally {
    clearInterval(timer);
  }
}
