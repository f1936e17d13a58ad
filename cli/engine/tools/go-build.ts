import { execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { GoModule, Tool } from "./tool";

/** How often a build says that it lives, in milliseconds. */
const SAY_EVERY = 20_000;

/** The version of a tool's release that its module pins, without `v`. */
export function pinnedVersion(tool: Tool, root: string): string {
  const text = readFileSync(join(root, tool.module, "go.mod"), "utf8");
  const escaped = tool.requirement.replaceAll(/[.]/g, "\\.");
  const found = new RegExp(`^\\s*(?:require )?${escaped} v(\\S+)`, "m").exec(text)?.[1];
  if (found === undefined) throw new Error(`${tool.module}/go.mod requires no ${tool.requirement}`);
  return tool.releaseOf?.(found) ?? found;
}

/** Where a tool is built, and where to. */
interface Target {
  /** The Go program. */
  readonly go: string;
  /** The folder of the project. */
  readonly root: string;
  /** The file to write; companions stand beside it. */
  readonly file: string;
}

/** Builds a tool and its companions from its pinned module. */
export async function buildFromModule(
  tool: Tool,
  version: string,
  target: Target,
  say: (line: string) => void,
): Promise<void> {
  await build(tool, version, tool.name, tool.goPackage, target, say);
  for (const [name, goPackage] of Object.entries(tool.companions ?? {})) {
    const file = join(dirname(target.file), name);
    await build(tool, version, name, goPackage, { ...target, file }, say);
  }
}

/** Builds one program. Minutes with an empty build cache, so it tells how far it is. */
async function build(
  tool: Tool,
  version: string,
  name: string,
  goPackage: string,
  target: Target,
  say: (line: string) => void,
): Promise<void> {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  say(`building ${name} ${version} from its Go module (minutes the first time, once) ...`);
  const folder = join(target.root, tool.module);
  const args = ["build", "-v", "-mod=readonly", "-ldflags", tool.goLinkerFlags(version)];
  if (tool.goTags !== undefined) args.push("-tags", tool.goTags);
  const child = spawn(target.go, [...args, "-o", target.file, goPackage], {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, GOFLAGS: "", ...tool.goEnvironment?.(moduleIn(folder, target.go)) },
  });
  let packages = 0;
  let last = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    const lines = chunk.trim().split("\n");
    packages += lines.length;
    last = lines.at(-1) ?? last;
  });
  const timer = setInterval(() => {
    say(`still building ${name}: ${packages} packages, ${seconds()} s`);
  }, SAY_EVERY);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject).once("close", resolve);
    });
    if (code !== 0) throw new Error(`go build ended with ${code}: ${last}`);
    say(`built ${name} ${version} in ${seconds()} s`);
  } finally {
    clearInterval(timer);
  }
}

function moduleIn(cwd: string, go: string): GoModule {
  const run = (...args: string[]) => execFileSync(go, args, { cwd, encoding: "utf8" });
  return {
    folderOf(module) {
      run("mod", "download", module);
      return run("list", "-m", "-f", "{{.Dir}}", module).trim();
    },
  };
}
